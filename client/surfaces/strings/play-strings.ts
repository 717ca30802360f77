import { type LocalMs, localMs, type Pitch, strength, type Strength } from '../../../shared/base/units.ts';
import { isTonic } from '../../../shared/music/frame.ts';
import { createGuests } from '../draw/guests.ts';
import { createLight, type LightPace } from '../draw/light.ts';
import { createStage, type Frame2D } from '../draw/stage.ts';
import { LEAST_STRENGTH, strengthByFeel, strengthByPlace } from '../hand/feel.ts';
import { nearestPlace } from '../hand/nearest-place.ts';
import { followPlaces, PLAY } from '../hand/places.ts';
import { followPointers, type PointerSample } from '../hand/pointers.ts';
import { createTouches } from '../hand/touches.ts';
import { createWander } from '../hand/wander.ts';
import type { SurfaceProps } from '../touch.ts';
import type { SurfaceHands } from '../use-hands.ts';
import { type Chord, drawBars, drawChord } from './draw-strings.ts';
import {
  colourAlong,
  crossings,
  nearestString,
  type StringLayout,
  strokeFactor,
  type StrokePoint,
} from './string-crossing.ts';

export interface StringsScene {
  readonly props: SurfaceProps;
  /** The pitch of each string that has a place here. */
  readonly pitches: readonly Pitch[];
  readonly layout: StringLayout;
}

/** A finger on the strings: where it was last, and the string it landed on until it has left it. */
interface Finger {
  last: StrokePoint;
  landedOn: number;
}

/** One's own note heard this soon after one's own pluck is that pluck. */
const SAME_PLUCK_MS = 140;
/** Strings ring longer than stones. */
const STRING_PACE: LightPace = { riseMs: 22, holdMs: 60, fallMs: 620 };

/** Lets fingers pluck and stroke strings, keys pluck them, and draws them. */
export function playStrings(
  root: HTMLElement,
  canvas: HTMLCanvasElement,
  scene: () => StringsScene,
): SurfaceHands {
  const touches = createTouches(() => scene().props);
  const fingers = new Map<string, Finger>();
  const wander = createWander(2);
  let chords: Chord[] = [];
  let drawn: StringLayout | undefined;

  const swing = (string: number, force: number, along: number) => {
    const chord = chords[string];
    if (!chord) return;
    chord.pluckedMs = performance.now();
    chord.along = along;
    chord.swing = scene().layout.spacing * (0.12 + 0.2 * force);
    chord.light.light(0.5 + 0.5 * force, chord.pluckedMs);
    stage.wake();
  };
  const pluck = (source: string, string: number, along: number, atMs: LocalMs, force: Strength) => {
    const { props, pitches, layout } = scene();
    const pitch = pitches[string];
    if (pitch === undefined || props.isResting) return;
    touches.start(source, { atMs, pitch, strength: force, colour: colourAlong(along, layout.length) });
    swing(string, force, along);
  };
  const pointOf = ({ x, y, atMs }: PointerSample): StrokePoint =>
    scene().layout.across === 'x' ? { across: x, along: y, atMs } : { across: y, along: x, atMs };

  const stroke = (sample: PointerSample) => {
    const finger = fingers.get(sample.source);
    if (!finger) return;
    const { layout, props } = scene();
    const [from, to] = [finger.last, pointOf(sample)];
    const speed = (to.across - from.across) / Math.max(1, to.atMs - from.atMs);
    const force = strength(Math.min(1, Math.max(LEAST_STRENGTH, props.touchStrength * strokeFactor(speed))));
    for (const { string, along, atMs } of crossings(from, to, layout.places)) {
      if (string !== finger.landedOn) pluck(sample.source, string, along, atMs, force);
    }
    const landed = layout.places[finger.landedOn];
    if (landed !== undefined && Math.abs(to.across - landed) > layout.spacing / 2) finger.landedOn = -1;
    finger.last = to;
  };

  const draw = (frame: Frame2D) => {
    const { layout } = scene();
    let isMoving = false;
    for (const chord of chords) isMoving = drawChord(frame, chord, layout) || isMoving;
    drawBars(frame, layout);
    return guests.draw(frame, Math.max(48, layout.spacing * 0.75)) || isMoving;
  };
  const stage = createStage(canvas, draw);
  const guests = createGuests(
    (note) => {
      const { layout, pitches } = scene();
      const string = nearestPlace(pitches, note.pitch);
      const across = layout.places[string];
      if (across === undefined) return undefined;
      const along = layout.length * 0.32;
      return layout.across === 'x'
        ? { place: string, x: across, y: along }
        : { place: string, x: layout.length - along, y: across };
    },
    () => ({ width: root.clientWidth, height: root.clientHeight }),
  );

  const endPointers = followPointers(root, {
    onDown(sample) {
      const { layout, props } = scene();
      const point = pointOf(sample);
      const string = nearestString(layout.places, point.across);
      const away = Math.abs((layout.places[string] ?? 0) - point.across) / Math.max(1, layout.spacing / 2);
      const force =
        sample.felt === undefined
          ? strengthByPlace(props.touchStrength, away)
          : strengthByFeel(props.touchStrength, sample.felt);
      pluck(sample.source, string, point.along, sample.atMs, force);
      fingers.set(sample.source, { last: point, landedOn: string });
    },
    onMove: (samples) => samples.forEach(stroke),
    onUp(source, atMs) {
      touches.end(source, atMs);
      fingers.delete(source);
    },
  });
  const endPlaces = followPlaces(root, {
    places: () => scene().pitches.length,
    columns: () => 1,
    onStrike(source, place, atMs) {
      const { pitches, props, layout } = scene();
      const string = place === PLAY ? wander.next(pitches, props.frame) : place;
      pluck(source, string, layout.length * 0.4, atMs, strengthByPlace(props.touchStrength, 0.4));
    },
    onEnd: touches.end,
    onLost: touches.endAll,
  });

  const refresh = () => {
    if (scene().props.isResting) touches.endAll(localMs(performance.now()));
    if (scene().layout !== drawn) {
      drawn = scene().layout;
      chords = createChords(scene());
    }
    stage.wake();
  };
  refresh();
  return {
    refresh,
    hear(note) {
      const string = nearestPlace(scene().pitches, note.pitch);
      const wasMine = performance.now() - (chords[string]?.pluckedMs ?? 0) < SAME_PLUCK_MS;
      if (!note.isOwn) guests.hear(note, performance.now());
      else if (!wasMine) swing(string, note.strength, scene().layout.length * 0.4);
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

function createChords({ layout, pitches, props }: StringsScene): Chord[] {
  return layout.places.map((place, string) => ({
    place,
    height: layout.places.length > 1 ? string / (layout.places.length - 1) : 0.5,
    isTonic: isTonic(props.frame, pitches[string] ?? 0),
    light: createLight(STRING_PACE),
    pluckedMs: 0,
    along: layout.length / 2,
    swing: 0,
  }));
}
