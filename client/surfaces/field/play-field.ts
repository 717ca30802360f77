import { type LocalMs, localMs, type Pitch } from '../../../shared/base/units.ts';
import { isTonic } from '../../../shared/music/frame.ts';
import { createCalm } from '../draw/calm.ts';
import { createGuests } from '../draw/guests.ts';
import { createLight, type LightPace } from '../draw/light.ts';
import { createStage, type Frame2D } from '../draw/stage.ts';
import { nearestPlace } from '../hand/nearest-place.ts';
import { followPlaces, PLAY } from '../hand/places.ts';
import { followPointers } from '../hand/pointers.ts';
import { createTouches, type Played } from '../hand/touches.ts';
import { createWander } from '../hand/wander.ts';
import type { SurfaceProps } from '../touch.ts';
import type { SurfaceHands } from '../use-hands.ts';
import { drawColumns, drawCursor, drawGlow, drawGround, drawWaves, type Glow } from './draw-field.ts';
import {
  createTilt,
  fieldColour,
  fieldPitch,
  fieldStrength,
  type Glide,
  middleOf,
  oceanStrength,
  type Tilt,
} from './field-map.ts';

export interface FieldScene {
  readonly props: SurfaceProps;
  readonly pitches: readonly Pitch[];
  readonly glide: Glide;
  /** Unpitched: strength is how fast the hand moves, as on an ocean drum. */
  readonly isOcean: boolean;
}

/** A voice: one finger or key, from 0 to 1 over the surface. */
interface Voice {
  x: number;
  y: number;
  atMs: LocalMs;
  hasMoved: boolean;
  /** Pixels moved since the last frame, for the ocean drum. */
  movedPx: number;
  readonly tilt: Tilt;
  readonly glow: Glow;
}

/** Slow to go: the light of a field stays where the voice was. */
const FIELD_PACE: LightPace = { riseMs: 60, holdMs: 200, fallMs: 900 };
const MAX_GLOWS = 14;
/** An arrow key moves the voice up or down by this share of the surface. */
const KEY_STEP = 0.12;
/** Keys begin at this height. */
const KEY_HEIGHT = 0.5;

