import { assert } from '../base/assert.ts';
import { MAX_BPM, MIN_BPM } from '../base/limits.ts';
import { type Beats, type Bpm, beats, bpm, type RoomMs, roomMs } from '../base/units.ts';

/*
 * Tempo over time, as data: with τ in ms since a segment's start, f in beats a ms, Δb in beats since its start,
 *
 *   constant   Δb = f0·τ                  τ = Δb / f0
 *   linear     Δb = f0·τ + a·τ²/2         τ = 2Δb / (f0 + √(f0² + 2aΔb))         a = (f1² − f0²) / (2D)
 *
 * where D is the length of the whole change; it lasts 2D / (f0 + f1). The second form of τ has no difference of
 * near equals and no division by `a`, so that it holds for the slightest change. Everything is reckoned from the
 * segment's own start: room ms are Unix times, and a double has only 0.0002 ms left at that size.
 */

/** One tempo, from its start until the next segment. */
export type ConstantTempo = {
  readonly type: 'constant';
  readonly startMs: RoomMs;
  readonly startBeat: Beats;
  readonly bpm: Bpm;
};

/** A glide: tempo changes evenly in time, from `fromBpm` to `toBpm` over `lengthBeats`, or until the next segment. */
export type LinearTempo = {
  readonly type: 'linear';
  readonly startMs: RoomMs;
  readonly startBeat: Beats;
  readonly lengthBeats: Beats;
  readonly fromBpm: Bpm;
  readonly toBpm: Bpm;
};

export type TempoSegment = ConstantTempo | LinearTempo;

/** Tempo over the whole session: at least one segment, in order, the last of them constant. Plain JSON, never changed in place. */
export type TempoMap = { readonly segments: readonly TempoSegment[] };

const MS_PER_MIN = 60_000;

/** A change planned within rounding of another (a glide's end is a sum) replaces it: a thousandth of a tick is far more. */
const SAME_PLACE_BEATS = 1e-9;

/** A map of one tempo whose beat 0 is at `originMs`. */
export function createTempoMap(originMs: RoomMs, tempo: Bpm): TempoMap {
  assertTempo(tempo);
  return { segments: [{ type: 'constant', startMs: originMs, startBeat: beats(0), bpm: tempo }] };
}

/**
 * The map with a step to `tempo` at `fromBeat`, in place of whatever was planned from there on. Phase stays.
 * The same map if nothing changes. That `fromBeat` is still ahead for everyone is the caller's duty.
 */
export function withTempo(map: TempoMap, fromBeat: Beats, tempo: Bpm): TempoMap {
  assertTempo(tempo);
  const kept = segmentsBefore(map, fromBeat);
  const last = kept.at(-1);
  const goesOn = last?.type === 'constant' && last.bpm === tempo;
  const startMs = roomMsAt(map, fromBeat);
  return settled(
    map,
    goesOn ? kept : [...kept, { type: 'constant', startMs, startBeat: fromBeat, bpm: tempo }],
  );
}

/**
 * The map with a glide that sets out at `fromBeat` from the tempo of that moment and reaches `tempo` `lengthBeats`
 * later, in place of whatever was planned from there on. A glide of no length is a step.
 */
export function withGlide(map: TempoMap, fromBeat: Beats, lengthBeats: Beats, tempo: Bpm): TempoMap {
  assertTempo(tempo);
  assert(
    lengthBeats >= 0 && Number.isFinite(lengthBeats),
    `a glide lasts 0 beats or more, not ${lengthBeats}`,
  );
  const fromBpm = bpmBefore(map, fromBeat);
  if (lengthBeats === 0 || fromBpm === tempo) return withTempo(map, fromBeat, tempo);
  const startMs = roomMsAt(map, fromBeat);
  const glide: LinearTempo = {
    type: 'linear',
    startMs,
    startBeat: fromBeat,
    lengthBeats,
    fromBpm,
    toBpm: tempo,
  };
  const end: ConstantTempo = {
    type: 'constant',
    startMs: roomMs(startMs + msInto(glide, lengthBeats)),
    startBeat: beats(fromBeat + lengthBeats),
    bpm: tempo,
  };
  return settled(map, [...segmentsBefore(map, fromBeat), glide, end]);
}

/**
 * The map without the segments that were over at `before`: what a long session no longer asks about. Beats and
 * times from then on are what they were; earlier ones are all answered with the first that is left.
 */
export function withoutPast(map: TempoMap, before: RoomMs): TempoMap {
  const first = indexAt(map, (segment) => segment.startMs <= before);
  return first === 0 ? map : { segments: map.segments.slice(first) };
}

