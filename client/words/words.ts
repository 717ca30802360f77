import { GROUP_WORDS } from './table/group.ts';
import { LEAD_WORDS } from './table/lead.ts';
import { ROOM_WORDS } from './table/room.ts';
import { STAFF_WORDS } from './table/staff.ts';

/**
 * Every sentence and what is told to it, by the part of the product that says it; each language has a file a part. Only its
 * type reaches the page; a test holds it against each language's files.
 */
export const WORDS = { ...ROOM_WORDS, ...GROUP_WORDS, ...LEAD_WORDS, ...STAFF_WORDS } as const;
