type Reading = { readonly atMs: number; readonly offsetMs: number };

/** Notices that readings which should reach a line now and then no longer do. */
export type SetBackWatch = {
  /** The readings of the last moments, if they all stay lower below the line than is usual; they show where it is now. */
  setBack(
    recent: readonly Reading[],
    lineAt: (atMs: number) => number,
    atMs: number,
  ): readonly Reading[] | undefined;
  /** The line was replaced for another reason. */
  onRestart(atMs: number): void;
  /** What is usual is forgotten too. */
  drop(): void;
};

/** One length of the look back. What stays short of the line by `spareMs` more than usual is a set-back. */
type Glance = {
  readonly windowMs: number;
  readonly atLeast: number;
  readonly spareMs: number;
  usualMs: number;
  /** The furthest short in the present stretch and in the one before: not yet usual, they may be a set-back coming. */
  presentMs: number;
  lastMs: number;
  sinceMs: number;
  stretches: number;
};

/** What stays of the usual from one stretch to the next. */
const REMEMBERED = 0.98;
/** What is usual is known after so many stretches. */
const LEARNED = 4;
/** A lost buffer is gone within this time; readings of those moments are of neither line. */
const LOSING_MS = 60;

export function createSetBackWatch(): SetBackWatch {
  let glances = newGlances();
  const onRestart = (atMs: number) => {
    for (const glance of glances) Object.assign(glance, { presentMs: 0, lastMs: 0, sinceMs: atMs });
  };
  return {
    setBack(recent, lineAt, atMs) {
      for (const glance of glances) {
        const seen = recent.filter((reading) => atMs - reading.atMs <= glance.windowMs);
        if (seen.length < glance.atLeast || seen.length === recent.length) continue;
        const shortMs = Math.min(...seen.map((reading) => lineAt(reading.atMs) - reading.offsetMs));
        if (glance.stretches > LEARNED && shortMs > glance.usualMs + glance.spareMs) {
          onRestart(atMs);
          return seen.filter((reading) => atMs - reading.atMs <= glance.windowMs - LOSING_MS);
        }
        learn(glance, shortMs, atMs);
      }
      return undefined;
    },
    onRestart,
    drop() {
      glances = newGlances();
    },
  };
}

function newGlances(): readonly Glance[] {
  const fresh = { usualMs: 0, presentMs: 0, lastMs: 0, sinceMs: 0, stretches: 0 };
  return [
    { windowMs: 170, atLeast: 6, spareMs: 4, ...fresh },
    { windowMs: 360, atLeast: 9, spareMs: 2.5, ...fresh },
    { windowMs: 2000, atLeast: 50, spareMs: 1, ...fresh },
  ];
}

/** A window that slides into a set-back falls short little by little; so a stretch is learned from one stretch later. */
function learn(glance: Glance, shortMs: number, atMs: number): void {
  glance.presentMs = Math.max(glance.presentMs, shortMs);
  if (atMs - glance.sinceMs < glance.windowMs) return;
  glance.usualMs = Math.max(glance.usualMs * REMEMBERED, glance.lastMs);
  glance.lastMs = glance.presentMs;
  glance.presentMs = 0;
  glance.sinceMs = atMs;
  glance.stretches += 1;
}
