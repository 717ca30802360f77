/** Something that happens at a true time; of two at one time, the one arranged first comes first. */
interface Happening {
  readonly atMs: number;
  readonly order: number;
  readonly happen: () => void;
}

export interface EventQueue {
  /** True milliseconds since the world began. */
  nowMs(): number;
  /** Arranges `happen` for `atMs`, or for now if that has passed. Returns what calls it off. */
  at(atMs: number, happen: () => void): () => void;
  /** Lets everything up to and including `untilMs` happen, in order, and leaves the time there. */
  runUntil(untilMs: number): void;
}

/** Virtual time: a binary heap of happenings, let out in the order of their times. */
export function createEventQueue(): EventQueue {
  const heap: Happening[] = [];
  let timeMs = 0;
  let count = 0;

  return {
    nowMs: () => timeMs,
    at(atMs, happen) {
      let isOff = false;
      push(heap, {
        atMs: Math.max(atMs, timeMs),
        order: count++,
        happen: () => {
          if (!isOff) happen();
        },
      });
      return () => {
        isOff = true;
      };
    },
    runUntil(untilMs) {
      for (let next = heap[0]; next !== undefined && next.atMs <= untilMs; next = heap[0]) {
        pop(heap);
        timeMs = next.atMs;
        next.happen();
      }
      timeMs = Math.max(timeMs, untilMs);
    },
  };
}

const comesBefore = (a: Happening, b: Happening) =>
  a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

function push(heap: Happening[], added: Happening): void {
  let place = heap.length;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !comesBefore(added, parent)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = added;
}

function pop(heap: Happening[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let place = 0;
  for (;;) {
    const left = heap[2 * place + 1];
    const right = heap[2 * place + 2];
    if (left === undefined) break;
    const isRight = right !== undefined && comesBefore(right, left);
    const child = isRight ? right : left;
    if (!comesBefore(child, last)) break;
    heap[place] = child;
    place = 2 * place + (isRight ? 2 : 1);
  }
  heap[place] = last;
}
