import { memberId, seq, THE_ROOM } from '../../../shared/base/ids.ts';
import { beats, bpm, pitch, roomMs, strength, ticks } from '../../../shared/base/units.ts';
import type { Entry, LineEntry, LineEventOf, RoomEvent } from '../../../shared/event/entry.ts';
import type { NotePlayed } from '../../../shared/event/line.ts';
import type { Loop } from '../../../shared/event/loop.ts';
import { fold } from '../../../shared/room/fold.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { echoNamed } from '../../../shared/time/echo.ts';
import { metreOf } from '../../../shared/time/metre.ts';

/** A room at 120 quarters a minute from room time 0 (a beat is 500 ms), and people to play in it. */
export const ADA = memberId('adaadaadaadaadaa');
export const BO = memberId('bobobobobobobobo');

export const opened: RoomEvent = {
  type: 'sessionOpened',
  title: '',
  place: 'apart',
  bpm: bpm(120),
  metre: '4/4',
  frame: { tonic: 0, scale: 'majorPentatonic', feel: 'straight' },
};

export const eighthEcho: RoomEvent = {
  type: 'echoSet',
  from: ticks(0),
  echo: echoNamed('eighth', metreOf('4/4')),
  isFixed: true,
};

export const pulseFrom = (beat: number): RoomEvent => ({
  type: 'pulseStarted',
  from: beats(beat),
  countInBars: 1,
});

export function logOf(...events: readonly RoomEvent[]): readonly Entry[] {
  return [opened, eighthEcho, ...events].map((event, index) => ({
    seq: seq(index + 1),
    at: roomMs(0),
    by: THE_ROOM,
    event,
  }));
}

export const roomOf = (...events: readonly RoomEvent[]): RoomState => fold(logOf(...events));

export function note(tick: number, over: Partial<NotePlayed> & { n?: number } = {}): LineEntry {
  const { n = tick + 1, ...rest } = over;
  return {
    seq: seq(n),
    at: roomMs((tick / 960) * 500),
    by: ADA,
    event: {
      type: 'notePlayed',
      played: ticks(tick),
      sounds: ticks(tick),
      instrument: 'marimba',
      pitch: pitch(60),
      strength: strength(0.5),
      colour: 0.5,
      length: ticks(240),
      ...rest,
    },
  };
}

export function loopSet(loop: Partial<Loop>, from = 0, anchor = from): LineEventOf<'loopSet'> {
  return {
    seq: seq(1),
    at: roomMs(0),
    by: ADA,
    event: {
      type: 'loopSet',
      from: ticks(from),
      anchor: ticks(anchor),
      loop: { instrument: 'marimba', steps: 8, stepTicks: ticks(480), cells: [], ...loop },
    },
  };
}
