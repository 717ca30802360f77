import * as z from 'zod/mini';
import { arcWishSchemas } from './arc.ts';
import { doorWishSchemas, waitingWishSchemas } from './door.ts';
import { dynamicsWishSchemas } from './dynamics.ts';
import { endingWishSchemas } from './ending.ts';
import { gridWishSchemas } from './grid.ts';
import { groundWishSchemas } from './ground.ts';
import { holdingWishSchemas, invitationWishSchemas } from './holding.ts';
import { type LineWish, lineWishSchemas } from './line.ts';
import { type DoorWish, membershipWishSchemas } from './membership.ts';
import { roundWishSchemas } from './round.ts';
import { type ProposeEcho, settingWishSchemas } from './setting.ts';
import { proposalWishSchemas, signalWishSchemas } from './signal.ts';

const roomWishSchemas = [
  ...membershipWishSchemas,
  ...doorWishSchemas,
  ...holdingWishSchemas,
  ...gridWishSchemas,
  ...settingWishSchemas,
  ...arcWishSchemas,
  ...dynamicsWishSchemas,
  ...groundWishSchemas,
  ...endingWishSchemas,
] as const;

/** What passes between people before anything comes of it: it has a state of its own that is never written down. */
const passingWishSchemas = [
  ...waitingWishSchemas,
  ...invitationWishSchemas,
  ...roundWishSchemas,
  ...signalWishSchemas,
  ...proposalWishSchemas,
] as const;

/** What a member may ask the room for, apart from playing. */
export const roomWishSchema = z.discriminatedUnion('type', roomWishSchemas);
export type RoomWish = z.infer<typeof roomWishSchema>;

export const passingWishSchema = z.discriminatedUnion('type', passingWishSchemas);
export type PassingWish = z.infer<typeof passingWishSchema>;

/** Everything a browser may ask for. The only way in: what does not fit is refused as malformed. */
export const wishSchema = z.discriminatedUnion('type', [
  ...roomWishSchemas,
  ...passingWishSchemas,
  ...lineWishSchemas,
]);
export type Wish = RoomWish | PassingWish | LineWish;

/** What the room asks of itself: for the door, for links that come and go, for the echo, and for what is due. */
export type OwnWish =
  | DoorWish
  | ProposeEcho
  | { readonly type: 'stopWaiting' }
  | { readonly type: 'doWhatIsDue' };
