import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PART_COLOURS, PART_SHAPES } from '../../../client/ui/part.ts';
import { SHAPE_PATHS } from '../../../client/ui/shape/shape-paths.ts';
import { COLOURS, SHAPES } from '../../../shared/event/look.ts';

const css = readFileSync(new URL('../../../client/ui/theme.css', import.meta.url), 'utf8');

/** The names set by the blocks of a selector, outside and inside media queries: the first that sets a name counts. */
function tokensOf(source: string, selector: string): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const [, selectors = '', body = ''] of source.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selectors.includes(selector)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g))
      tokens[name] ??= value.trim();
  }
  return tokens;
}

const inContrast = css.slice(css.indexOf('prefers-contrast: more'), css.indexOf('prefers-reduced-motion'));
const plain = { night: tokensOf(css, '[data-theme="night"]'), day: tokensOf(css, '[data-theme="day"]') };
const THEMES: Record<string, Record<string, string>> = {
  ...plain,
  'night, more contrast': { ...plain.night, ...tokensOf(inContrast, '[data-theme="night"]') },
  'day, more contrast': { ...plain.day, ...tokensOf(inContrast, '[data-theme="day"]') },
};

type Rgb = readonly [number, number, number];

function linear(hex: string): Rgb {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  if (!/^#[\da-f]{6}$/i.test(full)) throw new Error(`Not a colour: ${hex}`);
  const channel = (at: number) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Contrast ratio of WCAG 2.2. */
function contrast(first: string, second: string): number {
  const [low = 0, high = 0] = [luminance(linear(first)), luminance(linear(second))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** How full loss of one kind of cone sees linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const EYES: Record<string, readonly number[]> = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  'no red': [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  'no green': [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  'no blue': [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen(colour: Rgb, eye: readonly number[]): Rgb {
  const row = (at: number) => {
    const sum = (eye[at] ?? 0) * colour[0] + (eye[at + 1] ?? 0) * colour[1] + (eye[at + 2] ?? 0) * colour[2];
    return Math.min(1, Math.max(0, sum));
  };
  return [row(0), row(3), row(6)];
}

/** OKLab (Ottosson 2020), in which distances are about as large as they look. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const TEXT: readonly (readonly [string, string])[] = [
  ['--ink', '--paper'],
  ['--ink', '--paper-raised'],
  ['--ink', '--paper-sunk'],
  ['--ink', '--lamp-soft'],
  ['--ink', '--dusk'],
  ['--ink-soft', '--paper'],
  ['--ink-soft', '--paper-raised'],
  ['--ink-soft', '--paper-sunk'],
  ['--ink-soft', '--lamp-soft'],
  ['--on-lamp', '--lamp'],
  ['--on-caution', '--caution'],
];
const GROUNDS = ['--paper', '--paper-raised', '--paper-sunk'] as const;

describe.each(Object.entries(THEMES))('the theme "%s"', (_, tokens) => {
  const token = (name: string) => tokens[name] ?? `missing ${name}`;

  it.each(TEXT)('[A1] gives text %s on %s a contrast of 7 to 1', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(7);
  });

  it('[A1] gives every part colour, line, lamp and focus ring 3 to 1 on every ground', () => {
    const low: string[] = [];
    for (const name of [...PART_COLOURS.map((colour) => `--part-${colour}`), '--line', '--lamp', '--focus']) {
      for (const ground of GROUNDS) {
        if (contrast(token(name), token(ground)) < 3) low.push(`${name} on ${ground}`);
      }
    }
    expect(low).toEqual([]);
  });

  it.each(Object.entries(EYES))('keeps the eight part colours apart for eyes with %s cones', (_eye, eye) => {
    const close: string[] = [];
    const looks = PART_COLOURS.map((colour) => oklab(seen(linear(token(`--part-${colour}`)), eye)));
    looks.forEach((look, index) => {
      for (let other = 0; other < index; other++) {
        const away = distance(look, looks[other] ?? look);
        // Three times what is just noticeable in OKLab (0.02); shapes tell apart as well.
        if (away < 0.06) close.push(`${PART_COLOURS[other]} and ${PART_COLOURS[index]}: ${away.toFixed(3)}`);
      }
    });
    expect(close).toEqual([]);
  });
});

describe('the names of looks', () => {
  it('are those of the room, in its order', () => {
    expect(PART_COLOURS).toEqual(COLOURS);
    expect(PART_SHAPES).toEqual(SHAPES);
  });

  it('have each a shape in the theme, the same as on the page', () => {
    for (const shape of PART_SHAPES) {
      const inTheme = new RegExp(`--shape-${shape}:\\s*"([^"]+)"`).exec(css)?.[1];
      expect(inTheme).toBe(SHAPE_PATHS[shape]);
    }
  });

  it('have each a colour in both themes and in forced colours', () => {
    const forced = css.slice(css.indexOf('forced-colors: active'));
    for (const colour of PART_COLOURS) {
      expect(plain.night[`--part-${colour}`]).toMatch(/^#[\da-f]{6}$/);
      expect(plain.day[`--part-${colour}`]).toMatch(/^#[\da-f]{6}$/);
      expect(forced).toContain(`--part-${colour}: CanvasText`);
    }
  });
});

describe('the page', () => {
  it('[S6] asks nobody else for anything', () => {
    expect(css).not.toMatch(/https?:|url\(\s*["']?\/\//);
  });
});
