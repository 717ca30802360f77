import type { MemberId } from '../../shared/base/ids.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { Loop } from '../../shared/event/loop.ts';
import { memberOf } from '../../shared/room/questions.ts';
import { NOTHING_TO_SEE, type PassingView } from '../../shared/room/passing/view.ts';
import type { RoomState } from '../../shared/room/state.ts';
import type { LoopSpan } from '../player/plan-loops.ts';
import type { SoundState } from '../player/sound-device.ts';
import type { LinkState, SessionView } from './session.ts';

interface Sources {
  readonly room: () => RoomState | undefined;
  readonly me: () => MemberId | undefined;
  readonly sound: () => SoundState;
  readonly clock: () => { readonly isSettled: boolean; readonly errorMs: number };
  readonly loops: () => readonly LoopSpan[];
  readonly unstored: () => number;
}

/** Builds the picture the screens show, and tells them when it changed. */
export interface SessionViewKeeper {
  get(): SessionView;
  subscribe(listener: () => void): () => void;
  setLink(link: LinkState): void;
  refuse(reason: Refusal | undefined): void;
  setDiskWell(isWell: boolean): void;
  setPassing(passing: PassingView): void;
  /** Something it shows has changed. */
  changed(): void;
  /** To be called at every tick: notices what changes by itself, as the clock does. */
  look(): void;
}

/** The clock's error is shown in steps of this, so that the screens are not drawn anew for a microsecond. */
const SHOWN_ERROR_STEP_MS = 5;

export function createSessionView(sources: Sources): SessionViewKeeper {
  const listeners = new Set<() => void>();
  let link: LinkState = { type: 'connecting' };
  let refusal: Refusal | undefined;
  let isDiskWell = true;
  let passing = NOTHING_TO_SEE;
  let view = build();

  function build(): SessionView {
    const room = sources.room();
    const me = sources.me();
    return {
      link,
      room,
      you: room && me ? memberOf(room, me) : undefined,
      passing,
      sound: sources.sound(),
      clock: shownClock(sources.clock()),
      loops: goingLoops(sources.loops()),
      refusal,
      unstored: sources.unstored(),
      isDiskWell,
    };
  }

  const changed = () => {
    view = build();
    for (const listener of listeners) listener();
  };

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setLink(next) {
      link = next;
      changed();
    },
    refuse(reason) {
      if (reason === refusal) return;
      refusal = reason;
      changed();
    },
    setDiskWell(isWell) {
      if (isWell === isDiskWell) return;
      isDiskWell = isWell;
      changed();
    },
    setPassing(next) {
      passing = next;
      changed();
    },
    changed,
    look() {
      const clock = shownClock(sources.clock());
      const isSame =
        clock.isSettled === view.clock.isSettled &&
        clock.errorMs === view.clock.errorMs &&
        sources.unstored() === view.unstored &&
        sources.sound() === view.sound;
      if (!isSame) changed();
    },
  };
}

function shownClock({ isSettled, errorMs }: { isSettled: boolean; errorMs: number }) {
  return { isSettled, errorMs: Math.ceil(errorMs / SHOWN_ERROR_STEP_MS) * SHOWN_ERROR_STEP_MS };
}

function goingLoops(spans: readonly LoopSpan[]): ReadonlyMap<MemberId, Loop> {
  return new Map(
    spans.filter((span) => span.until === undefined).map((span) => [span.by, span.entry.event.loop]),
  );
}
