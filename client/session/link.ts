import type { LagSummary } from '../../shared/time/lag-summary.ts';
import type { Batch, Durable, Farewell, Welcome } from '../../shared/wire/down.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { PassingView } from '../../shared/room/passing/view.ts';
import type { Wish } from '../../shared/event/wish.ts';

/** What comes over the link. `receivedMs` is this device's clock, read before any other work. */
export interface LinkListener {
  onWelcome(welcome: Welcome, receivedMs: number): void;
  onBatch(batch: Batch, receivedMs: number): void;
  onGranted(n: number): void;
  onRefused(n: number, reason: Refusal): void;
  onDurable(durable: Durable): void;
  onPassing(view: PassingView): void;
  onPong(pong: { sentMs: number; serverMs: number; epoch: string }, receivedMs: number): void;
  onFarewell(why: Farewell): void;
  /** The link is gone; it is looked for by itself unless a farewell said otherwise. */
  onGone(): void;
}

/** One browser's line to the room's server. Nothing is queued while it is gone. */
export interface Link {
  wish(n: number, wish: Wish): void;
  ping(sentMs: number): void;
  lags(lags: LagSummary): void;
  readonly isUp: boolean;
  /** WebSocket is blocked here and the slower way is used. */
  readonly usesPolling: boolean;
  /** Looks for the server at once instead of waiting. */
  retryNow(): void;
  close(): void;
}

/** @param have what to say one has already, asked at every attempt. */
export type OpenLink = (
  have: () => { readonly haveSeq: number; readonly epoch: string | undefined },
  listener: LinkListener,
) => Link;
