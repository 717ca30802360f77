/** Calls back about every 25 ms, also in a page that is not in front. Returns the function that ends it. */
export function everyTick(task: () => void): () => void {
  try {
    const worker = new Worker(new URL('./tick-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', task);
    // A worker that cannot be loaded is no reason to be without a tick.
    let spare: (() => void) | undefined;
    worker.addEventListener('error', () => {
      spare ??= everyInterval(task);
    });
    return () => {
      worker.terminate();
      spare?.();
    };
  } catch {
    return everyInterval(task);
  }
}

const TICK_MS = 25;

function everyInterval(task: () => void): () => void {
  const timer = setInterval(task, TICK_MS);
  return () => clearInterval(timer);
}
