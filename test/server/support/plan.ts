import { bpm } from '../../../shared/base/units.ts';
import { ALL_INSTRUMENTS, type RoomPlan } from '../../../shared/event/plan.ts';
import { DEFAULT_FRAME } from '../../../shared/music/frame.ts';

/** A room as tests open it: no door to wait at, everything on offer. */
export const planOf = (over: Partial<RoomPlan> = {}): RoomPlan => ({
  title: '',
  place: 'apart',
  bpm: bpm(100),
  metre: '4/4',
  frame: DEFAULT_FRAME,
  instruments: ALL_INSTRUMENTS,
  hasDoor: false,
  listening: 'announced',
  arc: [],
  goals: '',
  ...over,
});
