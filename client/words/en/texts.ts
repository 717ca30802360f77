import group from './group.ftl?raw';
import lead from './lead.ftl?raw';
import room from './room.ftl?raw';

/** All sentences in English but those of the staff, which are fetched apart. */
export const TEXTS: readonly string[] = [room, group, lead];
