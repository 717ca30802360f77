import type { Random } from '../../../../shared/base/random.ts';
import { beats, bpm, pitch, roomMs, strength, ticks, ticksOfBeats } from '../../../../shared/base/units.ts';
import type { LineWish } from '../../../../shared/event/line.ts';
import type { Role } from '../../../../shared/event/membership.ts';
import { SIGNALS } from '../../../../shared/event/signal.ts';
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

/** What someone does of holding the room together. Now and then someone without the right asks as well. */
export const heldWish = (page: Page, role: Role, chance: Random): Wish =>
  role === 'facilitator' || chance() < 0.2 ? holdingWish(page, chance) : ownWish(chance);

/** What anyone may ask for themselves, and what passes between people. */
function ownWish(chance: Random): Wish {
  switch (Math.floor(chance() * 5)) {
    case 0:
      return { type: 'takeBreak' };
    case 1:
    case 2:
      return { type: 'endBreak' };
    case 3:
      return { type: 'sendSignal', signal: oneOf(chance, SIGNALS), isNamed: chance() < 0.5 };
    default: {
      const invitation = 1 + Math.floor(chance() * 6);
      return chance() < 0.7
        ? { type: 'acceptInvitation', invitation }
        : { type: 'declineInvitation', invitation, listens: chance() < 0.5 };
    }
  }
}

/** What whoever holds the room asks of it, apart from tempo and frame. */
function holdingWish({ replica }: Page, chance: Random): Wish {
  const members = replica.state?.members.map(({ id }) => id) ?? [];
  const [first] = members;
  const member = members.length > 0 ? oneOf(chance, members) : undefined;
  const bars = 1 + Math.floor(chance() * 4);
  switch (Math.floor(chance() * 10)) {
    case 0:
      return { type: 'swell', to: Math.round(chance() * 10) / 10, bars };
    case 1:
      return { type: 'setDensity', part: member ?? 'all', to: 0.1 + Math.round(chance() * 9) / 10, bars };
    case 2:
      return { type: 'hush' };
    case 3:
      return { type: 'liftHush' };
    case 4:
      return { type: 'holdGround', grounds: chance() < 0.5 ? ['drone'] : ['ostinato', 'heartbeat'] };
    case 5:
      return chance() < 0.5
        ? { type: 'openToAll', control: 'tempo' }
        : { type: 'takeBack', controls: ['tempo', 'frame'] };
    case 6:
      return member
        ? { type: 'inviteToHold', member, controls: ['tempo', 'dynamics'], bars }
        : { type: 'hush' };
    case 7:
      return member ? { type: 'soften', member, kind: 'softer' } : { type: 'liftHush' };
    case 8:
      return first ? { type: 'beginRound', order: members, bars: 1, laps: 1 } : { type: 'endRound' };
    default:
      return { type: 'pause' };
  }
}

export const someRole = (chance: Random): Exclude<Role, 'facilitator'> =>
  chance() < 0.85 ? 'player' : 'listener';
