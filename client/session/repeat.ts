/** Does a task again and again; returns what stops it. */
export function repeat(
  after: (delayMs: number, task: () => void) => () => void,
  everyMs: number,
  task: () => void,
): () => void {
  let cancel = after(everyMs, function again() {
    task();
    cancel = after(everyMs, again);
  });
  return () => cancel();
}
