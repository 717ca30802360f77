import type { Beats } from '../base/units.ts';
import { stepInBar } from './chord.ts';
import { type Frame, type Harmony, isSameFrame } from './frame.ts';

/** Which frame holds from when: at least one piece, in order, the first from beat 0. */
export type FrameTimeline = readonly { readonly from: Beats; readonly frame: Frame }[];

/** The frame at a beat; on the line itself the new one. */
export function frameAt(timeline: FrameTimeline, beat: number): Frame {
  const first = timeline[0];
  if (!first) throw new Error('A frame timeline has a frame');
  return timeline.findLast((piece) => piece.from <= beat)?.frame ?? first.frame;
}

/**
 * The timeline with a frame from a bar line on, in place of what was planned from there. The same frame again goes on, so that
 * its chords do not begin anew.
 */
export function withFrame(timeline: FrameTimeline, from: Beats, frame: Frame): FrameTimeline {
  const kept = timeline.filter((piece) => piece.from < from);
  const before = kept.at(-1);
  return before && isSameFrame(before.frame, frame) ? kept : [...kept, { from, frame }];
}

/** The same object each time for the same frame and chord: who draws by it need not draw again. */
const harmonies = new WeakMap<Frame, Map<string, Harmony>>();

/**
 * The frame at a beat with the chord that holds in its bar.
 *
 * @param barOf the bar a beat is in (`barAt` of the metre map).
 */
export function harmonyAt(timeline: FrameTimeline, barOf: (beat: Beats) => number, beat: Beats): Harmony {
  const frame = frameAt(timeline, beat);
  if (!frame.chords || frame.chords.length === 0) return frame;
  const begun = timeline.findLast((piece) => piece.frame === frame)?.from ?? beat;
  const chord = stepInBar(frame.chords, barOf(beat) - barOf(begun));
  if (!chord) return frame;
  const known = harmonies.get(frame) ?? new Map<string, Harmony>();
  harmonies.set(frame, known);
  const name = `${chord.root} ${chord.kind}`;
  const harmony = known.get(name) ?? { ...frame, chord };
  known.set(name, harmony);
  return harmony;
}
