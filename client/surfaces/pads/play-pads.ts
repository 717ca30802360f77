import { localMs, type Pitch, type Strength } from '../../../shared/base/units.ts';
import { type Frame, isTonic } from '../../../shared/music/frame.ts';
import { createGuests } from '../draw/guests.ts';
import { createLight, OWN_PACE } from '../draw/light.ts';
import { createStage, type Frame2D } from '../draw/stage.ts';
import { strengthByFeel, strengthByPlace } from '../hand/feel.ts';
import { nearestPlace } from '../hand/nearest-place.ts';
import { followPlaces, PLAY } from '../hand/places.ts';
import { followPointers, type PointerSample } from '../hand/pointers.ts';
import { createTouches } from '../hand/touches.ts';
import { createWander } from '../hand/wander.ts';
import type { SurfaceProps } from '../touch.ts';
import type { SurfaceHands } from '../use-hands.ts';
import { drawStone, type Stone, stonePath } from './draw-stones.ts';
import { fromMiddle, type StoneLayout, stoneAt } from './stones.ts';

/** What the hands are told of the page at the moment they ask. */
export interface PadsScene {
  readonly props: SurfaceProps;
  readonly pitches: readonly Pitch[];
  readonly layout: StoneLayout;
}

/** A finger that slides onto a stone plays it as if it had landed here, from the middle (0) to the edge (1). */
const SLID_IN = 0.55;

/** Lets fingers, keys and switches play the stones, and draws them. Nothing in here waits for React. */
export function playPads(root: HTMLElement, canvas: HTMLCanvasElement, scene: () => PadsScene): SurfaceHands {
  let stones: Stone[] = [];
  const under = new Map<string, number>();
  const wander = createWander(1);
  const touches = createTouches(() => scene().props);

  const strike = (source: string, place: number, atMs: ReturnType<typeof localMs>, force: Strength) => {
    const pitch = scene().pitches[place];
    if (pitch === undefined || scene().props.isResting) return;
    touches.start(source, { atMs, pitch, strength: force, colour: 0.35 + 0.5 * force });
    lift(source);
    under.set(source, place);
    const stone = stones[place];
    if (stone) {
      stone.light.light(0.45 + 0.55 * force, performance.now());
      stone.light.hold(performance.now());
    }
    stage.wake();
  };
  const lift = (source: string) => {
    const place = under.get(source);
    under.delete(source);
    const stone = place === undefined ? undefined : stones[place];
    if (!stone || [...under.values()].includes(place ?? -1)) return;
    stone.light.let(performance.now());
    stage.wake();
  };
  const end = (source: string, atMs: ReturnType<typeof localMs>) => {
    touches.end(source, atMs);
    lift(source);
  };
  const endAll = () => {
    touches.endAll(localMs(performance.now()));
    for (const source of under.keys()) lift(source);
  };

  const touchAt = (sample: PointerSample, felt: number | undefined) => {
    const { layout, props } = scene();
    const place = stoneAt(layout, sample.x, sample.y);
    const bed = layout.beds[place];
    if (!bed || under.get(sample.source) === place) return;
    // Sliding in, a finger always comes over the edge: then the place says nothing.
    const away = under.has(sample.source) ? SLID_IN : fromMiddle(bed, sample.x, sample.y);
    const force =
      felt === undefined
        ? strengthByPlace(props.touchStrength, away)
        : strengthByFeel(props.touchStrength, felt);
    strike(sample.source, place, sample.atMs, force);
  };

  const stage = createStage(canvas, (frame) => drawPads(frame, stones, guests));
  const guests = createGuests(
    (note) => {
      const place = nearestPlace(scene().pitches, note.pitch);
      const bed = scene().layout.beds[place];
      return bed && { place, x: bed.x + bed.width / 2, y: bed.y + bed.height / 2 };
    },
    () => ({ width: root.clientWidth, height: root.clientHeight }),
  );
  const endPointers = followPointers(root, {
    onDown: (sample) => touchAt(sample, sample.felt),
    onMove(samples) {
      for (const sample of samples) if (under.has(sample.source)) touchAt(sample, undefined);
    },
    onUp: end,
  });
  const endPlaces = followPlaces(root, {
    places: () => scene().pitches.length,
    columns: () => scene().layout.columns,
    onStrike(source, place, atMs) {
      const { pitches, props } = scene();
      const chosen = place === PLAY ? wander.next(pitches, props.frame) : place;
      strike(source, chosen, atMs, strengthByPlace(props.touchStrength, 0.5));
    },
    onEnd: end,
    onLost: endAll,
  });
  let drawn: StoneLayout | undefined;
  const refresh = () => {
    if (scene().props.isResting) endAll();
    if (scene().layout !== drawn) {
      drawn = scene().layout;
      stones = createStones(scene());
    }
    stage.wake();
  };
  refresh();
  return {
    refresh,
    hear(note) {
      const stone = stones[nearestPlace(scene().pitches, note.pitch)];
      if (note.isOwn) stone?.light.light(0.5 + 0.4 * note.strength, performance.now());
      else guests.hear(note, performance.now());
      stage.wake();
    },
    end() {
      endAll();
      endPointers();
      endPlaces();
      stage.end();
    },
  };
}

function createStones({ layout, pitches, props }: PadsScene): Stone[] {
  return layout.beds.map((bed, place) => {
    const home = isHome(props.frame, pitches[place]);
    return {
      bed,
      isTonic: home,
      path: stonePath(bed, place, home),
      height: layout.beds.length > 1 ? place / (layout.beds.length - 1) : 0.5,
      light: createLight(OWN_PACE),
    };
  });
}

const isHome = (frame: Frame, pitch: Pitch | undefined) => pitch !== undefined && isTonic(frame, pitch);

function drawPads(
  frame: Frame2D,
  stones: readonly Stone[],
  guests: { draw(frame: Frame2D, radius: number): boolean },
) {
  let isMoving = false;
  for (const stone of stones) isMoving = drawStone(frame, stone) || isMoving;
  const bed = stones[0]?.bed;
  return guests.draw(frame, bed ? Math.max(bed.width, bed.height) * 0.62 : 80) || isMoving;
}
