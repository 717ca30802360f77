import group from './group.ftl?raw';
import room from './room.ftl?raw';

/** All sentences in English but those of the staff and of leading, which are fetched apart. */
export const TEXTS: readonly string[] = [room, group];
