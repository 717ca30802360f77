import { type KeyboardEvent, useMemo, useRef } from 'react';
import { type Pitch, type Strength, strength } from '../../../shared/base/units.ts';
import type { Loop } from '../../../shared/event/loop.ts';
import { type Frame, isTonic } from '../../../shared/music/frame.ts';
import { INSTRUMENTS } from '../../../shared/music/instrument.ts';
import { loopRows, loopRowSound } from '../../../shared/music/layout.ts';
import type { HeardNotes, PulseNow } from '../touch.ts';
import { useHands } from '../use-hands.ts';
import { useSize } from '../use-size.ts';
import { type BeadLayout, layoutBeads } from './beads.ts';
import { type BeadStrength, beadStrength, clearLoop, resizeLoop, turnBead } from './edit-loop.ts';
import styles from './loop.module.css';
import { followLoop } from './play-loop.ts';

export interface LoopLabels {
  /** What this is: "A pattern that goes round". */
  readonly surface: string;
  /** A bead's name: "step 3, D 4, soft". Steps and rows count from 1. */
  readonly bead: (step: number, row: number, strength: BeadStrength, pitch: Pitch) => string;
  /** The choice of length, and each length: "8 steps". */
  readonly length: string;
  readonly steps: (count: number) => string;
  readonly clear: string;
  readonly stop: string;
}

/** What a bead sounds like when it is set. */
export interface BeadSound {
  readonly pitch: Pitch;
  readonly strength: Strength;
  readonly colour: number;
}

export interface LoopRingProps {
  readonly loop: Loop;
  readonly frame: Frame;
  readonly onLoop: (next: Loop) => void;
  readonly onStop: () => void;
  /** A bead was set: let it be heard once. */
  readonly onPreview: (sound: BeadSound) => void;
  readonly heardNotes: HeardNotes;
  readonly pulseNow: PulseNow;
  readonly labels: LoopLabels;
  readonly isResting?: boolean;
}

const LENGTHS = [8, 16] as const;

/** A pattern as beads on rings, or on rows where a ring has no room: touch a bead to set it, louder, softer, away. */
export function LoopRing(props: LoopRingProps) {
  const { loop, frame, onLoop, onStop, labels, isResting = false } = props;
  const root = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(root);
  const rows = loopRows(frame, loop.instrument);
  const sounds = useMemo(
    () => Array.from({ length: rows }, (_, row) => loopRowSound(frame, loop.instrument, row)),
    [frame, loop.instrument, rows],
  );
  const layout = useMemo(
    () => layoutBeads(loop.steps, rows, width, height),
    [loop.steps, rows, width, height],
  );
  const isPitched = INSTRUMENTS[loop.instrument].isPitched;
  const scene = {
    props,
    loop,
    rows,
    layout,
    pitches: sounds.map((sound) => sound.pitch),
    homes: sounds.map((sound) => isPitched && isTonic(frame, sound.pitch)),
  };
  const canvas = useHands(root, scene, followLoop);

  const turn = (step: number, row: number) => {
    if (isResting) return;
    const next = turnBead(loop, step, row);
    const cell = next.cells.find((each) => each.step === step && each.row === row);
    const sound = sounds[row];
    if (cell && sound) props.onPreview({ ...sound, strength: strength(cell.strength) });
    onLoop(next);
  };

  return (
    <section className={styles.loop} aria-label={labels.surface} data-resting={isResting || undefined}>
      <div ref={root} className={styles.room} data-beads="">
        <div
          className={styles.beads}
          style={{ width: layout.width || '100%', height: layout.height || '100%' }}
        >
          <canvas ref={canvas} className={styles.canvas} />
          {width > 0 && <Beads loop={loop} layout={layout} sounds={sounds} labels={labels} onTurn={turn} />}
        </div>
      </div>
      <div className={styles.bar}>
        <fieldset className={styles.lengths} aria-label={labels.length}>
          {LENGTHS.map((steps) => (
            <button
              key={steps}
              type="button"
              aria-pressed={loop.steps === steps}
              onClick={() => !isResting && onLoop(resizeLoop(loop, steps))}
            >
              {labels.steps(steps)}
            </button>
          ))}
        </fieldset>
        <button type="button" onClick={() => !isResting && onLoop(clearLoop(loop))}>
          {labels.clear}
        </button>
        <button type="button" onClick={onStop}>
          {labels.stop}
        </button>
      </div>
    </section>
  );
}

interface BeadsProps {
  readonly loop: Loop;
  readonly layout: BeadLayout;
  readonly sounds: readonly { readonly pitch: Pitch }[];
  readonly labels: LoopLabels;
  readonly onTurn: (step: number, row: number) => void;
}

/** The beads as buttons that stay down, step by step; the arrow keys go between them. */
function Beads({ loop, layout, sounds, labels, onTurn }: BeadsProps) {
  const beads = Array.from({ length: loop.steps }, (_, step) =>
    sounds.map((sound, row) => ({ step, row, sound })),
  );
  return beads.flat().map(({ step, row, sound }) => {
    const { x, y } = layout.placeOf(step, row);
    const force = beadStrength(loop, step, row);
    return (
      <button
        key={`${step} ${row}`}
        type="button"
        className={styles.bead}
        style={{
          left: x - layout.touch / 2,
          top: y - layout.touch / 2,
          width: layout.touch,
          height: layout.touch,
        }}
        data-bead={`${step} ${row}`}
        tabIndex={step === 0 && row === 0 ? 0 : -1}
        aria-pressed={force !== 'off'}
        aria-label={labels.bead(step + 1, row + 1, force, sound.pitch)}
        onClick={() => onTurn(step, row)}
        onKeyDown={moveByArrow}
      />
    );
  });
}

/** Left and right go from step to step, up and down from row to row; the tab stop goes along. */
function moveByArrow(event: KeyboardEvent<HTMLButtonElement>): void {
  const from = event.currentTarget.dataset['bead'];
  const root = event.currentTarget.closest('[data-beads]');
  const ways: Record<string, readonly [number, number]> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
  };
  const way = ways[event.key];
  if (from === undefined || !root || !way) return;
  event.preventDefault();
  const [step = 0, row = 0] = from.split(' ').map(Number);
  const next =
    root.querySelector<HTMLElement>(`[data-bead='${step + way[0]} ${row + way[1]}']`) ??
    (way[0] === 1 ? root.querySelector<HTMLElement>(`[data-bead='0 ${row}']`) : null);
  if (!next) return;
  for (const bead of root.querySelectorAll<HTMLElement>("[data-bead][tabindex='0']")) bead.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
