import * as z from 'zod/mini';
import type { MemberId, SessionId } from '../base/ids.ts';
import type { Refusal } from '../base/refusal.ts';
import type { DoorSentence } from '../event/door.ts';
import { newcomerSchema } from '../event/membership.ts';
import { roomPlanSchema } from '../event/plan.ts';

/**
 * The HTTP side of the door, JSON both ways under `/api`:
 *
 *   POST /api/rooms         OpenRoom                 → 201 Opened and the facilitator's seat cookie; see `account.ts`
 *   POST /api/rooms/:id/return {}                    → 200 Seat and a fresh seat cookie; see `account.ts`
 *   POST /api/look          { code } | { invite }    → 200 Door: that there is a room; nothing of who is in it
 *   POST /api/join          Join                     → 201 Seat and a seat cookie, or 202 AtDoor and a cookie to ask with
 *   GET  /api/rooms/:id/at-door                      → 200 AtDoor; once it is `in` the cookie is a seat's. 404 when not known there
 *   POST /api/rooms/:id/leave-door                   → 204: no longer waiting
 *   GET  /api/rooms/:id/seat                         → 200 Seat if this browser holds one there, else 404
 *   POST /api/rooms/:id/return                       → 201 Seat: the signed-in facilitator whose room it is comes back, past the door
 *   GET  /api/rooms/:id/door                         → 200 Opened: code and invitation, for those inside
 *   GET  /api/hello                                  → 200 { protocol }
 *
 * A refusal is 4xx with `{ reason }` from the closed list.
 */

/** 128 bits in base64url. */
const tokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

export const keySchema = z.union([
  z.strictObject({ code: z.string().check(z.maxLength(32)) }),
  z.strictObject({ invite: tokenSchema }),
]);
export type RoomKey = z.infer<typeof keySchema>;

export const joinSchema = z.strictObject({ key: keySchema, newcomer: newcomerSchema });
export type Join = z.infer<typeof joinSchema>;

export const openRoomSchema = z.strictObject({ plan: roomPlanSchema, newcomer: newcomerSchema });
export type OpenRoom = z.infer<typeof openRoomSchema>;

export interface Seat {
  readonly session: SessionId;
  readonly you: MemberId;
}

/** What someone at the door is told, and nothing else of the room (S3). Asked for every `ASK_AT_DOOR_MS`. */
export type AtDoor =
  | { readonly type: 'waiting'; readonly session: SessionId; readonly sentence: DoorSentence | undefined }
  /** A listener is announced to those inside. */
  | { readonly type: 'announced'; readonly session: SessionId }
  | { readonly type: 'in'; readonly session: SessionId; readonly you: MemberId }
  | { readonly type: 'notNow' | 'turnedAway' | 'groupSaidNo'; readonly session: SessionId };

/** How often the page of someone who waits asks. */
export const ASK_AT_DOOR_MS = 1500;

export interface Door {
  readonly session: SessionId;
  readonly title: string;
}

/** What lets others in: shown as a code, a link with the invitation in its fragment, and a QR of that link. */
export interface Opened extends Seat {
  readonly code: string;
  readonly invite: string;
}

export interface RefusedBody {
  readonly reason: Refusal;
}
