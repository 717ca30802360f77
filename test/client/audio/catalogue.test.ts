import { describe, expect, it } from 'vitest';
import { LOUDNESS_TRIM_DB } from '../../../client/audio/loudness.ts';
import { hzOf } from '../../../client/audio/sound/recipe.ts';
import { RECIPES } from '../../../client/audio/sound/recipes.ts';
import { INSTRUMENT_IDS, INSTRUMENTS } from '../../../shared/music/instrument.ts';

describe.each(INSTRUMENT_IDS)('the recipe of %s', (instrument) => {
  const recipe = RECIPES[instrument];
  const { kind, isPitched, lowest, highest } = INSTRUMENTS[instrument];

  it('is of the kind the catalogue says', () => {
    expect(recipe.kind).toBe(kind);
  });

  it.runIf(isPitched)('has a rendered root within three semitones of every pitch', () => {
    for (let pitch = lowest; pitch <= highest; pitch++) {
      expect(Math.min(...recipe.roots.map((root) => Math.abs(root - pitch)))).toBeLessThanOrEqual(3);
    }
  });

  it.runIf(!isPitched && kind === 'struck')('is rendered from the centre to the rim', () => {
    expect([recipe.roots[0], recipe.roots.at(-1)]).toEqual([0, 1]);
  });

  const cutoffs = [hzOf(lowest), hzOf(highest)].map((hz) => ({
    hz,
    at: (strength: number, colour: number) => recipe.cutoffHz({ hz, strength, colour }),
  }));

  it('turns brighter with strength and with colour', () => {
    for (const { at } of cutoffs) {
      expect(at(1, 0.5)).toBeGreaterThan(at(0.1, 0.5));
      expect(at(0.6, 1)).toBeGreaterThan(at(0.6, 0));
    }
  });

  it.runIf(isPitched)('never shuts out the tone itself, however soft', () => {
    for (const { at, hz } of cutoffs) expect(at(0.05, 0)).toBeGreaterThan(hz * 0.9);
  });

  it('needs no more than a small correction of its loudness', () => {
    expect(Math.abs(LOUDNESS_TRIM_DB[instrument])).toBeLessThan(3);
  });
});
