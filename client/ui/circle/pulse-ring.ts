/** Where the room is in its bar: what the circle needs of it. */
export interface CirclePulse {
  readonly isGoing: boolean;
  readonly isCountIn: boolean;
  readonly bar: number;
  readonly feltBeats: number;
  /** The felt beat we are in, fractional, from 0. */
  readonly feltBeat: number;
}

/** What the ring in the middle shows at one moment. */
export interface RingPicture {
  /** How much of the ring is filled, 0 to 1. */
  readonly filled: number;
  /** Light of the last round that is still going out, 0 to 1. */
  readonly fading: number;
  /** Stones on the ring, and for each how much it swells, 0 to 1. The first is the one. */
  readonly swells: readonly number[];
  /** How far the middle is breathed in, 0 to 1. */
  readonly breath: number;
}

/** A round of the ring lasts at least this long, so that no point of it changes more than three times a second. */
const LEAST_ROUND_MS = 1000;
/** Stones beyond this many would touch each other. */
const MAX_STONES = 16;

/** How many bars one round of the ring takes: one, unless bars go by too fast to be seen calmly. */
export function barsOfRound(barMs: number): 1 | 2 | 4 {
  if (!(barMs > 0) || barMs >= LEAST_ROUND_MS) return 1;
  return barMs * 2 >= LEAST_ROUND_MS ? 2 : 4;
}

/** The ring at a pulse position, in rounds of some bars. */
export function ringPicture(pulse: CirclePulse, roundBars: number): RingPicture {
  const felt = Math.max(1, pulse.feltBeats);
  const barOfRound = ((pulse.bar % roundBars) + roundBars) % roundBars;
  const beatsOfRound = felt * roundBars;
  const beat = Math.min(beatsOfRound, Math.max(0, barOfRound * felt + pulse.feltBeat));
  const phase = beat / beatsOfRound;
  const stones = Math.min(MAX_STONES, beatsOfRound);
  const current = Math.floor(beat);
  const since = beat - current;
  const swell = (1 - since) ** 2;
  return {
    filled: phase,
    fading: Math.max(0, 1 - phase * 2.5),
    swells: Array.from({ length: stones }, (_, stone) => (stone === current ? swell : 0)),
    breath: swell * (current % felt === 0 ? 1 : 0.6),
  };
}

/** The ring for those who want no motion: it fills from beat to beat, and nothing swells. */
export function stillRingPicture(pulse: CirclePulse, roundBars: number): RingPicture {
  const moving = ringPicture(pulse, roundBars);
  const beatsOfRound = Math.max(1, pulse.feltBeats) * roundBars;
  const current = Math.floor(moving.filled * beatsOfRound);
  return {
    filled: Math.min(1, (current + 1) / beatsOfRound),
    fading: 0,
    swells: moving.swells.map((_, stone) => (stone === current ? 0.5 : 0)),
    breath: 0,
  };
}
