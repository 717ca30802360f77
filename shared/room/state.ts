import type { Author, MemberId, Seq } from '../base/ids.ts';
import type { Beats, RoomMs } from '../base/units.ts';
import type { Softening } from '../event/dynamics.ts';
import type { Ground } from '../event/ground.ts';
import type { Control } from '../event/holding.ts';
import type { Colour, Shape } from '../event/look.ts';
import type { Role } from '../event/membership.ts';
import type { Arc, Listening, Place } from '../event/plan.ts';
import type { RoundKind } from '../event/round.ts';
import type { FrameTimeline } from '../music/frame-timeline.ts';
import type { InstrumentId } from '../music/instrument.ts';
import type { EchoMap } from '../time/echo.ts';
import type { LevelMap } from '../time/level-map.ts';
import type { MetreMap } from '../time/metre-map.ts';
import type { TempoMap } from '../time/tempo-map.ts';

/**
 *            linkLost            wentAway              left
 *   here ─────────────▶ lost ─────────────▶ away ─────────────▶ (gone from the list)
 *     ▲                  │                   │
 *     └──── returned ────┴───────────────────┘            left may come from any of them
 */
export type Presence = 'here' | 'lost' | 'away';

export interface Member {
  readonly id: MemberId;
  /** Undefined for someone who is here as their symbol only. */
  readonly name: string | undefined;
  readonly shape: Shape;
  readonly colour: Colour;
  /** Place in the circle, from 0; free again when they leave. */
  readonly chair: number;
  readonly role: Role;
  readonly instrument: InstrumentId;
  readonly presence: Presence;
  /** Their sound runs and their clock is settled. */
  readonly isReady: boolean;
  readonly clockErrorMs: number;
  /** Their notes are written down from this moment on: they said yes. Undefined while they have not. */
  readonly keptSince: RoomMs | undefined;
  readonly isCompany: boolean;
  readonly joinedAt: RoomMs;
  /** How loud others hear them, as someone who holds `people` set it: full unless it was made soft. */
  readonly level: LevelMap;
  /** Their sound was made soft; undefined while it is not. */
  readonly softened: Softened | undefined;
  /** How much of their part is let through. */
  readonly density: LevelMap;
  /** They rest: they hear nothing and play nothing. */
  readonly isOnBreak: boolean;
}

export interface Softened {
  readonly kind: Softening;
  readonly by: Author;
  readonly since: RoomMs;
  readonly until: RoomMs;
}

/**
 *   still ──startPulse──▶ awaited ──all ready, or time is up──▶ going
 *     ▲                                                           │
 *     └──────────────────── stopPulse ────────────────────────────┘
 */
export type Pulse =
  | { readonly type: 'still' }
  | { readonly type: 'awaited'; readonly untilMs: RoomMs }
  | {
      readonly type: 'going';
      /** Bar line of the count-in. */
      readonly from: Beats;
      readonly countInBars: number;
      /** Bar line at which it falls silent, once that is decided. */
      readonly until: Beats | undefined;
    };

/** Who holds a control; `until`: the beat at which it returns by itself. */
export type Holder =
  | { readonly type: 'facilitator' }
  | { readonly type: 'member'; readonly member: MemberId; readonly until: Beats | null }
  | { readonly type: 'everyone' };

/** One person's bars, the others softer; or everyone's, nobody softer. From a bar line up to a bar line. */
export interface Turn {
  readonly member: MemberId | 'all';
  readonly from: Beats;
  readonly until: Beats;
}

/** From bar line `from` the music comes home; at `until` the last chord sounds. */
export interface Ending {
  readonly from: Beats;
  readonly until: Beats;
  readonly by: Author;
  /** What holds again if it is called off. */
  readonly before: { readonly loudness: number; readonly density: number };
}

/** From a bar line on these parts go on by themselves, from the chair of `by`. */
export interface GroundPiece {
  readonly from: Beats;
  readonly grounds: readonly Ground[];
  readonly by: Author;
}

/** A stretch in which all were silent at once, by the room's clock; `until` undefined while it lasts. */
export interface Hush {
  readonly from: RoomMs;
  readonly until: RoomMs | undefined;
  readonly by: Author;
}

/** The room at one place of its log: plain data, never changed in place. */
export interface RoomState {
  /** The last entry in it. */
  readonly seq: Seq;
  readonly openedAt: RoomMs;
  readonly title: string;
  readonly place: Place;
  readonly isClosed: boolean;
  readonly tempo: TempoMap;
  readonly metre: MetreMap;
  readonly frames: FrameTimeline;
  readonly pulse: Pulse;
  readonly echoes: EchoMap;
  readonly isEchoFixed: boolean;
  /** Whether the demo group has been asked in. */
  readonly isCompanyInvited: boolean;
  /** Instruments on offer. */
  readonly instruments: readonly InstrumentId[];
  readonly door: { readonly hasDoor: boolean; readonly isLocked: boolean };
  readonly listening: Listening;
  readonly arc: {
    readonly steps: Arc;
    readonly step: number | undefined;
    readonly since: RoomMs;
  };
  readonly goals: string;
  readonly holding: Readonly<Record<Control, Holder>>;
  /** Since when nobody is here who holds the room; undefined while someone is. */
  readonly unheldSince: RoomMs | undefined;
  readonly isCalmEndOffered: boolean;
  /** How loud all are, and how much of everything is let through. */
  readonly loudness: LevelMap;
  readonly density: LevelMap;
  /** In order of time, the last may go on. */
  readonly hushes: readonly Hush[];
  readonly round: { readonly kind: RoundKind; readonly bars: number } | undefined;
  /** In order of time, never over each other. */
  readonly turns: readonly Turn[];
  readonly grounds: readonly GroundPiece[];
  readonly ending: Ending | undefined;
  /** Stopped at once: a fade from here, then it closes. */
  readonly stoppedAt: RoomMs | undefined;
  /** In the order they joined. */
  readonly members: readonly Member[];
}