/** Beat at room time `at`. Monotonic; 0 before the first tempo. Inverse of `roomMsAt`. In quarter notes, fractional. */
export function beatAt(map: TempoMap, at: RoomMs): Beats {
  const index = indexAt(map, (segment) => segment.startMs <= at);
  const segment = segmentOf(map, index);
  if (at <= segment.startMs) return segment.startBeat;
  const beat = segment.startBeat + beatsInto(segment, at - segment.startMs);
  return beats(Math.min(beat, map.segments[index + 1]?.startBeat ?? Number.POSITIVE_INFINITY));
}

/** Room time of `beat`. Monotonic; the start of the first tempo for beats before it. Inverse of `beatAt`. */
export function roomMsAt(map: TempoMap, beat: Beats): RoomMs {
  const index = indexAt(map, (segment) => segment.startBeat <= beat);
  const segment = segmentOf(map, index);
  if (beat <= segment.startBeat) return segment.startMs;
  const at = segment.startMs + msInto(segment, beat - segment.startBeat);
  return roomMs(Math.min(at, map.segments[index + 1]?.startMs ?? Number.POSITIVE_INFINITY));
}

/** Tempo at `beat`, and the first tempo before it. Where it steps, the new one. */
export function bpmAt(map: TempoMap, beat: Beats): Bpm {
  return bpmIn(
    segmentOf(
      map,
      indexAt(map, (segment) => segment.startBeat <= beat),
    ),
    beat,
  );
}

/** Tempo with which `beat` is reached: where it steps, the old one, since a change planned there is about to be replaced. */
function bpmBefore(map: TempoMap, beat: Beats): Bpm {
  return bpmIn(segmentsBefore(map, beat).at(-1) ?? segmentOf(map, 0), beat);
}

function bpmIn(segment: TempoSegment, beat: Beats): Bpm {
  if (segment.type === 'constant') return segment.bpm;
  const count = Math.max(0, beat - segment.startBeat);
  return count < segment.lengthBeats ? bpm(Math.sqrt(squareInto(segment, count))) : segment.toBpm;
}

function beatsInto(segment: TempoSegment, ms: number): number {
  if (segment.type === 'constant') return (ms * segment.bpm) / MS_PER_MIN;
  const { fromBpm, toBpm, lengthBeats } = segment;
  const minutes = ms / MS_PER_MIN;
  const gainPerMin = ((toBpm - fromBpm) * (toBpm + fromBpm)) / (2 * lengthBeats);
  return minutes * (fromBpm + (gainPerMin * minutes) / 2);
}

function msInto(segment: TempoSegment, count: number): number {
  if (segment.type === 'constant') return (count * MS_PER_MIN) / segment.bpm;
  return (2 * count * MS_PER_MIN) / (segment.fromBpm + Math.sqrt(squareInto(segment, count)));
}

/** The square of the tempo grows evenly over the beats of a glide. */
function squareInto({ fromBpm, toBpm, lengthBeats }: LinearTempo, count: number): number {
  return fromBpm ** 2 + (toBpm - fromBpm) * (toBpm + fromBpm) * (count / lengthBeats);
}

function segmentsBefore(map: TempoMap, beat: Beats): readonly TempoSegment[] {
  const first = segmentOf(map, 0).startBeat;
  assert(beat >= first && Number.isFinite(beat), `a tempo starts at beat ${first} or later, not ${beat}`);
  return map.segments.filter((segment) => segment.startBeat < beat - SAME_PLACE_BEATS);
}

/** The map as it was, if these are its own segments. */
function settled(map: TempoMap, segments: readonly TempoSegment[]): TempoMap {
  const same =
    segments.length === map.segments.length &&
    segments.every((segment, i) => isSame(segment, map.segments[i]));
  return same ? map : { segments };
}

function isSame(one: TempoSegment, other: TempoSegment | undefined): boolean {
  if (one.startBeat !== other?.startBeat) return false;
  if (one.type === 'constant') return other.type === 'constant' && one.bpm === other.bpm;
  return other.type === 'linear' && one.lengthBeats === other.lengthBeats && one.toBpm === other.toBpm;
}

/** The last segment that has begun, by bisection; the first if none has. */
function indexAt(map: TempoMap, hasBegun: (segment: TempoSegment) => boolean): number {
  let low = 0;
  let high = map.segments.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (hasBegun(segmentOf(map, middle))) low = middle;
    else high = middle;
  }
  return low;
}

function segmentOf(map: TempoMap, index: number): TempoSegment {
  const segment = map.segments[index];
  assert(segment, 'a tempo map has a tempo');
  return segment;
}

function assertTempo(tempo: Bpm): void {
  assert(tempo >= MIN_BPM && tempo <= MAX_BPM, `a tempo is ${MIN_BPM} to ${MAX_BPM} bpm, not ${tempo}`);
}
