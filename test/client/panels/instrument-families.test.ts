import { describe, expect, it } from 'vitest';
import {
  FAMILIES,
  familiesOf,
  familyOf,
  firstInstrument,
} from '../../../client/panels/instrument-families.ts';
import { PART_SHAPES } from '../../../client/ui/part.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';

describe('the families of instruments', () => {
  it('hold every instrument once', () => {
    expect(Object.values(FAMILIES).flat().toSorted()).toEqual([...INSTRUMENT_IDS].toSorted());
  });

  it('know where an instrument belongs', () => {
    expect(familyOf('voice')).toBe('long');
    expect(familyOf('oceanDrum')).toBe('drums');
  });

  it('are shown with what is on offer, and not at all where nothing of them is', () => {
    expect(familiesOf(['voice', 'harp', 'bass'])).toEqual([
      ['plucked', ['harp', 'bass']],
      ['long', ['voice']],
    ]);
    expect(familiesOf(INSTRUMENT_IDS).map(([family]) => family)).toEqual(Object.keys(FAMILIES));
  });

  it('offer each shape another instrument first', () => {
    const offered = PART_SHAPES.map(firstInstrument);
    expect(new Set(offered).size).toBe(PART_SHAPES.length);
  });
});
