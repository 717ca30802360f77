import type { MemberId } from '../../shared/base/ids.ts';
import { createRandom } from '../../shared/base/random.ts';
import { type Beats, beats, beatsOfTicks, TICKS_PER_BEAT, type Ticks } from '../../shared/base/units.ts';
import type { LineEntry } from '../../shared/event/entry.ts';
import { feltBeatsOfBar } from '../../shared/time/grid.ts';
import { levelAt } from '../../shared/time/level-map.ts';
import { type MetreMap, positionAt } from '../../shared/time/metre-map.ts';
import type { Score } from './score.ts';

/*
 * Which notes stay when less is let through: each has a rank of its own, and those below the density stay, so that thinning takes
 * ever more away and never exchanges.
 *
 *   rank = 0.4 · (1 − weight of the place) + 0.6 · chance of the note         the one of a bar: always
 *
 * With these shares about as much of an even row of eighths stays as the density says, and strong places stay longest.
 */
const BY_PLACE = 0.4;
const EIGHTH_WEIGHT = 0.25;
const SIXTEENTH = TICKS_PER_BEAT / 4;
const EIGHTH = TICKS_PER_BEAT / 2;

/**
 * Whether a note is let through at a density of 0 to 1.
 *
 * @param seed the note's own: the same one is thinned on every device.
 */
export function isLetThrough(density: number, seed: number, tick: Ticks, metre: MetreMap): boolean {
  if (density >= 1) return true;
  const weight = weightAt(metre, tick);
  if (weight === 1) return true;
  return BY_PLACE * (1 - weight) + (1 - BY_PLACE) * createRandom(seed)() < density;
}

/** How strong the nearest sixteenth is in its bar: 1 the one, then as the metre marks its beats, eighths, 0 the rest. */
function weightAt(metre: MetreMap, tick: Ticks): number {
  const nearest = beats((Math.round(tick / SIXTEENTH) * SIXTEENTH) / TICKS_PER_BEAT);
  const { bar, beatInBar } = positionAt(metre, nearest);
  if (beatInBar < NO_DISTANCE) return 1;
  const felt = feltBeatsOfBar(metre, bar).find(({ beat }) => Math.abs(beat - nearest) < NO_DISTANCE);
  if (felt) return felt.accent;
  return Math.round(beatInBar * TICKS_PER_BEAT) % EIGHTH === 0 ? EIGHTH_WEIGHT : 0;
}

const NO_DISTANCE = 1e-6;

/** How much of a part is let through at a beat. */
export function densityAt(
  score: Pick<Score, 'density' | 'members'>,
  part: MemberId | undefined,
  beat: Beats,
): number {
  const own = score.members.find(({ id }) => id === part)?.density;
  return levelAt(score.density, beat) * (own ? levelAt(own, beat) : 1);
}

/** Whether someone's live note is kept back from the others' ears. */
export function isThinned(
  score: Pick<Score, 'density' | 'members' | 'metre'>,
  { by, seq, event }: LineEntry,
): boolean {
  if (event.type !== 'notePlayed') return false;
  const density = densityAt(score, by, beatsOfTicks(event.sounds));
  return !isLetThrough(density, seq, event.sounds, score.metre);
}

/** A seed out of words (FNV-1a, 32 bits). */
export function seedOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < words.length; place++)
    hash = Math.imul(hash ^ words.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}
