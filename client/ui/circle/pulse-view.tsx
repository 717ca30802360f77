import { useEffect, useRef } from 'react';
import { barsOfRound, type CirclePulse, ringPicture, stillRingPicture } from './pulse-ring.ts';
import styles from './circle.module.css';

const RADIUS = 40;
const ROUND = 2 * Math.PI * RADIUS;
/** While the pulse rests we look this often whether it has begun. */
const LOOK_EVERY_MS = 200;
const SVG = 'http://www.w3.org/2000/svg';

/** The ring in the middle that fills over the bar. Drawn once a frame from `pulseNow`, outside React. */
export function PulseView({ pulseNow }: { readonly pulseNow: () => CirclePulse }) {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => (svg.current ? followPulse(svg.current, pulseNow) : undefined), [pulseNow]);
  return (
    <svg ref={svg} className={styles.pulse} viewBox="-50 -50 100 100" aria-hidden="true" data-state="resting">
      <circle className={styles.breath} data-part="breath" r={30} />
      <circle className={styles.track} r={RADIUS} />
      <circle className={styles.fading} data-part="fading" r={RADIUS} />
      <circle
        className={styles.filled}
        data-part="filled"
        r={RADIUS}
        transform="rotate(-90)"
        strokeDasharray={`0 ${ROUND}`}
      />
      <g data-part="stones" />
    </svg>
  );
}

function followPulse(svg: SVGSVGElement, pulseNow: () => CirclePulse): () => void {
  const part = (name: string) => svg.querySelector<SVGElement>(`[data-part='${name}']`);
  const [breath, fading, filled, stones] = [part('breath'), part('fading'), part('filled'), part('stones')];
  const wantsStill = matchMedia('(prefers-reduced-motion: reduce)');
  const lengthOfBar = createBarLength();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state = '';

  const draw = (nowMs: number) => {
    const pulse = pulseNow();
    const next = !pulse.isGoing ? 'resting' : pulse.isCountIn ? 'countIn' : 'going';
    if (next !== state) svg.dataset['state'] = state = next;
    if (!pulse.isGoing) {
      timer = setTimeout(() => draw(performance.now()), LOOK_EVERY_MS);
      return;
    }
    const roundBars = barsOfRound(lengthOfBar(pulse, nowMs));
    const picture = (wantsStill.matches ? stillRingPicture : ringPicture)(pulse, roundBars);
    filled?.setAttribute('stroke-dasharray', `${picture.filled * ROUND} ${ROUND}`);
    fading?.setAttribute('opacity', picture.fading.toFixed(3));
    breath?.setAttribute('transform', `scale(${(1 + 0.12 * picture.breath).toFixed(4)})`);
    if (stones) placeStones(stones, picture.swells);
    frame = requestAnimationFrame(draw);
  };
  draw(performance.now());
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

function placeStones(group: SVGElement, swells: readonly number[]): void {
  while (group.childElementCount > swells.length) group.lastElementChild?.remove();
  while (group.childElementCount < swells.length) group.append(document.createElementNS(SVG, 'circle'));
  swells.forEach((swell, stone) => {
    const element = group.children[stone];
    if (!element) return;
    const angle = (stone / swells.length) * 2 * Math.PI;
    element.setAttribute('cx', (RADIUS * Math.sin(angle)).toFixed(2));
    element.setAttribute('cy', (-RADIUS * Math.cos(angle)).toFixed(2));
    element.setAttribute('r', ((stone === 0 ? 4.2 : 2.8) + 2.6 * swell).toFixed(2));
  });
}

/** The length of a bar as seen from frame to frame, in ms; 0 until it is known. */
function createBarLength(): (pulse: CirclePulse, nowMs: number) => number {
  let last: { readonly bars: number; readonly atMs: number } | undefined;
  let barMs = 0;
  return (pulse, nowMs) => {
    const bars = pulse.bar + pulse.feltBeat / Math.max(1, pulse.feltBeats);
    if (last && nowMs - last.atMs > 400) {
      if (bars > last.bars) barMs = (nowMs - last.atMs) / (bars - last.bars);
      last = { bars, atMs: nowMs };
    }
    last ??= { bars, atMs: nowMs };
    return barMs;
  };
}
