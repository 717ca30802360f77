import { describe, expect, it } from 'vitest';
import {
  createFeel,
  LEAST_STRENGTH,
  strengthByFeel,
  strengthByPlace,
  type TouchTraits,
} from '../../../../client/surfaces/hand/feel.ts';
import { placeOfKey } from '../../../../client/surfaces/hand/key-rows.ts';
import { nearestPlace } from '../../../../client/surfaces/hand/nearest-place.ts';
import { createTouches } from '../../../../client/surfaces/hand/touches.ts';
import { createWander } from '../../../../client/surfaces/hand/wander.ts';
import { localMs, pitch, strength } from '../../../../shared/base/units.ts';
import { DEFAULT_FRAME, isTonic } from '../../../../shared/music/frame.ts';
import { surfacePitches } from '../../../../shared/music/layout.ts';

const finger = (size: number, pressure = 0.5): TouchTraits => ({
  pointerType: 'touch',
  pressure,
  width: size,
  height: size,
});

describe('how strongly a hand plays', () => {
  it('is the pressure of a pen, from soft to strong', () => {
    const feel = createFeel();
    const pen = (pressure: number) => feel({ pointerType: 'pen', pressure, width: 1, height: 1 });
    expect(pen(0.1)).toBeLessThan(pen(0.9) ?? 0);
    expect(pen(0)).toBeUndefined();
  });

  it('is not guessed from a device that says the same of every touch', () => {
    const feel = createFeel();
    for (let touch = 0; touch < 30; touch++) expect(feel(finger(23))).toBeUndefined();
    expect(feel({ ...finger(40), pointerType: 'mouse' })).toBeUndefined();
  });

  it('is read from the size of the touch once sizes have shown to vary', () => {
    const feel = createFeel();
    for (const size of [20, 24, 28, 22, 26, 24]) feel(finger(size));
    const [soft, hard] = [feel(finger(16)), feel(finger(44))];
    expect(soft).toBeDefined();
    expect(hard).toBeGreaterThan((soft ?? 1) + 0.3);
  });

  it('is read from pressure before size where a device knows it', () => {
    const feel = createFeel();
    for (const pressure of [0.2, 0.3, 0.4, 0.25, 0.35]) feel(finger(24, pressure));
    expect(feel(finger(24, 0.6))).toBeGreaterThan(feel(finger(24, 0.15)) ?? 1);
  });

  it('is otherwise the setting of the person, softer towards the edge, and stays a strength', () => {
    expect(strengthByPlace(0.6, 0)).toBeGreaterThan(strengthByPlace(0.6, 1));
    expect(strengthByPlace(0, 1)).toBe(LEAST_STRENGTH);
    expect(strengthByPlace(1, 0)).toBe(1);
    expect(strengthByFeel(0.9, 0.5)).toBeGreaterThan(strengthByFeel(0.3, 0.5));
    expect(strengthByFeel(0, 0)).toBe(LEAST_STRENGTH);
  });
});

describe('the touches of a surface', () => {
  const played = (atMs: number) => ({
    atMs: localMs(atMs),
    pitch: pitch(60),
    strength: strength(0.5),
    colour: 0.5,
  });
  const record = () => {
    const told: string[] = [];
    const touches = createTouches(() => ({
      onTouchStart: ({ id, atMs }) => told.push(`start ${id} ${atMs}`),
      onTouchMove: ({ id, atMs }) => told.push(`move ${id} ${atMs}`),
      onTouchEnd: ({ id, atMs }) => told.push(`end ${id} ${atMs}`),
    }));
    const ids = () => told.map((each) => each.split(' ')[1]);
    return { told, touches, ids };
  };

  it('end what a finger still holds before it begins anew, under a new name', () => {
    const { told, touches, ids } = record();
    touches.start('pointer 1', played(10));
    touches.start('pointer 1', played(20));
    touches.end('pointer 1', localMs(30));
    expect(told.map((each) => each.replace(/ t\d+/, ''))).toEqual([
      'start 10',
      'end 20',
      'start 20',
      'end 30',
    ]);
    expect(ids()[0]).toBe(ids()[1]);
    expect(ids()[2]).toBe(ids()[3]);
    expect(ids()[0]).not.toBe(ids()[2]);
  });

  it('say nothing for a finger that is not down', () => {
    const { told, touches } = record();
    touches.move('pointer 9', played(1));
    touches.end('pointer 9', localMs(2));
    expect(told).toEqual([]);
    expect(touches.has('pointer 9')).toBe(false);
  });

  it('leave none behind when all are ended', () => {
    const { told, touches } = record();
    touches.start('pointer 1', played(1));
    touches.start('key KeyA', played(1));
    touches.endAll(localMs(5));
    expect(told.filter((each) => each.startsWith('end'))).toHaveLength(2);
    expect(touches.has('pointer 1') || touches.has('key KeyA')).toBe(false);
  });
});

