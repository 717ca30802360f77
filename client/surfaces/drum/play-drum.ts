import { type LocalMs, localMs, type Pitch, strength, type Strength } from '../../../shared/base/units.ts';
import { createCalm } from '../draw/calm.ts';
import { createGuests, type GuestPlace } from '../draw/guests.ts';
import { createLight, OWN_PACE } from '../draw/light.ts';
import { createStage, type Frame2D } from '../draw/stage.ts';
import { strengthByFeel } from '../hand/feel.ts';
import { followPlaces, PLAY } from '../hand/places.ts';
import { followPointers, type PointerSample } from '../hand/pointers.ts';
import { createTouches } from '../hand/touches.ts';
import type { HeardNote, SurfaceProps } from '../touch.ts';
import type { SurfaceHands } from '../use-hands.ts';
import { drawBody, drawRipples, type Ripple, RIPPLE_MS } from './draw-drum.ts';
import { colourAt, DRUM_PLACES, type DrumBox, placeByPulse, pointOfPlace } from './drum-head.ts';

export interface DrumScene {
  readonly props: SurfaceProps;
  readonly pitch: Pitch;
  readonly box: DrumBox;
}

/** Waves drawn at once; the oldest is forgotten first. */
const MAX_RIPPLES = 14;
/** One's own note heard this soon after one's own touch is that touch. */
const SAME_STRIKE_MS = 140;

/** Lets hands, keys and switches strike a drum, and draws it. */
export function playDrum(root: HTMLElement, canvas: HTMLCanvasElement, scene: () => DrumScene): SurfaceHands {
  const touches = createTouches(() => scene().props);
  const light = createLight(OWN_PACE);
  const calm = createCalm();
  let ripples: Ripple[] = [];
  let struckMs = Number.NEGATIVE_INFINITY;

  const ripple = (x: number, y: number, force: number) => {
    const beganMs = performance.now();
    ripples = [...ripples, { x, y, strength: force, share: calm.begin(beganMs), beganMs }].slice(
      -MAX_RIPPLES,
    );
    light.light(0.35 + 0.65 * force, beganMs);
    stage.wake();
  };
  const strike = (source: string, x: number, y: number, atMs: LocalMs, force: Strength) => {
    const { props, pitch, box } = scene();
    if (props.isResting) return;
    touches.start(source, { atMs, pitch, strength: force, colour: colourAt(box, x, y) });
    struckMs = performance.now();
    ripple(x, y, force);
  };
  const draw = (frame: Frame2D) => {
    ripples = ripples.filter(({ beganMs }) => frame.nowMs - beganMs < RIPPLE_MS);
    const { box } = scene();
    drawBody(frame, box, light.levelAt(frame.nowMs));
    drawRipples(frame, box, ripples);
    const hasGuests = guests.draw(frame, Math.max(60, box.halfWidth * 0.3));
    return ripples.length > 0 || !light.isDark || hasGuests;
  };
  const stage = createStage(canvas, draw);
  const guests = createGuests(
    (note) => aroundHead(scene().box, note),
    () => sizeOf(root),
  );

  const endPointers = followPointers(root, {
    onDown(sample: PointerSample) {
      const { touchStrength } = scene().props;
      const force =
        sample.felt === undefined ? strength(touchStrength) : strengthByFeel(touchStrength, sample.felt);
      strike(sample.source, sample.x, sample.y, sample.atMs, force);
    },
    onMove: () => undefined,
    onUp: touches.end,
  });
  const endPlaces = followPlaces(root, {
    places: () => DRUM_PLACES.length,
    columns: () => 1,
    onStrike(source, place, atMs) {
      const { box, props } = scene();
      const chosen = place === PLAY ? placeByPulse(props.pulseNow().feltBeat) : place;
      const { x, y } = pointOfPlace(box, chosen);
      strike(source, x, y, atMs, strength(props.touchStrength));
    },
    onEnd: touches.end,
    onLost: touches.endAll,
  });
  return {
    refresh() {
      if (scene().props.isResting) touches.endAll(localMs(performance.now()));
      stage.wake();
    },
    hear(note) {
      if (!note.isOwn) guests.hear(note, performance.now());
      else if (performance.now() - struckMs > SAME_STRIKE_MS) {
        const { x, y } = pointOfPlace(scene().box, 0);
        ripple(x, y, note.strength);
      }
      stage.wake();
    },
    end() {
      touches.endAll(localMs(performance.now()));
      endPointers();
      endPlaces();
      stage.end();
    },
  };
}

const sizeOf = (root: HTMLElement) => ({ width: root.clientWidth, height: root.clientHeight });

/** Others come in near the rim, each pitch at its own place around it. */
const PLACES_AROUND = 12;

function aroundHead(box: DrumBox, note: HeardNote): GuestPlace {
  const place = Math.round(note.pitch / 2) % PLACES_AROUND;
  const angle = (place / PLACES_AROUND) * 2 * Math.PI - Math.PI / 2;
  return {
    place,
    x: box.x + Math.cos(angle) * box.halfWidth * 0.78,
    y: box.y + Math.sin(angle) * box.halfHeight * 0.78,
  };
}
