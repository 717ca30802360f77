import * as z from 'zod/mini';
import type { MemberId, SessionId } from '../base/ids.ts';
import type { Refusal } from '../base/refusal.ts';
import { newcomerSchema } from '../event/membership.ts';
import { roomPlanSchema } from '../event/setting.ts';

/**
 * The HTTP side of the door, JSON both ways under `/api`:
 *
 *   POST /api/facilitator   { startCode }            → 204 and a staff cookie
 *   GET  /api/facilitator                            → 200 { rooms: [...] } for a signed-in facilitator, else 401
 *   POST /api/rooms         OpenRoom                 → 201 Opened and the facilitator's seat cookie
 *   POST /api/look          { code } | { invite }    → 200 Door: that there is a room; nothing of who is in it
 *   POST /api/join          Join                     → 201 Seat and a seat cookie
 *   GET  /api/rooms/:id/seat                         → 200 Seat if this browser holds one there, else 404
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

export const startSchema = z.strictObject({ startCode: tokenSchema });

export const openRoomSchema = z.strictObject({ plan: roomPlanSchema, newcomer: newcomerSchema });
export type OpenRoom = z.infer<typeof openRoomSchema>;

export interface Seat {
  readonly session: SessionId;
  readonly you: MemberId;
}

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
