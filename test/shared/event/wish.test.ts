import { describe, expect, it } from 'vitest';
import { newcomerSchema } from '../../../shared/event/membership.ts';
import { roomPlanSchema } from '../../../shared/event/setting.ts';
import { lagMessageSchema } from '../../../shared/event/lag.ts';
import { isLineWish } from '../../../shared/event/line-wish.ts';
import { roomWishSchema, wishSchema } from '../../../shared/event/wish.ts';
import { LAG_BINS } from '../../../shared/time/lag-summary.ts';

const NOTE = {
  type: 'playNote',
  played: 0,
  sounds: 0,
  instrument: 'harp',
  pitch: 60,
  strength: 1,
  colour: 0,
  length: null,
};
const POINT = { played: 0, pitch: 60, colour: 0, strength: 1 };
const CELL = { step: 0, row: 0, strength: 1 };
const LOOP = { instrument: 'harp', steps: 8, stepTicks: 480, cells: [CELL] };
const setLoop = (changed: object) => ({ type: 'setLoop', loop: { ...LOOP, ...changed } });
const bend = (points: readonly object[]) => ({ type: 'bendNote', note: 1, points });
const note = (changed: object) => ({ ...NOTE, ...changed });

/** Everything a browser may ask for, at the edges of what may be. */
const GOOD: readonly object[] = [
  { type: 'leave' },
  { type: 'chooseInstrument', instrument: 'oceanDrum' },
  { type: 'setKeeping', isKept: true },
  { type: 'reportReadiness', isReady: false, clockErrorMs: 0 },
  { type: 'reportReadiness', isReady: true, clockErrorMs: 2000 },
  { type: 'inviteCompany' },
  { type: 'sendCompanyHome' },
  { type: 'setTempo', bpm: 30, glideBars: 0 },
  { type: 'setTempo', bpm: 240, glideBars: 32 },
  { type: 'setTempo', bpm: 72.5, glideBars: 1 },
  { type: 'setMetre', metre: '7/8' },
  { type: 'startPulse' },
  { type: 'stopPulse' },
  { type: 'setFrame', frame: { tonic: 11, scale: 'hirajoshi', feel: 'swing' } },
  { type: 'fixEcho', echo: 'auto' },
  { type: 'fixEcho', echo: 'live' },
  { type: 'fixEcho', echo: 'twoBars' },
  { type: 'closeRoom' },
  NOTE,
  note({ played: 4_000_000_000, sounds: 4_000_000_000, length: 115_200 }),
  note({ pitch: 21, strength: 0.001, colour: 1, length: 1 }),
  note({ pitch: 108 }),
  note({ pitch: 60.25 }),
  { type: 'releaseNote', note: 1, played: 0 },
  bend([POINT]),
  bend(Array.from({ length: 16 }, () => POINT)),
  setLoop({}),
  setLoop({ steps: 2, stepTicks: 160, cells: [] }),
  setLoop({ steps: 32, stepTicks: 960, cells: [{ step: 31, row: 11, strength: 0.01 }] }),
  setLoop({ cells: Array.from({ length: 384 }, () => CELL) }),
  { type: 'stopLoop' },
];

