import * as z from 'zod/mini';
import { type SessionId, sessionId, type WishNumber, wishNumber } from '../base/ids.ts';
import { localMs } from '../base/units.ts';
import type { LagMessage } from '../event/lag.ts';
import { wishSchema } from '../event/wish.ts';

/** What a browser sends. Each message is parsed once, by these, at the socket; what does not fit is malformed. */

export const wishMessageSchema = z.strictObject({
  n: z.pipe(
    z.number().check(z.int(), z.minimum(1)),
    z.transform((n): WishNumber => wishNumber(n)),
  ),
  wish: wishSchema,
});
export type WishMessage = z.infer<typeof wishMessageSchema>;

/** A timed question; `sentMs` comes back as it was. */
export const pingSchema = z.strictObject({ sentMs: z.pipe(z.number(), z.transform(localMs)) });
export type PingMessage = z.infer<typeof pingSchema>;

/** With which a socket introduces itself; the seat is in a cookie no script can read. */
export const helloSchema = z.object({
  protocol: z.number(),
  session: z.pipe(
    z.string().check(z.regex(/^[a-z0-9]{10,32}$/)),
    z.transform((text): SessionId => sessionId(text)),
  ),
  /** The last entry this page has, 0 for none: it is sent what came after. */
  haveSeq: z.number().check(z.int(), z.minimum(0)),
  /** The server's epoch it had that from; another one means a snapshot is safer. */
  epoch: z.optional(z.string().check(z.maxLength(40))),
});
export type Hello = z.infer<typeof helloSchema>;

/** Socket.IO's event names and arguments, from browser to server. */
export interface UpEvents {
  wish(message: { readonly n: number; readonly wish: unknown }): void;
  ping(message: { readonly sentMs: number }): void;
  lag(message: LagMessage): void;
}
