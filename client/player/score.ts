import type { Pulse } from '../../shared/room/state.ts';
import type { FrameTimeline } from '../../shared/music/frame-timeline.ts';
import type { EchoMap } from '../../shared/time/echo.ts';
import type { MetreMap } from '../../shared/time/metre-map.ts';
import type { TempoMap } from '../../shared/time/tempo-map.ts';

/** What the player reads of the room: everything that holds over time. A `RoomState` is one. */
export interface Score {
  readonly tempo: TempoMap;
  readonly metre: MetreMap;
  readonly frames: FrameTimeline;
  readonly pulse: Pulse;
  readonly echoes: EchoMap;
}
