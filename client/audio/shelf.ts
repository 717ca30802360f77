import { INSTRUMENTS, type InstrumentId } from '../../shared/music/instrument.ts';
import { renderHeld, renderStruck, type Sample } from './render.ts';
import { pulse } from './sound/pulse.ts';
import type { HeldRecipe, Recipe, StruckRecipe } from './sound/recipe.ts';
import { RECIPES } from './sound/recipes.ts';

/** What can be rendered: the ensemble and the pulse. */
export type Sounding = InstrumentId | 'pulse';

export interface Wanted {
  /** The pitch, or for unpitched sounds the place between centre and rim. */
  readonly root: number;
  readonly strength: number;
  readonly seed: number;
}

/** Rendered sounds of this page, each made once and kept. Independent of the context that plays them. */
export interface Shelf {
  /** Renders all of it; resolves when done. The first sample, from the middle, is there long before. */
  prepare(sounding: Sounding): Promise<void>;
  /** The nearest sample there is already. */
  find(sounding: Sounding, wanted: Wanted): Shelved | undefined;
  /** Bytes of samples held. */
  bytes(): number;
}

export interface Shelved extends Sample {
  /** The pitch or place it was rendered for. */
  readonly root: number;
  readonly strength: number;
}

interface Job {
  /** Place in its instrument's line. First samples of all instruments come before second ones of any. */
  readonly rank: number;
  run(): Promise<void>;
}

export const recipeOf = (sounding: Sounding): Recipe => (sounding === 'pulse' ? pulse : RECIPES[sounding]);

export const isPitched = (sounding: Sounding): boolean =>
  sounding !== 'pulse' && INSTRUMENTS[sounding].isPitched;

export function createShelf(): Shelf {
  const shelved = new Map<Sounding, Shelved[]>();
  const preparing = new Map<Sounding, Promise<void>>();
  const waiting: Job[] = [];
  let isRendering = false;

  // One at a time: a tablet has few cores, and one of them plays.
  const renderOn = async () => {
    if (isRendering) return;
    isRendering = true;
    for (let job = waiting.shift(); job; job = waiting.shift()) await job.run();
    isRendering = false;
  };

  const enqueue = (job: Job) => {
    const behind = waiting.findIndex((other) => other.rank > job.rank);
    waiting.splice(behind < 0 ? waiting.length : behind, 0, job);
  };

  const renderAll = (sounding: Sounding): Promise<void> => {
    const recipe = recipeOf(sounding);
    const samples: Shelved[] = [];
    shelved.set(sounding, samples);
    const jobs = recipe.kind === 'struck' ? struckJobs(sounding, recipe) : heldJobs(recipe);
    const done = jobs.map(
      (job, rank) =>
        new Promise<void>((resolve, reject) => {
          const run = async () => {
            try {
              samples.push(await job());
              resolve();
            } catch (cause) {
              reject(new Error(`${sounding} could not be rendered`, { cause }));
            }
          };
          enqueue({ rank, run });
        }),
    );
    void renderOn();
    return Promise.all(done).then(() => undefined);
  };

  return {
    prepare(sounding) {
      const already = preparing.get(sounding);
      if (already) return already;
      const promise = renderAll(sounding);
      preparing.set(sounding, promise);
      // What went wrong once may be tried again.
      promise.catch(() => preparing.delete(sounding));
      return promise;
    },
    find: (sounding, wanted) => nearest(shelved.get(sounding) ?? [], wanted),
    bytes: () => [...shelved.values()].flat().reduce((sum, { buffer }) => sum + buffer.length * 4, 0),
  };
}

/** Of the nearest root and then the nearest strength, one of the variants, by the seed. */
function nearest(samples: readonly Shelved[], { root, strength, seed }: Wanted): Shelved | undefined {
  let best: Shelved[] = [];
  let least = Infinity;
  for (const sample of samples) {
    const far = Math.abs(sample.root - root) * 10 + Math.abs(sample.strength - strength);
    if (far < least - 1e-9) {
      best = [sample];
      least = far;
    } else if (far < least + 1e-9) best.push(sample);
  }
  return best[Math.abs(Math.floor(seed)) % Math.max(1, best.length)];
}

function struckJobs(sounding: Sounding, recipe: StruckRecipe): readonly (() => Promise<Shelved>)[] {
  const pitchOf = (root: number) => (isPitched(sounding) ? root : registerOf(sounding));
  const jobs: { far: number; job: () => Promise<Shelved> }[] = [];
  for (let variant = 0; variant < recipe.variants; variant++) {
    for (const [layer, strength] of [...recipe.strengths.entries()].toReversed()) {
      for (const root of recipe.roots) {
        const pitch = pitchOf(root);
        const colour = isPitched(sounding) ? 0.5 : root;
        const seed = Math.round(root * 100) * 31 + layer * 7 + variant * 1009;
        const job = async () => ({
          ...(await renderStruck(recipe, { pitch, colour, strength, seed })),
          root,
          strength,
        });
        jobs.push({ far: (variant * 2 + (layer === 0 ? 1 : 0)) * 1000 + middleness(recipe.roots, root), job });
      }
    }
  }
  return jobs.sort((a, b) => a.far - b.far).map(({ job }) => job);
}

/** Where an unpitched sound lies to the ear: only a measure, its recipe knows its own frequencies. */
const registerOf = (sounding: Sounding) => (sounding === 'pulse' ? 48 : INSTRUMENTS[sounding].lowest);

function heldJobs(recipe: HeldRecipe): readonly (() => Promise<Shelved>)[] {
  return recipe.roots
    .toSorted((a, b) => middleness(recipe.roots, a) - middleness(recipe.roots, b))
    .map((root) => async () => ({ ...(await renderHeld(recipe, root, root * 31)), root, strength: 1 }));
}

/** Small for roots near the middle of the register: they stand in for the others until those are there. */
function middleness(roots: readonly number[], root: number): number {
  return Math.abs(root - (roots[Math.floor(roots.length / 2)] ?? root));
}
