import { useEffect, useMemo, useState } from 'react';
import { beats, type Bpm, bpm, TICKS_PER_BEAT, ticksOfBeats } from '../../shared/base/units.ts';
import type { Harmony } from '../../shared/music/frame.ts';
import { harmonyOf } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { type Echo, echoAt } from '../../shared/time/echo.ts';
import type { MetreName } from '../../shared/time/metre.ts';
import { barAt, beatOfBar } from '../../shared/time/metre-map.ts';
import { bpmAt } from '../../shared/time/tempo-map.ts';
import type { PulseNow } from '../session/hands.ts';

/** What holds in a room at this moment, as far as the pages show it. */
export interface RoomNow {
  /** With the chord of the bar: what lies under the fingers follows it. */
  readonly frame: Harmony;
  readonly metre: MetreName;
  /** Rounded: a glide is shown in whole beats a minute. */
  readonly bpm: Bpm;
  readonly echo: Echo;
  readonly pulse: 'still' | 'awaited' | 'countIn' | 'going' | 'ending';
}

/** Often enough that a surface follows its new frame on the bar line as seen by the eye. */
const LOOK_EVERY_MS = 50;

/** What holds now; draws again when something set for a coming bar takes hold. */
export function useRoomNow(room: RoomState, pulseNow: PulseNow): RoomNow {
  const [now, setNow] = useState(() => roomNow(room, pulseNow().tick));
  const shown = useMemo(() => roomNow(room, pulseNow().tick), [room, pulseNow]);
  useEffect(() => {
    const look = () => {
      const next = roomNow(room, pulseNow().tick);
      setNow((before) => (isSame(before, next) ? before : next));
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [room, pulseNow]);
  return isSame(now, shown) ? shown : now;
}

/** What holds in `room` at a tick of its grid. */
export function roomNow(room: RoomState, tick: number): RoomNow {
  const beat = beats(Math.max(0, tick / TICKS_PER_BEAT));
  const bar = barAt(room.metre, beat);
  return {
    frame: harmonyOf(room, beat),
    metre: room.metre.segments.findLast(({ startBar }) => startBar <= bar)?.metre ?? '4/4',
    bpm: bpm(Math.round(bpmAt(room.tempo, beat))),
    echo: echoAt(room.echoes, ticksOfBeats(beat)),
    pulse: pulseAt(room, beat),
  };
}

function pulseAt({ pulse, metre }: RoomState, beat: number): RoomNow['pulse'] {
  if (pulse.type !== 'going') return pulse.type;
  if (pulse.until !== undefined) return beat >= pulse.until ? 'still' : 'ending';
  const countInEnds = beatOfBar(metre, barAt(metre, pulse.from) + pulse.countInBars);
  return beat < countInEnds ? 'countIn' : 'going';
}

const isSame = (one: RoomNow, other: RoomNow) =>
  one.frame === other.frame &&
  one.metre === other.metre &&
  one.bpm === other.bpm &&
  one.echo === other.echo &&
  one.pulse === other.pulse;
