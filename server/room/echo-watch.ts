import type { MemberId } from '../../shared/base/ids.ts';
import { beats, type RoomMs, ticksOfBeats } from '../../shared/base/units.ts';
import type { ProposeEcho } from '../../shared/event/setting.ts';
import { comingBar } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { echoAt } from '../../shared/time/echo.ts';
import { createEchoChooser, type EchoChooser } from '../../shared/time/echo-chooser.ts';
import type { LagSummary } from '../../shared/time/lag-summary.ts';
import { metreOfBar, nextBarLine } from '../../shared/time/metre-map.ts';
import { beatAt, bpmAt, roomMsAt } from '../../shared/time/tempo-map.ts';
import type { After } from './ports.ts';

/** Asks at every bar line what the members' links can hold, and proposes the echo that fits. */
export interface EchoWatch {
  onLags(member: MemberId, lags: LagSummary): void;
  onLeft(member: MemberId): void;
  stop(): void;
}

export function createEchoWatch(
  state: () => RoomState,
  now: () => RoomMs,
  after: After,
  propose: (wish: ProposeEcho) => void,
): EchoWatch {
  const choosing = (): EchoChooser => {
    const { place, echoes, tempo } = state();
    const current = echoAt(echoes, ticksOfBeats(beatAt(tempo, now())));
    return createEchoChooser(place === 'together' ? 'inOnePlace' : 'apart', current);
  };
  let chooser = choosing();
  let wasFixed = state().isEchoFixed;

  const atBarLine = () => {
    const { tempo, metre, isEchoFixed } = state();
    const at = now();
    // What a person has fixed is theirs; set free again, the chooser goes on from there.
    if (wasFixed && !isEchoFixed) chooser = choosing();
    wasFixed = isEchoFixed;
    if (!isEchoFixed) {
      // For the bar from which it would hold: tempo and metre may be others by then.
      const { bar, beat } = comingBar(state(), at);
      const echo = chooser.choose(at, bpmAt(tempo, beat), metreOfBar(metre, bar));
      propose({ type: 'proposeEcho', echo });
    }
    cancel = after(untilNextBar(), atBarLine);
  };

  const untilNextBar = () => {
    const { tempo, metre } = state();
    const beat = beatAt(tempo, now());
    return Math.max(MIN_WAIT_MS, roomMsAt(tempo, nextBarLine(metre, beats(beat + SOON_BEATS))) - now());
  };

  let cancel = after(untilNextBar(), atBarLine);
  return {
    onLags: (member, lags) => chooser.onReport(member, lags, now()),
    onLeft: (member) => chooser.onLeft(member),
    stop: () => cancel(),
  };
}

/** A timer that comes a hair early must not ask twice about one bar line. */
const SOON_BEATS = 0.05;
const MIN_WAIT_MS = 100;
