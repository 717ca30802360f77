import { type Bloom, createBloom } from './bloom.ts';

/** Notes as they are heard. A colour with a shape is one person. Returns the function that ends it. */
export type HeardInCircle = (
  listener: (note: { readonly colour: string; readonly shape: string; readonly strength: number }) => void,
) => () => void;

/** Lets the people in a list bloom as they are heard, a frame at a time while any light is on. */
export function followBlooms(list: HTMLElement, heardNotes: HeardInCircle): () => void {
  const wantsStill = matchMedia('(prefers-reduced-motion: reduce)');
  const blooms = new Map<string, Bloom>();
  let frame = 0;

  const draw = () => {
    frame = 0;
    const nowMs = performance.now();
    for (const [part, bloom] of blooms) {
      show(list, part, bloom.levelAt(nowMs), wantsStill.matches);
      if (bloom.isDark) blooms.delete(part);
    }
    if (blooms.size > 0) frame = requestAnimationFrame(draw);
  };
  const end = heardNotes(({ colour, shape, strength }) => {
    const part = `${colour} ${shape}`;
    const bloom = blooms.get(part) ?? createBloom();
    blooms.set(part, bloom);
    bloom.hear(strength, performance.now());
    if (frame === 0) frame = requestAnimationFrame(draw);
  });
  return () => {
    end();
    cancelAnimationFrame(frame);
    for (const part of blooms.keys()) show(list, part, 0, true);
  };
}

function show(list: HTMLElement, part: string, level: number, isStill: boolean): void {
  const person = list.querySelector(`[data-part='${part}']`);
  const bloom = person?.querySelector<HTMLElement>('[data-bloom]');
  const figure = person?.querySelector<HTMLElement>('[data-figure]');
  if (!bloom || !figure) return;
  bloom.style.opacity = level.toFixed(3);
  bloom.style.transform = isStill ? '' : `scale(${(0.72 + 0.28 * level).toFixed(3)})`;
  figure.style.transform = isStill ? '' : `scale(${(1 + 0.16 * level).toFixed(3)})`;
}