const BAD: readonly unknown[] = [
  undefined,
  null,
  'leave',
  7,
  [],
  {},
  { type: 'toString' },
  { type: '__proto__' },
  { type: 'leave', why: 'own' },
  { type: 'admit', member: 'm000000000' },
  { type: 'proposeEcho', echo: { type: 'live', ms: 30 } },
  { type: 'stopWaiting' },
  { type: 'chooseInstrument', instrument: 'theremin' },
  { type: 'chooseInstrument', instrument: 'toString' },
  { type: 'setKeeping', isKept: 1 },
  { type: 'reportReadiness', isReady: true, clockErrorMs: -1 },
  { type: 'reportReadiness', isReady: true, clockErrorMs: 2001 },
  { type: 'reportReadiness', isReady: true, clockErrorMs: 0.5 },
  { type: 'setTempo', bpm: 29.99, glideBars: 0 },
  { type: 'setTempo', bpm: 240.01, glideBars: 0 },
  { type: 'setTempo', bpm: Number.NaN, glideBars: 0 },
  { type: 'setTempo', bpm: Number.POSITIVE_INFINITY, glideBars: 0 },
  { type: 'setTempo', bpm: '90', glideBars: 0 },
  { type: 'setTempo', bpm: 90, glideBars: 33 },
  { type: 'setTempo', bpm: 90, glideBars: -1 },
  { type: 'setTempo', bpm: 90, glideBars: 0.5 },
  { type: 'setMetre', metre: '9/8' },
  { type: 'setFrame', frame: { tonic: 12, scale: 'major', feel: 'swing' } },
  { type: 'setFrame', frame: { tonic: 0, scale: 'major' } },
  { type: 'setFrame', frame: { tonic: 0, scale: 'major', feel: 'swing', more: 1 } },
  { type: 'fixEcho', echo: 'half' },
  note({ played: -1 }),
  note({ played: 4_000_000_001 }),
  note({ played: 0.5 }),
  note({ pitch: 20.9 }),
  note({ pitch: 108.1 }),
  note({ strength: 0 }),
  note({ strength: 1.01 }),
  note({ colour: -0.01 }),
  note({ colour: 1.01 }),
  note({ length: 0 }),
  note({ length: undefined }),
  note({ by: 'someone else' }),
  note({ seq: 3 }),
  { type: 'releaseNote', note: 0, played: 0 },
  { type: 'releaseNote', note: -1, played: 0 },
  { type: 'releaseNote', note: 1.5, played: 0 },
  bend([]),
  bend(Array.from({ length: 17 }, () => POINT)),
  bend([{ ...POINT, more: [[[[]]]] }]),
  setLoop({ steps: 1 }),
  setLoop({ steps: 33 }),
  setLoop({ stepTicks: 100 }),
  setLoop({ cells: [{ ...CELL, step: 32 }] }),
  setLoop({ cells: [{ ...CELL, row: 12 }] }),
  setLoop({ cells: [{ ...CELL, strength: 0 }] }),
  setLoop({ cells: Array.from({ length: 385 }, () => CELL) }),
];

describe('a wish', () => {
  it.each(GOOD)('[E1] that fits is read as it is: %j', (wish) => {
    expect(wishSchema.parse(wish)).toEqual(wish);
  });

  it.each(BAD)('[E1] that does not fit is not read: %j', (wish) => {
    expect(wishSchema.safeParse(wish).success).toBe(false);
  });

  it('[E1] is read into a new object, never passed on as it came', () => {
    const wish = setLoop({});
    const read = wishSchema.parse(wish);
    expect(read).toEqual(wish);
    expect(read).not.toBe(wish);
    expect(read.type === 'setLoop' && read.loop.cells[0]).not.toBe(CELL);
  });

  it('is a line wish exactly when it is none for the room', () => {
    for (const wish of GOOD) {
      const read = wishSchema.parse(wish);
      expect(isLineWish(read)).toBe(!roomWishSchema.safeParse(wish).success);
    }
  });
});

describe('what a newcomer says', () => {
  const NEWCOMER = { name: 'Ada', shape: 'leaf', role: 'player', isKept: false };

  it('[D4] may have no name, and names no role with rights', () => {
    expect(newcomerSchema.safeParse(NEWCOMER).success).toBe(true);
    expect(newcomerSchema.safeParse({ ...NEWCOMER, name: undefined }).success).toBe(true);
    for (const changed of [
      { role: 'facilitator' },
      { role: 'room' },
      { shape: 'heart' },
      { isKept: 'yes' },
      { isCompany: true },
      { name: 'a'.repeat(24 * 16 + 1) },
    ])
      expect(newcomerSchema.safeParse({ ...NEWCOMER, ...changed }).success).toBe(false);
  });
});

describe('the plan of a room', () => {
  const PLAN = {
    title: '',
    place: 'apart',
    bpm: 60,
    metre: '4/4',
    frame: { tonic: 0, scale: 'major', feel: 'straight' },
  };

  it('is read at its edges and not beyond', () => {
    expect(roomPlanSchema.safeParse(PLAN).success).toBe(true);
    for (const changed of [
      { bpm: 29 },
      { place: 'here' },
      { metre: '4/3' },
      { title: 'x'.repeat(961) },
      { id: 1 },
    ])
      expect(roomPlanSchema.safeParse({ ...PLAN, ...changed }).success).toBe(false);
  });
});

describe('a report of lags', () => {
  const read = (lags: unknown) => lagMessageSchema.safeParse({ lags }).success;

  it('has bins that there are, and counts of a size', () => {
    expect(read([])).toBe(true);
    expect(read([[0, 1]])).toBe(true);
    expect(read([[LAG_BINS - 1, 10_000]])).toBe(true);
    for (const lags of [
      [[LAG_BINS, 1]],
      [[-1, 1]],
      [[0, 0]],
      [[0, 10_001]],
      [[0]],
      [[0, 1, 2]],
      [[0.5, 1]],
      'x',
    ])
      expect(read(lags)).toBe(false);
    expect(read(Array.from({ length: LAG_BINS + 1 }, () => [0, 1]))).toBe(false);
  });
});
