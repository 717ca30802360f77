import type { Random } from '../../../../shared/base/random.ts';
import { beats, bpm, pitch, roomMs, strength, ticks, ticksOfBeats } from '../../../../shared/base/units.ts';
import type { LineWish } from '../../../../shared/event/line.ts';
import type { Role } from '../../../../shared/event/membership.ts';
import type { Wish } from '../../../../shared/event/wish.ts';
import { INSTRUMENT_IDS, INSTRUMENTS } from '../../../../shared/music/instrument.ts';
import { SCALE_NAMES } from '../../../../shared/music/scale.ts';
import { METRE_NAMES } from '../../../../shared/time/metre.ts';
import { beatAt } from '../../../../shared/time/tempo-map.ts';
import type { VirtualTime } from '../virtual-time.ts';
import type { Page } from './page.ts';

/** Whether someone ever says yes to being kept. */
export const HEARTS = ['never', 'always', 'changing'] as const;
export type Heart = (typeof HEARTS)[number];

export const oneOf = <Item>(chance: Random, items: readonly [Item, ...Item[]] | readonly Item[]): Item => {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('Nothing to choose from');
  return item;
};

/** What someone of that role and heart does next, on a page that knows the room; undefined for nothing. */
export function nextWish(
  page: Page,
  role: Role,
  heart: Heart,
  chance: Random,
  time: VirtualTime,
): Wish | undefined {
  const die = chance();
  if (role !== 'listener' && die < 0.7) return lineWish(page, chance, time);
  if (die < 0.8)
    return { type: 'reportReadiness', isReady: chance() < 0.7, clockErrorMs: Math.floor(chance() * 20) };
  if (die < 0.86 && role !== 'listener')
    return { type: 'chooseInstrument', instrument: oneOf(chance, INSTRUMENT_IDS) };
  if (die < 0.9 && heart === 'changing') return { type: 'setKeeping', isKept: chance() < 0.5 };
  // Now and then someone without the right asks as well.
  if (role === 'facilitator' || chance() < 0.1) return facilitatorWish(chance);
  return undefined;
}

function lineWish(page: Page, chance: Random, time: VirtualTime): LineWish | undefined {
  const { state } = page.replica;
  if (!state) return undefined;
  const errorMs = 40 * (chance() - 0.5);
  const played = ticksOfBeats(beats(beatAt(state.tempo, roomMs(time.now() + errorMs))));
  const held = [...page.wishes].filter(([, wish]) => wish.type === 'playNote' && wish.length === null);
  const [last] = held.at(-1) ?? [];
  const die = chance();
  if (die < 0.2 && last !== undefined) return { type: 'releaseNote', note: last, played };
  if (die < 0.3 && last !== undefined) {
    const point = { played, pitch: pitch(60), colour: chance(), strength: strength(0.5) };
    return { type: 'bendNote', note: last, points: [point] };
  }
  if (die < 0.36)
    return {
      type: 'setLoop',
      loop: {
        instrument: 'marimba',
        steps: 8,
        stepTicks: ticks(480),
        cells: [{ step: Math.floor(chance() * 8), row: 0, strength: 0.5 }],
      },
    };
  if (die < 0.4) return { type: 'stopLoop' };
  const instrument = oneOf(chance, INSTRUMENT_IDS);
  return {
    type: 'playNote',
    played,
    sounds: played,
    instrument,
    pitch: pitch(Math.max(21, INSTRUMENTS[instrument].lowest)),
    strength: strength(0.2 + 0.8 * chance()),
    colour: chance(),
    length: chance() < 0.5 ? null : ticks(240),
  };
}

function facilitatorWish(chance: Random): Wish {
  switch (Math.floor(chance() * 6)) {
    case 0:
      return {
        type: 'setTempo',
        bpm: bpm(60 + Math.floor(chance() * 90)),
        glideBars: Math.floor(chance() * 4),
      };
    case 1:
      return { type: 'setMetre', metre: oneOf(chance, METRE_NAMES) };
    case 2:
      return { type: 'startPulse' };
    case 3:
      return { type: 'stopPulse' };
    case 4:
      return {
        type: 'setFrame',
        frame: { tonic: Math.floor(chance() * 12), scale: oneOf(chance, SCALE_NAMES), feel: 'straight' },
      };
    default:
      return { type: 'fixEcho', echo: oneOf(chance, ['auto', 'live', 'quarter', 'bar'] as const) };
  }
}

export const someRole = (chance: Random): Exclude<Role, 'facilitator'> =>
  chance() < 0.85 ? 'player' : 'listener';
