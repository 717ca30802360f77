import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../client/words/language.ts';
import { createSpeech } from '../../../client/words/speech.ts';
import { WORDS } from '../../../client/words/words.ts';

const CLIENT = new URL('../../../client/', import.meta.url).pathname;
const ftlOf = (language: string) =>
  ['room', 'group', 'lead', 'staff']
    .map((part) => readFileSync(join(CLIENT, `words/${language}/${part}.ftl`), 'utf8'))
    .join('\n');

function messagesIn(ftl: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let id: string | undefined;
  for (const line of ftl.split('\n')) {
    const begins = /^([a-zA-Z][\w-]*) = ?(.*)$/.exec(line);
    if (begins?.[1] !== undefined) id = begins[1];
    else if (!/^\s/.test(line)) id = undefined;
    if (id !== undefined) found.set(id, `${found.get(id) ?? ''}${begins?.[2] ?? line}\n`);
  }
  return found;
}

const argsIn = (text: string) =>
  [...new Set([...text.matchAll(/\$([a-zA-Z]+)/g)].map(([, name]) => name ?? ''))].toSorted((a, b) =>
    a.localeCompare(b),
  );

function speechOf(language: string) {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const faults = bundle.addResource(new FluentResource(ftlOf(language)));
  expect(faults).toEqual([]);
  return { bundle, speech: createSpeech(bundle) };
}

/** Sources of the pages: everything that may speak. */
function sources(): readonly { readonly path: string; readonly text: string }[] {
  const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' });
  return files
    .filter(
      (path) => /\.tsx?$/.test(path) && !/^(audio|player)\//.test(path) && !path.startsWith('words/table/'),
    )
    .map((path) => ({ path, text: readFileSync(join(CLIENT, path), 'utf8') }));
}

describe('the words of the pages', () => {
  for (const language of LANGUAGES) {
    it(`has every sentence of the table in ${language}, and no other, with the same arguments`, () => {
      const messages = messagesIn(ftlOf(language));
      expect([...messages.keys()].toSorted()).toEqual(Object.keys(WORDS).toSorted());
      const args = Object.fromEntries([...messages].map(([id, text]) => [id, argsIn(text)]));
      const wanted = Object.fromEntries(
        Object.entries(WORDS).map(([id, names]) => [
          id,
          Object.keys(names).toSorted((a, b) => a.localeCompare(b)),
        ]),
      );
      expect(args).toEqual(wanted);
    });

    it(`writes no sentence of ${language} twice`, () => {
      const ids = [...ftlOf(language).matchAll(/^([a-zA-Z][\w-]*) =/gm)].map(([, id]) => id);
      expect(ids).toHaveLength(new Set(ids).size);
    });

    it(`can say every sentence of ${language}`, () => {
      const { bundle } = speechOf(language);
      for (const [id, args] of Object.entries(WORDS)) {
        const pattern = bundle.getMessage(id)?.value;
        const faults: Error[] = [];
        const given = Object.entries(args).map(([name, kind]) => [name, kind === 'number' ? 2 : 'Maya']);
        const said = pattern ? bundle.formatPattern(pattern, Object.fromEntries(given), faults) : '';
        expect({ id, faults, isEmpty: said.trim() === '', isRaw: /[{}$]/.test(said) }).toEqual({
          id,
          faults: [],
          isEmpty: false,
          isRaw: false,
        });
      }
    });

    it(`never shouts, blames or speaks of machines in ${language}`, () => {
      const said = [...messagesIn(ftlOf(language)).values()].join('');
      expect(said).not.toMatch(/!/);
      expect(said).not.toMatch(/\b(error|failed|failure|invalid|oops|unable|feil|mislyktes|ugyldig)\b/i);
    });
  }

  it('speaks of one and of several', () => {
    const { speech } = speechOf('en');
    expect(speech('people-count', { count: 1 })).toBe('One person is here.');
    expect(speech('people-count', { count: 3 })).toBe('3 people are here.');
  });

  it('bends a colour to the gender of its shape in Norwegian', () => {
    const { speech } = speechOf('nb');
    expect(speech('by-shape', { colour: 'teal', shape: 'leaf' })).toBe('Sjøgrønt blad');
    expect(speech('by-shape', { colour: 'teal', shape: 'star' })).toBe('Sjøgrønn stjerne');
  });

  it('sets a name written from right to left apart, and leaves others as they are', () => {
    const { speech } = speechOf('en');
    expect(speech('said-came', { name: 'نور' })).toBe('\u2068نور\u2069 came in.');
    expect(speech('said-came', { name: 'Åse' })).toBe('Åse came in.');
  });
});

describe('the pages', () => {
  it('use every sentence there is', () => {
    const all = sources()
      .map(({ text }) => text)
      .join('\n');
    // Ids made of parts (`instrument-${id}`) are checked by their types; here their beginnings count.
    const beginnings = [...all.matchAll(/`([a-z]+(?:-[a-zA-Z]+)*-)\$\{/g)].map(([, start]) => start ?? '');
    const unused = Object.keys(WORDS).filter(
      (id) => !all.includes(`'${id}'`) && !beginnings.some((start) => id.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it('have no visible words of their own', () => {
    const offenders = sources()
      .filter(({ path }) => path.endsWith('.tsx'))
      .flatMap(({ path, text }) => {
        const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
        const between = [...code.matchAll(/^\s*([A-Z][a-z]+(?: [a-z]+)*[.?]?)\s*$/gm)].map(
          ([, word]) => word,
        );
        const inline = [...code.matchAll(/>\s*([A-Za-z][a-z]+[^<>{}=;()]*)<\//g)].map(([, word]) => word);
        const attributes = [
          ...code.matchAll(/\b(?:label|title|hint|text|alt|placeholder|aria-label)="([^"]+)"/g),
        ].map(([, word]) => word);
        return [...between, ...inline, ...attributes].map((word) => `${path}: ${word}`);
      });
    expect(offenders).toEqual([]);
  });
});
