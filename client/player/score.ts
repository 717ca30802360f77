import type { RoomMs } from '../../shared/base/units.ts';
import type { Ending, GroundPiece, Hush, Member, Pulse, Turn } from '../../shared/room/state.ts';
import type { FrameTimeline } from '../../shared/music/frame-timeline.ts';
import type { EchoMap } from '../../shared/time/echo.ts';
import type { LevelMap } from '../../shared/time/level-map.ts';
import type { MetreMap } from '../../shared/time/metre-map.ts';
import type { TempoMap } from '../../shared/time/tempo-map.ts';

/** What the player reads of the room: everything that holds over time. A `RoomState` is one. */
export interface Score {
  readonly tempo: TempoMap;
  readonly metre: MetreMap;
  readonly frames: FrameTimeline;
  readonly pulse: Pulse;
  readonly echoes: EchoMap;
  /** How loud all are, and how much of everything is let through. */
  readonly loudness: LevelMap;
  readonly density: LevelMap;
  readonly hushes: readonly Hush[];
  readonly turns: readonly Turn[];
  readonly grounds: readonly GroundPiece[];
  readonly ending: Ending | undefined;
  readonly stoppedAt: RoomMs | undefined;
  readonly isClosed: boolean;
  readonly members: readonly Pick<Member, 'id' | 'level' | 'density'>[];
}
