import type { Loop } from '../../../shared/event/loop.ts';
import { TICKS_PER_BEAT } from '../../../shared/base/units.ts';
import { createGuests } from '../draw/guests.ts';
import { createLight, type Light, OWN_PACE } from '../draw/light.ts';
import { createStage, type Frame2D } from '../draw/stage.ts';
import { nearestPlace } from '../hand/nearest-place.ts';
import type { HeardNotes, PulseNow } from '../touch.ts';
import type { SurfaceHands } from '../use-hands.ts';
import { type BeadLayout, stepAtTick } from './beads.ts';
import { drawLoop } from './draw-loop.ts';

export interface LoopScene {
  readonly props: { readonly heardNotes: HeardNotes; readonly pulseNow: PulseNow };
  readonly loop: Loop;
  readonly rows: number;
  /** The pitch of each row, for the lights of others. */
  readonly pitches: readonly number[];
  readonly homes: readonly boolean[];
  readonly layout: BeadLayout;
}

/** While the pulse rests we look this often whether it has begun. */
const LOOK_EVERY_MS = 200;

/** Draws a loop that goes round. Beads are buttons of the page and need no hands of their own. */
export function followLoop(
  root: HTMLElement,
  canvas: HTMLCanvasElement,
  scene: () => LoopScene,
): SurfaceHands {
  let lights: Light[] = [];
  let lastStep = -1;

  const lightSounding = (at: number, nowMs: number) => {
    const { loop, rows } = scene();
    const step = Math.floor(at);
    if (step === lastStep) return;
    lastStep = step;
    for (const cell of loop.cells) {
      if (cell.step === step) lights[cell.step * rows + cell.row]?.light(0.4 + 0.6 * cell.strength, nowMs);
    }
  };
  const draw = (frame: Frame2D) => {
    const { props, loop, rows, layout, homes } = scene();
    const pulse = props.pulseNow();
    const at =
      pulse.isGoing && !pulse.isCountIn ? stepAtTick(pulse.tick, loop.steps, loop.stepTicks) : undefined;
    if (at === undefined) lastStep = -1;
    else lightSounding(at, frame.nowMs);
    const stepsPerBeat = Math.max(1, Math.round(TICKS_PER_BEAT / loop.stepTicks));
    const isMoving = drawLoop(frame, { loop, rows, layout, homes, at, lights, stepsPerBeat });
    return guests.draw(frame, Math.max(40, layout.touch * 0.8)) || isMoving;
  };
  const stage = createStage(canvas, draw);
  const guests = createGuests(
    (note) => {
      const { props, loop, layout, pitches, rows } = scene();
      const pulse = props.pulseNow();
      const step = pulse.isGoing ? Math.floor(stepAtTick(pulse.tick, loop.steps, loop.stepTicks)) : 0;
      const row = nearestPlace(pitches, note.pitch);
      return { place: step * rows + row, ...layout.placeOf(step, row) };
    },
    () => ({ width: root.clientWidth, height: root.clientHeight }),
  );
  const looking = setInterval(() => {
    if (scene().props.pulseNow().isGoing) stage.wake();
  }, LOOK_EVERY_MS);

  const refresh = () => {
    const { loop, rows } = scene();
    const wanted = loop.steps * rows;
    if (lights.length !== wanted) lights = Array.from({ length: wanted }, () => createLight(OWN_PACE));
    stage.wake();
  };
  refresh();
  return {
    refresh,
    hear(note) {
      if (!note.isOwn) guests.hear(note, performance.now());
      stage.wake();
    },
    end() {
      clearInterval(looking);
      stage.end();
    },
  };
}
