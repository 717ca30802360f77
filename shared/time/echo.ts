import { assert } from '../base/assert.ts';
import {
  type Bpm,
  beatsOfTicks,
  type RoomMs,
  roomMs,
  type Ticks,
  ticks,
  ticksOfBeats,
} from '../base/units.ts';
import { barBeats, feltBeatLengths, type Metre } from './metre.ts';
import { roomMsAt, type TempoMap } from './tempo-map.ts';

/** The musical lengths an echo may have, shortest first. */
export const ECHO_NAMES = ['sixteenth', 'eighth', 'quarter', 'halfBar', 'bar', 'twoBars'] as const;
export type EchoName = (typeof ECHO_NAMES)[number];

/** The delay with which members hear each other: a few milliseconds where the network allows, else a musical length. */
export type Echo =
  | { readonly type: 'live'; readonly ms: number }
  | { readonly type: 'musical'; readonly name: EchoName; readonly length: Ticks };

/** Echoes over time; each holds for notes played from `fromTick`, a bar line, on. At least one. Plain JSON. */
export type EchoMap = { readonly changes: readonly EchoChange[] };
export type EchoChange = { readonly fromTick: Ticks; readonly echo: Echo };

/** Live playing: at 20 to 30 ms duos begin to drag (Schuett 2002), and a LAN's packets and their sound fit into it. */
export const LIVE_ECHO: Echo = { type: 'live', ms: 30 };

/** The finest line a late note may be moved to. */
export const SIXTEENTH = ticks(240);

/**
 * The echoes a metre offers, smallest first, no length twice. Half a bar is the smallest whole number of felt beats that
 * makes half or more: 2 beats of 3/4, 3 of 5/4, 2 + 2 eighths of 7/8, so that an echo never falls between the beats.
 */
export function echoesOf(metre: Metre): readonly Echo[] {
  const bar = ticksOfBeats(barBeats(metre));
  const lengths: Record<EchoName, Ticks> = {
    sixteenth: SIXTEENTH,
    eighth: ticks(480),
    quarter: ticks(960),
    halfBar: halfBarTicks(metre, bar),
    bar,
    twoBars: ticks(2 * bar),
  };
  const found: Echo[] = [LIVE_ECHO];
  let longest = 0;
  for (const name of ECHO_NAMES) {
    if (lengths[name] > longest) found.push({ type: 'musical', name, length: lengths[name] });
    longest = Math.max(longest, lengths[name]);
  }
  return found;
}

/** The echo of that name in this metre; where the metre has it under a shorter name (half of 2/4 is a quarter), that. */
export function echoNamed(name: EchoName | 'live', metre: Metre): Echo {
  const wanted = name === 'live' ? -1 : ECHO_NAMES.indexOf(name);
  const fits = (echo: Echo) => echo.type === 'live' || ECHO_NAMES.indexOf(echo.name) <= wanted;
  return echoesOf(metre).findLast(fits) ?? LIVE_ECHO;
}

/** How long an echo is at a tempo. */
export function echoMs(echo: Echo, tempo: Bpm): number {
  return echo.type === 'live' ? echo.ms : (beatsOfTicks(echo.length) * 60_000) / tempo;
}

export function isSameEcho(one: Echo, other: Echo): boolean {
  if (one.type === 'live') return other.type === 'live' && one.ms === other.ms;
  return other.type === 'musical' && one.length === other.length && one.name === other.name;
}

/** A timeline of one echo. */
export function createEchoMap(echo: Echo): EchoMap {
  return { changes: [{ fromTick: ticks(0), echo }] };
}

/** The timeline with `echo` from `fromTick` on, in place of what was planned there. The same map if nothing changes. */
export function withEcho(map: EchoMap, fromTick: Ticks, echo: Echo): EchoMap {
  assert(fromTick >= 0, `an echo starts at tick 0 or later, not ${fromTick}`);
  const kept = map.changes.filter((change) => change.fromTick < fromTick);
  const last = kept.at(-1);
  if (last && isSameEcho(last.echo, echo)) {
    return kept.length === map.changes.length ? map : { changes: kept };
  }
  const planned = map.changes[kept.length];
  const isPlanned = planned?.fromTick === fromTick && isSameEcho(planned.echo, echo);
  if (isPlanned && map.changes.length === kept.length + 1) return map;
  return { changes: [...kept, { fromTick, echo }] };
}

/** The echo of notes played at `tick`. */
export function echoAt(map: EchoMap, tick: Ticks): Echo {
  const change = map.changes.findLast(({ fromTick }) => fromTick <= tick) ?? map.changes[0];
  assert(change, 'an echo map has an echo');
  return change.echo;
}

/** When others hear a note that sounds for its player at `playedTick`. */
export function heardAtMs(tempo: TempoMap, echoes: EchoMap, playedTick: Ticks): RoomMs {
  const echo = echoAt(echoes, playedTick);
  if (echo.type === 'live') return roomMs(roomMsAt(tempo, beatsOfTicks(playedTick)) + echo.ms);
  return roomMsAt(tempo, beatsOfTicks(ticks(playedTick + echo.length)));
}

function halfBarTicks(metre: Metre, bar: Ticks): Ticks {
  let sum = 0;
  for (const length of feltBeatLengths(metre)) {
    sum += ticksOfBeats(length);
    if (2 * sum >= bar) break;
  }
  return ticks(sum);
}
