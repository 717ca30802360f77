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

/** What a voice plays. */
export interface Found {
  /** The pitch or place it was rendered for, and the frequency it really has. */
  readonly root: number;
  readonly hz: number;
  /**
   * One buffer, or a softer and a harder stroke to be played together. They were drawn from the same seed, so that
   * their partials run in phase and the mix is the stroke between.
   */
  readonly layers: readonly { readonly buffer: AudioBuffer; readonly share: number }[];
}

interface Shelved extends Sample {
  readonly root: number;
  readonly strength: number;
  readonly variant: number;
}

/** Rendered sounds of this page, each made once and kept. Independent of the context that plays them. */
export interface Shelf {
  /** Renders all of it; resolves when done. The first sample, from the middle, is there long before. */
  prepare(sounding: Sounding): Promise<void>;
  /** The nearest sample there is already. */
  find(sounding: Sounding, wanted: Wanted): Found | undefined;
  /** Bytes of samples held. */
  bytes(): number;
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

/** The nearest root, one of its variants by the seed, and the strokes around the strength. */
function nearest(samples: readonly Shelved[], { root, strength, seed }: Wanted): Found | undefined {
  const [first] = samples;
  if (!first) return undefined;
  const near = samples.reduce(
    (best, sample) => (Math.abs(sample.root - root) < Math.abs(best - root) ? sample.root : best),
    first.root,
  );
  const here = samples.filter((sample) => sample.root === near);
  const variants = [...new Set(here.map(({ variant }) => variant))];
  const variant = variants[Math.abs(Math.floor(seed)) % variants.length];
  const strokes = here.filter((sample) => sample.variant === variant);
  return { root: near, hz: (here[0] ?? first).hz, layers: layersAt(strokes, strength) };
}

/** A share too small to be heard is not played. */
const LEAST_SHARE = 0.06;

function layersAt(strokes: readonly Shelved[], strength: number): Found['layers'] {
  const rising = strokes.toSorted((a, b) => a.strength - b.strength);
  const above = rising.find((stroke) => stroke.strength >= strength) ?? rising.at(-1);
  const below = rising.findLast((stroke) => stroke.strength < strength) ?? rising[0];
  if (!above || !below) return [];
  const span = above.strength - below.strength;
  const share = span > 0 ? (strength - below.strength) / span : 1;
  return [
    { buffer: below.buffer, share: 1 - share },
    { buffer: above.buffer, share },
  ].filter((layer) => layer.share > LEAST_SHARE);
}

function struckJobs(sounding: Sounding, recipe: StruckRecipe): readonly (() => Promise<Shelved>)[] {
  const pitchOf = (root: number) => (isPitched(sounding) ? root : registerOf(sounding));
  const jobs: { far: number; job: () => Promise<Shelved> }[] = [];
  for (let variant = 0; variant < recipe.variants; variant++) {
    for (const [layer, strength] of [...recipe.strengths.entries()].toReversed()) {
      for (const root of recipe.roots) {
        const pitch = pitchOf(root);
        const colour = isPitched(sounding) ? 0.5 : root;
        const seed = Math.round(root * 100) * 31 + variant * 1009;
        const job = async () => ({
          ...(await renderStruck(recipe, { pitch, colour, strength, seed })),
          root,
          strength,
          variant,
        });
        jobs.push({
          far: (variant * 2 + (layer === 0 ? 1 : 0)) * 1000 + middleness(recipe.roots, root),
          job,
        });
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
    .map((root) => async () => ({
      ...(await renderHeld(recipe, root, root * 31)),
      root,
      strength: 1,
      variant: 0,
    }));
}

/** Small for roots near the middle of the register: they stand in for the others until those are there. */
function middleness(roots: readonly number[], root: number): number {
  return Math.abs(root - (roots[Math.floor(roots.length / 2)] ?? root));
}
