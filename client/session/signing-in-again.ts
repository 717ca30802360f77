/**
 * Several things may be asked for just when a sign-in has run out: they all wait for one signing in.
 *
 *   known ──needed──▶ asked ──settled──▶ known (each goes on, or is told no)
 *   unknown ──needed──▶ (told no at once: nobody was signed in on this page)
 */
export interface SigningInAgain {
  /** Whether someone is signed in as far as the page knows. */
  setKnown(isKnown: boolean): void;
  /** Resolves to whether the same person is signed in again. */
  needed(): Promise<boolean>;
  settle(isAgain: boolean): void;
}

/** @param onAsked told when signing in is asked for, and when it no longer is. */
export function createSigningInAgain(onAsked: (isAsked: boolean) => void): SigningInAgain {
  let isKnown = false;
  let waiting:
    | { readonly promise: Promise<boolean>; readonly resolve: (isAgain: boolean) => void }
    | undefined;
  return {
    setKnown(next) {
      isKnown = next;
    },
    needed() {
      if (!isKnown) return Promise.resolve(false);
      if (!waiting) {
        let resolve: (isAgain: boolean) => void = () => undefined;
        const promise = new Promise<boolean>((settled) => {
          resolve = settled;
        });
        waiting = { promise, resolve };
        onAsked(true);
      }
      return waiting.promise;
    },
    settle(isAgain) {
      const settled = waiting;
      waiting = undefined;
      onAsked(false);
      settled?.resolve(isAgain);
    },
  };
}
