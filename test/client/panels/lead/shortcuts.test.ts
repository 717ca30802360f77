import { describe, expect, it } from 'vitest';
import { type Pressed, type Shortcut, shortcutOf } from '../../../../client/panels/lead/shortcuts.ts';
import { shortcutDoes } from '../../../../client/screens/lead/use-shortcuts.ts';
import { whyNot } from '../../../../shared/room/permissions.ts';
import type { RoomEvent } from '../../../../shared/event/entry.ts';
import { beats } from '../../../../shared/base/units.ts';
import { leadOf } from '../../support/a-lead.ts';
import { fakeRoom, personId, pulseGoing } from '../../support/fake-room.ts';

const pressed = (key: string, over: Partial<Pressed> = {}) =>
  shortcutOf({
    key,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    on: { tag: 'DIALOG' },
    ...over,
  });

describe('a key on the page of leading', () => {
  it('is known by its letter, large or small', () => {
    const keys = { h: 'hush', H: 'hush', ' ': 'pulse', ArrowUp: 'faster', ArrowLeft: 'slower', e: 'ending' };
    for (const [key, shortcut] of Object.entries(keys)) expect(pressed(key)).toBe(shortcut);
    expect(pressed('x')).toBeUndefined();
  });

  it('rests while someone writes', () => {
    for (const on of [{ tag: 'TEXTAREA' }, { tag: 'INPUT', type: 'text' }, { tag: 'INPUT' }])
      expect(pressed('h', { on })).toBeUndefined();
  });

  it('leaves to the control in focus what is its own', () => {
    expect(pressed(' ', { on: { tag: 'BUTTON' } })).toBeUndefined();
    expect(pressed('ArrowUp', { on: { tag: 'INPUT', type: 'range' } })).toBeUndefined();
    expect(pressed('ArrowLeft', { on: { tag: 'INPUT', type: 'radio' } })).toBeUndefined();
    expect(pressed('h', { on: { tag: 'BUTTON' } })).toBe('hush');
    expect(pressed('h', { on: { tag: 'INPUT', type: 'range' } })).toBe('hush');
  });

  it('is the browser’s with Ctrl, Alt or Meta', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
      expect(pressed('d', { [held]: true })).toBeUndefined();
  });

  it('that lies down by itself neither hushes nor starts anything, but may walk the tempo', () => {
    expect(pressed('h', { repeat: true })).toBeUndefined();
    expect(pressed(' ', { repeat: true })).toBeUndefined();
    expect(pressed('ArrowDown', { repeat: true })).toBe('slower');
  });
});

describe('what a shortcut does', () => {
  const [MAYA, JON] = [personId(0), personId(1)];
  const does = (shortcut: Shortcut, me = MAYA, ...events: readonly RoomEvent[]) =>
    shortcutDoes(shortcut, leadOf(fakeRoom(3, ...events), me));

  it('asks the room for hush and its end, the pulse, the tempo', () => {
    expect(does('hush')).toEqual({ wish: { type: 'hush' } });
    expect(does('hush', MAYA, { type: 'hushed' })).toEqual({ wish: { type: 'liftHush' } });
    expect(does('pulse')).toEqual({ wish: { type: 'startPulse' } });
    expect(does('pulse', MAYA, pulseGoing)).toEqual({ wish: { type: 'stopPulse' } });
    expect(does('faster')).toEqual({ wish: { type: 'setTempo', bpm: 80, glideBars: 1 } });
  });

  it('opens the page of the ending, which asks, and never ends anything by itself', () => {
    expect(does('ending')).toEqual({ page: 'ending' });
  });

  it('never asks for what the room would refuse', () => {
    const all: readonly Shortcut[] = [
      'hush',
      'pulse',
      'faster',
      'slower',
      'signals',
      'door',
      'rounds',
      'ending',
    ];
    const ending: RoomEvent = { type: 'endingAnnounced', from: beats(16), until: beats(32) };
    const given: RoomEvent = { type: 'controlsGiven', controls: ['tempo'], to: JON, until: null };
    for (const me of [MAYA, JON])
      for (const events of [[], [ending], [given], [given, ending]]) {
        const room = fakeRoom(3, ...events);
        const wishes = all.map((one) => shortcutDoes(one, leadOf(room, me)));
        for (const done of wishes.filter((one) => one !== undefined && 'wish' in one))
          expect('wish' in done && whyNot(room, done.wish.type, me)).toBeUndefined();
      }
    expect(does('door', JON)).toBeUndefined();
    expect(does('hush', JON)).toBeUndefined();
    expect(does('pulse', JON, given)).toEqual({ wish: { type: 'startPulse' } });
  });
});
