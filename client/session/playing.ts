import { MAX_GLIDE_POINTS, MAX_NOTE_MS } from '../../shared/base/limits.ts';
import type { MemberId } from '../../shared/base/ids.ts';
import {
  beatsOfTicks,
  type LocalMs,
  pitch as pitchOf,
  type RoomMs,
  strength as strengthOf,
  type Ticks,
  ticks,
  ticksOfBeats,
} from '../../shared/base/units.ts';
import type { BendPoint } from '../../shared/event/line.ts';
import type { Wish } from '../../shared/event/wish.ts';
import { INSTRUMENTS, type InstrumentId } from '../../shared/music/instrument.ts';
import { isOver, memberOf } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { snapTick } from '../../shared/time/snap.ts';
import { beatAt, roomMsAt } from '../../shared/time/tempo-map.ts';
import type { Timeline } from '../player/player.ts';
import type { SoundDevice } from '../player/sound-device.ts';
import type { Hands, HandTouch } from './hands.ts';

export interface PlayingDeps {
  /** Read anew each time: it is not known before the room is. */
  readonly me: MemberId;
  readonly sound: SoundDevice;
  readonly timeline: Timeline;
  readonly roomMsAt: (at: LocalMs) => RoomMs;
  readonly room: () => RoomState;
  readonly instrument: () => InstrumentId;
  readonly snapTicks: () => number | undefined;
  /** Whether this device sounds one's own touch. */
  readonly hearsOwn: () => boolean;
  /** Sends a wish; its number. */
  readonly send: (wish: Wish) => number;
  readonly after: (delayMs: number, task: () => void) => () => void;
  readonly onOwnNote: (touch: HandTouch, instrument: InstrumentId) => void;
}

/** A struck note tells nothing by how long the finger stays; its written length is a sixteenth. */
const STRUCK_TICKS = ticks(240);
/** Points of a glide travel together this often: well within the seat's rate for two gliding fingers. */
const BEND_EVERY_MS = 80;

interface Sounding {
  readonly n: number;
  readonly instrument: InstrumentId;
  points: BendPoint[];
  cancelBend: (() => void) | undefined;
  readonly cancelEnd: () => void;
}

/** From a touch to one's own sound, at once, and to the room. */
export interface Playing extends Hands {
  /** Everything held is let go: on leaving, on losing focus. */
  releaseAll(): void;
}

export function createPlaying(deps: PlayingDeps): Playing {
  const { sound, timeline, room, send, after } = deps;
  const held = new Map<string, Sounding>();
  let count = 0;

  /** Nothing begins after the last chord, after a stop, or while one rests. */
  const mayPlay = (played: Ticks): boolean =>
    !isOver(room(), beatsOfTicks(played)) && memberOf(room(), deps.me)?.isOnBreak !== true;

  const tickAt = (at: LocalMs): Ticks => ticksOfBeats(beatAt(room().tempo, deps.roomMsAt(at)));

  function onTouchStart(touch: HandTouch) {
    const played = tickAt(touch.atMs);
    if (!mayPlay(played)) return;
    const instrument = deps.instrument();
    const { pitch, strength, colour } = touch;
    const isHeld = INSTRUMENTS[instrument].kind === 'held';
    const { tempo, metre } = room();
    const snap = deps.snapTicks();
    const drawn = snap === undefined ? undefined : drawnTo(snapTick(played, ticks(snap), { tempo, metre }));
    const earliest = sound.now();
    const onLine =
      drawn === undefined ? undefined : timeline.audioSecAt(roomMsAt(tempo, beatsOfTicks(drawn)));
    // The sound first: everything else can wait a millisecond.
    if (deps.hearsOwn()) {
      const when = onLine !== undefined && onLine > earliest ? onLine : earliest;
      const note = { key: touch.id, part: deps.me, instrument, pitch, strength, colour, seed: ++count };
      sound.synth.start({ ...note, lengthSec: isHeld ? undefined : 0.25 }, when);
    }
    deps.onOwnNote(touch, instrument);
    const n = send({
      type: 'playNote',
      played,
      sounds: drawn ?? played,
      instrument,
      ...told({ pitch, strength, colour }),
      length: isHeld ? null : STRUCK_TICKS,
    });
    if (!isHeld) return;
    const cancelEnd = after(MAX_NOTE_MS, () => end(touch.id, played));
    held.set(touch.id, { n, instrument, points: [], cancelBend: undefined, cancelEnd });
  }

  /** The line a note is drawn to, if it may still begin there: the last chord is nobody's own. */
  const drawnTo = (line: Ticks): Ticks | undefined => (mayPlay(line) ? line : undefined);

  function onTouchMove({ id, atMs, pitch, colour, strength }: HandTouch) {
    const sounding = held.get(id);
    if (!sounding) return;
    if (deps.hearsOwn()) sound.synth.bend(id, { pitch, colour, strength }, sound.now());
    sounding.points.push({ played: tickAt(atMs), ...told({ pitch, colour, strength }) });
    sounding.cancelBend ??= after(BEND_EVERY_MS, () => sendBend(sounding));
  }

  function sendBend(sounding: Sounding) {
    sounding.cancelBend?.();
    sounding.cancelBend = undefined;
    const points = thinned(sounding.points);
    sounding.points = [];
    if (points.length > 0) send({ type: 'bendNote', note: sounding.n, points });
  }

  function end(id: string, played: Ticks) {
    const sounding = held.get(id);
    if (!sounding) return;
    held.delete(id);
    sound.synth.end(id, sound.now());
    sounding.cancelEnd();
    sendBend(sounding);
    send({ type: 'releaseNote', note: sounding.n, played });
  }

  return {
    onTouchStart,
    onTouchMove,
    onTouchEnd: ({ id, atMs }) => end(id, tickAt(atMs)),
    releaseAll() {
      // Before the room is known there is no tick to end anything at, and nothing that could be held.
      if (held.size === 0) return;
      const played = ticksOfBeats(beatAt(room().tempo, timeline.now()));
      for (const id of held.keys()) end(id, played);
    },
  };
}

/** To a thousandth, which nobody hears and which is a third of the bytes. */
function told({ pitch, strength, colour }: Pick<HandTouch, 'pitch' | 'strength' | 'colour'>) {
  return {
    pitch: pitchOf(thousandth(pitch)),
    strength: strengthOf(Math.max(0.001, thousandth(strength))),
    colour: thousandth(colour),
  };
}

const thousandth = (value: number) => Math.round(value * 1000) / 1000;

/** At most as many points as a message holds, evenly chosen, the last always among them; their ticks never fall. */
function thinned(points: readonly BendPoint[]): BendPoint[] {
  const step = Math.ceil(points.length / MAX_GLIDE_POINTS);
  const chosen = points.filter((_, index) => (points.length - 1 - index) % Math.max(1, step) === 0);
  let latest = 0;
  return chosen.map((point) => {
    latest = Math.max(latest, point.played);
    return { ...point, played: ticks(latest) };
  });
}
