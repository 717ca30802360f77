import type { LocalMs, Pitch, Strength } from '../../../shared/base/units.ts';
import type { TouchCallbacks, TouchId } from '../touch.ts';

/** What a finger plays. */
export interface Played {
  readonly atMs: LocalMs;
  readonly pitch: Pitch;
  readonly strength: Strength;
  readonly colour: number;
}

/** The touches that are down on one surface, each from one source: a pointer, a key, a switch. */
export interface Touches {
  /** A source that still has a touch ends it first, at the same moment. */
  start(source: string, played: Played): void;
  /** Passed over for a source that has none. */
  move(source: string, played: Played): void;
  end(source: string, atMs: LocalMs): void;
  endAll(atMs: LocalMs): void;
  has(source: string): boolean;
}

let count = 0;

/** `callbacks` is asked at each touch, so that it may change while fingers are down. */
export function createTouches(callbacks: () => TouchCallbacks): Touches {
  const down = new Map<string, TouchId>();
  const end = (source: string, atMs: LocalMs) => {
    const id = down.get(source);
    if (id === undefined) return;
    down.delete(source);
    callbacks().onTouchEnd({ id, atMs });
  };
  return {
    start(source, played) {
      end(source, played.atMs);
      count += 1;
      const id = `t${count}`;
      down.set(source, id);
      callbacks().onTouchStart({ id, ...played });
    },
    move(source, played) {
      const id = down.get(source);
      if (id !== undefined) callbacks().onTouchMove({ id, ...played });
    },
    end,
    endAll(atMs) {
      for (const source of down.keys()) end(source, atMs);
    },
    has: (source) => down.has(source),
  };
}