describe('rows of keys', () => {
  it('are the home row alone for a few places, and more rows upwards for more', () => {
    expect(placeOfKey('KeyA', 8)).toBe(0);
    expect(placeOfKey('KeyK', 8)).toBe(7);
    expect(placeOfKey('KeyL', 8)).toBeUndefined();
    expect(placeOfKey('KeyQ', 8)).toBeUndefined();
    expect(placeOfKey('KeyQ', 12)).toBe(10);
    expect(placeOfKey('KeyZ', 22)).toBe(0);
    expect(placeOfKey('KeyA', 22)).toBe(10);
    expect(placeOfKey('Digit1', 36)).toBe(30);
  });

  it('leave all other keys to the page', () => {
    for (const code of ['Tab', 'Escape', 'Space', 'F1']) expect(placeOfKey(code, 36)).toBeUndefined();
  });
});

describe('a tune for one switch', () => {
  const pitches = surfacePitches(DEFAULT_FRAME, 'harp');
  const walk = (seed: number, length: number) => {
    const wander = createWander(seed);
    return Array.from({ length }, () => wander.next(pitches, DEFAULT_FRAME));
  };

  it('begins at home, comes home again and again, and goes in small steps between', () => {
    const places = walk(5, 200);
    expect(isTonic(DEFAULT_FRAME, pitches[places[0] ?? 0] ?? 0)).toBe(true);
    for (let from = 0; from + 18 <= places.length; from += 9) {
      const homes = places
        .slice(from, from + 18)
        .filter((place) => isTonic(DEFAULT_FRAME, pitches[place] ?? 0));
      expect(homes.length).toBeGreaterThan(0);
    }
    places.forEach((place, index) => {
      expect(pitches[place]).toBeDefined();
      expect(Math.abs(place - (places[Math.max(0, index - 1)] ?? 0))).toBeLessThanOrEqual(4);
    });
    expect(new Set(places).size).toBeGreaterThan(4);
  });

  it('is the same for the same seed', () => {
    expect(walk(3, 50)).toEqual(walk(3, 50));
    expect(walk(3, 50)).not.toEqual(walk(4, 50));
  });

  it('goes on when the frame changes under it, and is silent without pitches', () => {
    const wander = createWander(1);
    for (let note = 0; note < 30; note++) wander.next(pitches, DEFAULT_FRAME);
    expect(wander.next(pitches.slice(0, 2), DEFAULT_FRAME)).toBeLessThan(2);
    expect(wander.next([], DEFAULT_FRAME)).toBe(-1);
  });
});

describe('the place of a note of another instrument', () => {
  it('is the nearest pitch, octaves folded into the register', () => {
    const places = [60, 62, 64, 67, 69, 72];
    expect(nearestPlace(places, 64.4)).toBe(2);
    expect(nearestPlace(places, 40)).toBe(2);
    expect(nearestPlace(places, 91)).toBe(3);
    expect(nearestPlace([], 60)).toBe(0);
  });
});
