import type { MemberId } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { Loop } from '../../shared/event/loop.ts';
import type { PassingWish, RoomWish } from '../../shared/event/wish.ts';
import type { PassingView } from '../../shared/room/passing/view.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import type { Farewell } from '../../shared/wire/down.ts';
import type { SoundState } from '../player/sound-device.ts';
import type { Hands, HeardNotes, PulseNow } from './hands.ts';

/**
 *   connecting ──welcome──▶ here ──link gone──▶ alone ──welcome──▶ here
 *        │                   │                    │
 *        └───────────────────┴──── farewell ──────┴──▶ ended
 */
export type LinkState =
  | { readonly type: 'connecting' }
  /** `usesPolling`: the network blocks WebSocket and the slower way is used. */
  | { readonly type: 'here'; readonly usesPolling?: true }
  /** On one's own for a moment: pulse and own sound go on. `sinceMs` of this device's clock. */
  | { readonly type: 'alone'; readonly sinceMs: number }
  /** `by`: who sent one out, where a person did. */
  | { readonly type: 'ended'; readonly why: Farewell; readonly by: Member | undefined };

/** What the screens show of a room, as one immutable picture that changes only when something shown does. */
export interface SessionView {
  readonly link: LinkState;
  /** Undefined until the first welcome. */
  readonly room: RoomState | undefined;
  readonly you: Member | undefined;
  /** What passes between people, as far as one may know of it. */
  readonly passing: PassingView;
  readonly sound: SoundState;
  /** Whether this device's clock is settled, and half its uncertainty. */
  readonly clock: { readonly isSettled: boolean; readonly errorMs: number };
  /** Loops that go round now. */
  readonly loops: ReadonlyMap<MemberId, Loop>;
  /** The latest refusal of something asked here; goes by itself after some seconds. */
  readonly refusal: Refusal | undefined;
  /** Kept notes and entries of one's own that are not on disk yet. */
  readonly unstored: number;
  /** False while the server's disk cannot be written: what is played now may not be kept. */
  readonly isDiskWell: boolean;
}

/** One person's connection to one room: what the screens, the surfaces and the player hold on to. */
export interface Session {
  view(): SessionView;
  /** For `useSyncExternalStore`. */
  subscribe(listener: () => void): () => void;
  /** Asks the room; the answer shows in the view. */
  wish(wish: RoomWish | PassingWish): void;
  readonly hands: Hands;
  readonly heardNotes: HeardNotes;
  readonly pulseNow: PulseNow;
  setLoop(loop: Loop): void;
  stopLoop(): void;
  /** To be called inside a tap: brings the sound back, on the grid. */
  soundAgain(): Promise<void>;
  /** Leaves the room for good (own wish), then closes. */
  leave(): void;
  /** Closes the link without leaving: the seat waits. */
  close(): void;
}
