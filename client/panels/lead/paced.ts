/** Says the latest of many values, at once at first and then at most once in so many ms; what is between is left out. */
export interface Paced<Value> {
  say(value: Value): void;
  stop(): void;
}

export function createPaced<Value>(
  everyMs: number,
  send: (value: Value) => void,
  after: (delayMs: number, task: () => void) => () => void,
): Paced<Value> {
  let held: { readonly value: Value } | undefined;
  let cancel: (() => void) | undefined;

  function rested() {
    cancel = undefined;
    if (held) say(held.value);
  }
  function say(value: Value) {
    if (cancel) {
      held = { value };
      return;
    }
    held = undefined;
    cancel = after(everyMs, rested);
    send(value);
  }
  return {
    say,
    /** What was held back is said now: where the hand came to rest counts. */
    stop() {
      cancel?.();
      cancel = undefined;
      if (held) send(held.value);
      held = undefined;
    },
  };
}
