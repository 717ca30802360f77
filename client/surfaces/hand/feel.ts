import { type Strength, strength } from '../../../shared/base/units.ts';

/** What a device tells of a touch, as in a PointerEvent. */
export interface TouchTraits {
  readonly pointerType: string;
  readonly pressure: number;
  /** Contact size in css pixels. */
  readonly width: number;
  readonly height: number;
}

/** How strong a touch was, learned from what the device tells; `undefined` while it tells nothing. */
export type Feel = (touch: TouchTraits) => number | undefined;

/** The softest and the strongest a touch is ever taken for. */
export const LEAST_STRENGTH = 0.12;
/** Touches to have seen before a device is believed, and how many different readings among them. */
const BELIEVE_AFTER = 5;
const DIFFERENT_READINGS = 3;
const REMEMBERED = 24;

/**
 * A pen's pressure counts as it is. A finger's pressure or contact size counts once they have shown to vary: many devices
 * report one constant value for every touch. They are then read against the middle of what this person has done so far.
 */
export function createFeel(): Feel {
  const pressures: number[] = [];
  const sizes: number[] = [];
  return ({ pointerType, pressure, width, height }) => {
    if (pointerType === 'pen') return pressure > 0 ? bounded(0.15 + 0.85 * pressure) : undefined;
    if (pointerType !== 'touch') return undefined;
    remember(pressures, Math.round(pressure * 100) / 100);
    remember(sizes, Math.round(Math.max(width, height)));
    if (varies(pressures)) return bounded(0.55 + 1.6 * (pressure - middle(pressures)));
    if (!varies(sizes)) return undefined;
    return bounded(
      0.55 + 0.55 * Math.log2(Math.max(1, Math.max(width, height)) / Math.max(1, middle(sizes))),
    );
  };
}

/** Strength of a touch where the device tells nothing: the person's setting, a little softer towards a pad's edge. */
export function strengthByPlace(touchStrength: number, fromCentre: number): Strength {
  const edge = Math.min(1, Math.max(0, fromCentre));
  return strength(bounded(touchStrength * (1.12 - 0.42 * edge * edge)));
}

/** A device's reading turned around the person's own setting, so that the setting always counts. */
export function strengthByFeel(touchStrength: number, felt: number): Strength {
  return strength(bounded(felt + (touchStrength - 0.6) * 0.8));
}

const bounded = (value: number) => Math.min(1, Math.max(LEAST_STRENGTH, value));

function remember(readings: number[], reading: number): void {
  readings.push(reading);
  if (readings.length > REMEMBERED) readings.shift();
}

const varies = (readings: readonly number[]) =>
  readings.length >= BELIEVE_AFTER && new Set(readings).size >= DIFFERENT_READINGS;

function middle(readings: readonly number[]): number {
  const sorted = [...readings].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
