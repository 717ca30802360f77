import type { MemberId, Seq } from '../base/ids.ts';
import type { Refusal } from '../base/refusal.ts';
import type { RoomMs } from '../base/units.ts';
import type { Entry, LineEntry, LineEventOf } from '../event/entry.ts';
import type { PassingView } from '../room/passing/view.ts';
import type { RoomState } from '../room/state.ts';

/** What the server sends. Every message is built new from checked parts; nothing received is passed on. */

export interface Welcome {
  readonly you: MemberId;
  /** Names this run of the server; another one means that its clock began anew. */
  readonly epoch: string;
  readonly serverMs: RoomMs;
  /** The room as it is, or only what came after the page's own last entry. */
  readonly room:
    | { readonly type: 'snapshot'; readonly state: RoomState }
    | { readonly type: 'tail'; readonly entries: readonly Entry[] };
  /** Loops that go round now, one a player at most. */
  readonly loops: readonly LineEventOf<'loopSet'>[];
  /** Notes held down now. */
  readonly held: readonly LineEventOf<'notePlayed'>[];
  /** Own wishes up to here have been handled (and those named); a fresh page counts on from here. */
  readonly seenUpTo: number;
  readonly seenBeyond: readonly number[];
  readonly durable: Durable;
  readonly passing: PassingView;
}

/** How far the disk has come. */
export interface Durable {
  /** The room's line is on disk up to here. */
  readonly seq: Seq;
  /** Numbers of the receiver's own line wishes that are on disk and were not told before. */
  readonly own: readonly number[];
  /** False while the disk is full or cannot be written: the music goes on, and is kept if the disk comes back in time. */
  readonly isDiskWell: boolean;
}

/** Entries and notes in the order the room took them, sent together. */
export interface Batch {
  readonly serverMs: RoomMs;
  readonly entries?: readonly Entry[];
  readonly lines?: readonly LineEntry[];
}

/** Why a connection ends; the page has words for each. */
export const FAREWELLS = [
  'roomClosed',
  'seatTakenElsewhere',
  'leftRoom',
  'putAtDoor',
  'removed',
  'pageTooOld',
  'pageTooNew',
  'seatUnknown',
  'serverStopping',
  'tooMuch',
] as const;
export type Farewell = (typeof FAREWELLS)[number];

/** Socket.IO's event names and arguments, from server to browser. */
export interface DownEvents {
  welcome(welcome: Welcome): void;
  batch(batch: Batch): void;
  /** The wish with this number was handled; rare ones only once they are on disk. */
  granted(message: { readonly n: number }): void;
  refused(message: { readonly n: number; readonly reason: Refusal }): void;
  durable(message: Durable): void;
  /** What passes between people has changed, as far as the receiver may know of it. */
  passing(view: PassingView): void;
  pong(message: { readonly sentMs: number; readonly serverMs: RoomMs; readonly epoch: string }): void;
  farewell(message: { readonly why: Farewell }): void;
}
