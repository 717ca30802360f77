import * as z from 'zod/mini';
import { gridWishSchemas } from './grid.ts';
import { type LineWish, lineWishSchemas } from './line.ts';
import { type DoorWish, membershipWishSchemas } from './membership.ts';
import { type ProposeEcho, settingWishSchemas } from './setting.ts';

/** What a member may ask the room for, apart from playing. */
export const roomWishSchema = z.discriminatedUnion('type', [
  ...membershipWishSchemas,
  ...gridWishSchemas,
  ...settingWishSchemas,
]);
export type RoomWish = z.infer<typeof roomWishSchema>;

/** Everything a browser may ask for. The only way in: what does not fit is refused as malformed. */
export const wishSchema = z.discriminatedUnion('type', [
  ...membershipWishSchemas,
  ...gridWishSchemas,
  ...settingWishSchemas,
  ...lineWishSchemas,
]);
export type Wish = RoomWish | LineWish;

/** What the room asks of itself: for the door, for links that come and go, for the echo. */
export type OwnWish = DoorWish | ProposeEcho | { readonly type: 'stopWaiting' };
