import { pollIntervalMs } from '../shared/time/poll-interval.ts';

/** Ticks from outside of the page, where a browser does not slow them down when the page is not in front. */
let tick = 0;

function next() {
  postMessage(undefined);
  tick += 1;
  setTimeout(next, pollIntervalMs(tick));
}

next();
