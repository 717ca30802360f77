/** A colour as a canvas can use it, and the same with any opacity. */
export interface Paint {
  readonly solid: string;
  /** The colour at an opacity of 0 to 1. */
  at(opacity: number): string;
  /** 0 black to 1 white, relative luminance. */
  readonly luminance: number;
  readonly rgb: readonly [number, number, number];
}

/** The theme's colours, read from the page once for each change of theme. */
export interface Palette {
  readonly paper: Paint;
  readonly raised: Paint;
  readonly sunk: Paint;
  readonly ink: Paint;
  readonly line: Paint;
  readonly lineFaint: Paint;
  readonly lamp: Paint;
  /** The warm dark of the evening, from which wood and skin are mixed. */
  readonly dusk: Paint;
  /** One's own part colour. */
  readonly own: Paint;
  /** A part colour by its name; the lamp for a name that is not one. */
  part(colour: string): Paint;
  /** The outline of a part's shape in a square from -1 to 1; `undefined` for a name that is not one. */
  shape(name: string): Path2D | undefined;
  /** Drawn in the person's own few colours: use lines, not tints. */
  readonly isForced: boolean;
  readonly isNight: boolean;
}

/** Reads the theme that holds at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const resolve = createResolver();
  const named = (name: string) => resolve(style.getPropertyValue(name));
  const lamp = named('--lamp');
  const paper = named('--paper');
  const parts = new Map<string, Paint>();
  const shapes = new Map<string, Path2D | undefined>();
  return {
    paper,
    raised: named('--paper-raised'),
    sunk: named('--paper-sunk'),
    ink: named('--ink'),
    line: named('--line'),
    lineFaint: named('--line-faint'),
    lamp,
    dusk: named('--dusk'),
    own: named('--own'),
    part(colour) {
      const known = parts.get(colour) ?? (/^[a-z]+$/.test(colour) ? named(`--part-${colour}`) : lamp);
      parts.set(colour, known);
      return known;
    },
    shape(name) {
      if (!shapes.has(name)) shapes.set(name, pathOf(style, name));
      return shapes.get(name);
    },
    isForced: matchMedia('(forced-colors: active)').matches,
    isNight: paper.luminance < 0.4,
  };
}

function pathOf(style: CSSStyleDeclaration, name: string): Path2D | undefined {
  if (!/^[a-z]+$/.test(name)) return undefined;
  const text = style
    .getPropertyValue(`--shape-${name}`)
    .trim()
    .replace(/^["']|["']$/g, '');
  return text === '' ? undefined : new Path2D(text);
}

/** Turns any css colour, system colours included, into numbers, by painting one dot with it. */
function createResolver(): (css: string) => Paint {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const dot = canvas.getContext('2d', { willReadFrequently: true });
  return (css) => {
    if (!dot || css.trim() === '') return paintOf(128, 128, 128);
    dot.clearRect(0, 0, 1, 1);
    dot.fillStyle = css.trim();
    dot.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = dot.getImageData(0, 0, 1, 1).data;
    return paintOf(red, green, blue);
  };
}

/** A colour of red, green and blue, 0 to 255. */
export function paintOf(red: number, green: number, blue: number): Paint {
  return {
    solid: `rgb(${red} ${green} ${blue})`,
    at: (opacity) =>
      `rgb(${red} ${green} ${blue} / ${Math.round(Math.min(1, Math.max(0, opacity)) * 1000) / 1000})`,
    luminance: 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue),
    rgb: [red, green, blue],
  };
}

/** A mixture of two colours: `share` of 0 is the first, 1 the second. */
export function mix(first: Paint, second: Paint, share: number): Paint {
  const part = (index: 0 | 1 | 2) =>
    Math.round(first.rgb[index] + (second.rgb[index] - first.rgb[index]) * share);
  return paintOf(part(0), part(1), part(2));
}

/** An sRGB byte as linear light (WCAG 2.2, relative luminance). */
function linear(byte: number): number {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
