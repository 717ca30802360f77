import { bpm } from '../../../shared/base/units.ts';
import { ALL_INSTRUMENTS, type RoomPlan } from '../../../shared/event/plan.ts';
import { DEFAULT_FRAME } from '../../../shared/music/frame.ts';

/** Calm and slow enough to breathe to, quick enough to walk to; whoever comes is let in by a person. */
export const FIRST_PLAN: RoomPlan = {
  title: '',
  place: 'together',
  bpm: bpm(76),
  metre: '4/4',
  frame: DEFAULT_FRAME,
  instruments: ALL_INSTRUMENTS,
  hasDoor: true,
  listening: 'announced',
  arc: [],
  goals: '',
};
