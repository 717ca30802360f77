import { describe, expect, it } from 'vitest';
import { fittingLanguage, keepLanguage, keptLanguage, loadWords } from '../../../client/words/language.ts';

describe('the language of a page', () => {
  it('is the first of the person’s languages that there are words for', () => {
    expect(fittingLanguage(['fr-FR', 'nb-NO', 'en-GB'])).toBe('nb');
    expect(fittingLanguage(['en-AU', 'nb'])).toBe('en');
  });

  it('is Bokmål for all who read Norwegian', () => {
    for (const tag of ['no', 'nn-NO', 'NB', 'nb']) expect(fittingLanguage([tag])).toBe('nb');
  });

  it('is English where there are no words, or no wish', () => {
    expect(fittingLanguage(['ja', 'ar'])).toBe('en');
    expect(fittingLanguage([])).toBe('en');
  });

  it('is remembered on the device, and only if it is one', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    expect(keptLanguage(storage)).toBeUndefined();
    keepLanguage(storage, 'nb');
    expect(keptLanguage(storage)).toBe('nb');
    kept.set([...kept.keys()][0] ?? '', 'klingon');
    expect(keptLanguage(storage)).toBeUndefined();
  });

  it('holds as long as the page where nothing can be kept', () => {
    const broken = {
      getItem: (): string => {
        throw new Error('Not here');
      },
      setItem: () => {
        throw new Error('Not here');
      },
    };
    expect(keptLanguage(broken)).toBeUndefined();
    expect(() => keepLanguage(broken, 'nb')).not.toThrow();
    expect(keptLanguage(undefined)).toBeUndefined();
  });

  it('comes with its words', async () => {
    const bundle = await loadWords('nb');
    expect(bundle.locales).toEqual(['nb']);
    expect(bundle.hasMessage('welcome-title')).toBe(true);
  });
});
