import { describe, expect, it } from 'vitest';
import { MAX_VOICES, type Sounding, voicesToRelease } from '../../../client/audio/voice-pool.ts';

const voice = (name: string, startSec: number, level: number, over: Partial<Sounding> = {}) => ({
  name,
  instrument: 'bells',
  startSec,
  endSec: 100,
  levelAt: () => level,
  ...over,
});
const names = (voices: readonly { name: string }[]) => voices.map(({ name }) => name);

describe('making room', () => {
  it('[A9] asks nobody to leave while there is room', () => {
    const voices = [voice('a', 0, 1), voice('b', 1, 1)];
    expect(voicesToRelease(voices, 'bells', 2, 3)).toEqual([]);
  });

  it('[A9] lets the quietest of the same instrument go first', () => {
    const voices = [voice('old and loud', 0, 1), voice('quiet', 1, 0.1), voice('new', 2, 1)];
    expect(names(voicesToRelease(voices, 'bells', 3, 3))).toEqual(['quiet']);
  });

  it('[A9] lets the oldest go of those about as quiet as one another', () => {
    const voices = [voice('newer, a hair quieter', 1, 0.098), voice('older', 0, 0.1), voice('loud', 2, 0.9)];
    expect(names(voicesToRelease(voices, 'bells', 3, 3))).toEqual(['older']);
  });

  it('[A9] leaves other instruments alone while the device has room', () => {
    const voices = [voice('quiet harp', 0, 0.01, { instrument: 'harp' }), voice('a', 0, 1), voice('b', 1, 1)];
    expect(names(voicesToRelease(voices, 'bells', 2, 2))).toEqual(['a']);
  });

  it('[A9] does not count those that have ended by then', () => {
    const voices = [voice('ended', 0, 1, { endSec: 1.5 }), voice('b', 1, 1)];
    expect(voicesToRelease(voices, 'bells', 2, 2)).toEqual([]);
    expect(names(voicesToRelease(voices, 'bells', 1.4, 2))).toEqual(['ended']);
  });

  it('[A9] keeps the device below its number of voices over all instruments, and at it asks one to leave', () => {
    const full = Array.from({ length: MAX_VOICES }, (_, i) =>
      voice(`v${i}`, i, 1, { instrument: `kind ${i % 9}` }),
    );
    expect(names(voicesToRelease(full, 'bells', 200 - 150, 24))).toEqual(['v0']);
    expect(voicesToRelease(full.slice(1), 'bells', 50, 24)).toEqual([]);
  });
});
