import type { Beats } from '../base/units.ts';
import type { Frame } from './frame.ts';

/** Which frame holds from when: at least one piece, in order, the first from beat 0. */
export type FrameTimeline = readonly { readonly from: Beats; readonly frame: Frame }[];

/** The frame at a beat; on the line itself the new one. */
export function frameAt(timeline: FrameTimeline, beat: number): Frame {
  const first = timeline[0];
  if (!first) throw new Error('A frame timeline has a frame');
  return timeline.findLast((piece) => piece.from <= beat)?.frame ?? first.frame;
}

/** The timeline with a frame from a bar line on, in place of what was planned from there. */
export function withFrame(timeline: FrameTimeline, from: Beats, frame: Frame): FrameTimeline {
  return [...timeline.filter((piece) => piece.from < from), { from, frame }];
}
