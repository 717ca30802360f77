import type { MemberId, Seq } from '../base/ids.ts';
import type { Beats, RoomMs } from '../base/units.ts';
import type { Colour, Shape } from '../event/look.ts';
import type { Role } from '../event/membership.ts';
import type { Place } from '../event/setting.ts';
import type { FrameTimeline } from '../music/frame-timeline.ts';
import type { InstrumentId } from '../music/instrument.ts';
import type { EchoMap } from '../time/echo.ts';
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
  /** In the order they joined. */
  readonly members: readonly Member[];
}
