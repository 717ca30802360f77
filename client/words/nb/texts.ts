import group from './group.ftl?raw';
import lead from './lead.ftl?raw';
import room from './room.ftl?raw';
import staff from './staff.ftl?raw';

/** All sentences in Norwegian Bokmål. */
export const TEXTS: readonly string[] = [room, group, lead, staff];
