import { createShaper } from './shaper.ts';
import { BiquadFilter, type Context, Gain } from './tone.ts';

/** Mean absolute level of the mix above which it is held back: about -18 dBFS RMS. */
const THRESHOLD = 0.11;
/** Of what is above the threshold, a third passes. */
const RATIO = 3;
/** The detector sees the mix at a quarter: 12 dB above full scale fit into its curves. */
const DETECTOR_SCALE = 0.25;
const CURVE_POINTS = 4097;
/** Follows the loudness of phrases, not of single waves: 40 ms to rise, no overshoot at this Q. */
const FOLLOW_HZ = 5;
const FOLLOW_Q_DB = -6;

/** The gain for a mix whose mean absolute level is `level`: 1 up to the threshold. */
export function levellerGain(level: number): number {
  return level <= THRESHOLD ? 1 : (level / THRESHOLD) ** (1 / RATIO - 1);
}

/**
 * A compressor of plain nodes: rectify, follow, look up the gain. The native compressor looks 6 ms ahead, which every
 * touch would wait for, and adds make-up gain; this one adds no delay. What is too fast for it the ceiling holds.
 */
export function createLeveller(context: Context) {
  const body = new Gain({ context, gain: 0 });
  const input = new Gain({ context });
  const detector = new Gain({ context, gain: DETECTOR_SCALE });
  detector.channelCount = 1;
  detector.channelCountMode = 'explicit';
  const rectifier = createShaper(context, CURVE_POINTS, Math.abs);
  const follower = new BiquadFilter({ context, type: 'lowpass', frequency: FOLLOW_HZ, Q: FOLLOW_Q_DB });
  const lookup = createShaper(context, CURVE_POINTS, (x) => levellerGain(Math.max(0, x) / DETECTOR_SCALE));
  input.connect(body);
  input.chain(detector, rectifier, follower, lookup);
  lookup.connect(body.gain);
  return { input, output: body };
}
