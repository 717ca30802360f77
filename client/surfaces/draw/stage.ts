import { type Palette, readPalette } from './palette.ts';

/** What a drawing is given for one frame. Lengths are css pixels. */
export interface Frame2D {
  readonly pen: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  /** `performance.now()` of this frame, and how long since the last one drawn; 0 at the first after a rest. */
  readonly nowMs: number;
  readonly passedMs: number;
  /** The person wants things to change without moving. */
  readonly isStill: boolean;
}

/** Draws one frame; says whether anything is still moving. */
export type Draw = (frame: Frame2D) => boolean;

export interface Stage {
  /** Something changed: draw from the next frame on, until nothing moves. */
  wake(): void;
  end(): void;
}

/** An old tablet draws twice as fine at most: more is not seen and costs four times as much. */
const MAX_PIXEL_RATIO = 2;

/** A canvas that fits its box, follows the theme, and draws only while something moves. */
export function createStage(canvas: HTMLCanvasElement, draw: Draw): Stage {
  const pen = canvas.getContext('2d');
  const wantsStill = matchMedia('(prefers-reduced-motion: reduce)');
  let palette: Palette | undefined;
  let width = 0;
  let height = 0;
  let frame = 0;
  let lastMs = 0;

  const run = () => {
    frame = 0;
    if (!pen || width === 0 || height === 0) return;
    const nowMs = performance.now();
    palette ??= readPalette(canvas);
    const ratio = canvas.width / width;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const passedMs = lastMs === 0 ? 0 : Math.min(100, nowMs - lastMs);
    const isMoving = draw({ pen, width, height, palette, nowMs, passedMs, isStill: wantsStill.matches });
    lastMs = isMoving ? nowMs : 0;
    if (isMoving) wake();
  };
  const wake = () => {
    if (frame === 0) frame = requestAnimationFrame(run);
  };
  const fit = () => {
    const ratio = Math.min(MAX_PIXEL_RATIO, Math.max(1, devicePixelRatio));
    width = canvas.clientWidth;
    height = canvas.clientHeight;
    canvas.width = Math.max(1, Math.round(width * ratio));
    canvas.height = Math.max(1, Math.round(height * ratio));
    // At once, not a frame later: a canvas that was given a size is blank.
    if (frame !== 0) cancelAnimationFrame(frame);
    run();
  };
  const forgetPalette = () => {
    palette = undefined;
    wake();
  };

  const sizes = new ResizeObserver(fit);
  sizes.observe(canvas);
  const endTheme = followTheme(forgetPalette);
  return {
    wake,
    end() {
      sizes.disconnect();
      endTheme();
      cancelAnimationFrame(frame);
    },
  };
}

/** Calls back whenever the colours of the page may have changed. */
function followTheme(onChange: () => void): () => void {
  const attributes = new MutationObserver(onChange);
  attributes.observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-theme', 'data-own'],
  });
  const queries = ['(forced-colors: active)', '(prefers-contrast: more)', '(prefers-color-scheme: dark)'].map(
    (query) => matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    attributes.disconnect();
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}