/** Lets each finger or key lead one gliding voice, and draws its light. Movement is reported once a frame at most. */
export function playField(
  root: HTMLElement,
  canvas: HTMLCanvasElement,
  scene: () => FieldScene,
): SurfaceHands {
  const touches = createTouches(() => scene().props);
  const voices = new Map<string, Voice>();
  const wander = createWander(3);
  const calm = createCalm();
  let glows: Glow[] = [];
  let keyHeight = KEY_HEIGHT;
  let swell = 0;
  let phase = 0;

  const playedAt = ({ x, y, atMs }: Pick<Voice, 'x' | 'y' | 'atMs'>, now: number): Played => {
    const { props, pitches, glide, isOcean } = scene();
    const height = 1 - y;
    return {
      atMs,
      pitch: fieldPitch(x, pitches, glide),
      strength: isOcean
        ? oceanStrength(now, props.touchStrength)
        : fieldStrength(height, props.touchStrength),
      colour: fieldColour(isOcean ? x : height),
    };
  };
  const begin = (source: string, x: number, y: number, atMs: LocalMs) => {
    if (scene().props.isResting || scene().pitches.length === 0) return;
    touches.start(source, playedAt({ x, y, atMs }, 0));
    leave(source);
    const glow: Glow = { light: createLight(FIELD_PACE), x, y, toX: x, toY: y, tail: [] };
    glow.light.light(calm.begin(performance.now()), performance.now());
    glow.light.hold(performance.now());
    glows = [...glows, glow].slice(-MAX_GLOWS);
    voices.set(source, { x, y, atMs, hasMoved: false, movedPx: 0, tilt: createTilt(), glow });
    stage.wake();
  };
  const moveTo = (source: string, x: number, y: number, atMs: LocalMs) => {
    const voice = voices.get(source);
    if (!voice) return;
    voice.movedPx += Math.hypot((x - voice.x) * root.clientWidth, (y - voice.y) * root.clientHeight);
    Object.assign(voice, { x, y, atMs, hasMoved: true });
    [voice.glow.toX, voice.glow.toY] = [x, y];
    stage.wake();
  };
  const leave = (source: string) => {
    voices.get(source)?.glow.light.let(performance.now());
    voices.delete(source);
    stage.wake();
  };
  const end = (source: string, atMs: LocalMs) => {
    touches.end(source, atMs);
    leave(source);
  };
  const endAll = () => {
    for (const source of voices.keys()) end(source, localMs(performance.now()));
  };

  /** What moved since the last frame is told once, before anything is drawn. */
  const report = (frame: Frame2D) => {
    const { isOcean } = scene();
    let strongest = 0;
    for (const [source, voice] of voices) {
      const tilted = isOcean ? voice.tilt.move(voice.movedPx, frame.passedMs) : 0;
      strongest = Math.max(strongest, tilted);
      voice.movedPx = frame.passedMs > 0 ? 0 : voice.movedPx;
      if (!voice.hasMoved && !isOcean) continue;
      // A hand that rests on the water still changes what is heard: the wave runs out.
      if (isOcean) voice.atMs = localMs(performance.now());
      voice.hasMoved = false;
      touches.move(source, playedAt(voice, tilted));
    }
    const tau = strongest > swell ? 120 : 900;
    swell += (strongest - swell) * (1 - Math.exp(-frame.passedMs / tau));
  };
  const draw = (frame: Frame2D) => {
    report(frame);
    const { pitches, props, isOcean } = scene();
    drawGround(frame);
    if (isOcean) {
      if (!frame.isStill) phase += (frame.passedMs / 1000) * (0.03 + 0.22 * swell);
      drawWaves(frame, swell, phase);
    } else {
      drawColumns(
        frame,
        pitches.map((each) => isTonic(props.frame, each)),
      );
    }
    const hasGuests = guests.draw(frame, Math.max(60, Math.min(frame.width, frame.height) * 0.12));
    if (handle?.matches(':focus-visible')) drawCursor(frame, handleAt(), 1 - keyHeight);
    let isMoving = false;
    for (const glow of glows) isMoving = drawGlow(frame, glow) || isMoving;
    glows = glows.filter((glow) => !glow.light.isDark);
    return isMoving || hasGuests || voices.size > 0 || swell > 0.005;
  };
  const stage = createStage(canvas, draw);
  const guests = createGuests(
    (note) => {
      const { pitches } = scene();
      // On water, which has one pitch, others are beside each other by theirs.
      const places = pitches.length > 1 ? pitches.length : 12;
      const place = pitches.length > 1 ? nearestPlace(pitches, note.pitch) : Math.round(note.pitch) % 12;
      const row = Math.min(2, Math.floor(note.strength * 3));
      return {
        place: place * 3 + row,
        x: middleOf(place, places) * root.clientWidth,
        y: (0.78 - 0.28 * row) * root.clientHeight,
      };
    },
    () => ({ width: root.clientWidth, height: root.clientHeight }),
  );

  const endPointers = followPointers(root, {
    onDown: ({ source, x, y, atMs }) => begin(source, x / root.clientWidth, y / root.clientHeight, atMs),
    onMove(samples) {
      for (const { source, x, y, atMs } of samples)
        moveTo(source, x / root.clientWidth, y / root.clientHeight, atMs);
    },
    onUp: end,
  });
  const endPlaces = followPlaces(root, {
    places: () => scene().pitches.length,
    columns: () => 0,
    onArrow(code) {
      const step = code === 'ArrowUp' ? KEY_STEP : code === 'ArrowDown' ? -KEY_STEP : 0;
      if (step === 0) return false;
      keyHeight = Math.min(1, Math.max(0, keyHeight + step));
      stage.wake();
      for (const [source, voice] of voices) {
        if (source.startsWith('key ')) moveTo(source, voice.x, 1 - keyHeight, localMs(performance.now()));
      }
      return true;
    },
    onStrike(source, place, atMs) {
      const { pitches, props } = scene();
      const column = place === PLAY ? wander.next(pitches, props.frame) : place;
      begin(source, middleOf(column, pitches.length), 1 - keyHeight, atMs);
    },
    onEnd: end,
    onLost: endAll,
  });
  // The handle is a slider of the page: while a key holds a voice, moving it takes the voice along.
  const handle = root.querySelector<HTMLInputElement>('input');
  const follow = (event: Event) => {
    for (const held of ['key Space', 'key Enter']) {
      if (voices.has(held)) moveTo(held, handleAt(), 1 - keyHeight, localMs(event.timeStamp));
    }
    stage.wake();
  };
  const handleAt = () => middleOf(handle?.valueAsNumber ?? 0, scene().pitches.length);
  const listening = new AbortController();
  for (const type of ['input', 'focus', 'blur'])
    handle?.addEventListener(type, follow, { signal: listening.signal });

  return {
    refresh() {
      if (scene().props.isResting) endAll();
      stage.wake();
    },
    hear(note) {
      if (!note.isOwn) guests.hear(note, performance.now());
      stage.wake();
    },
    end() {
      endAll();
      endPointers();
      endPlaces();
      listening.abort();
      stage.end();
    },
  };
}
