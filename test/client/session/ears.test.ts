import { describe, expect, it } from 'vitest';
import { createEars } from '../../../client/session/ears.ts';
import { DEFAULT_PREFERENCES, type SoundFrom } from '../../../client/session/preferences.ts';
import { THE_ROOM } from '../../../shared/base/ids.ts';
import { JON, MAYA, tellSession } from '../support/a-session.ts';

const earsOf = (soundFrom: SoundFrom, place: 'apart' | 'together' = 'apart') => {
  const room = tellSession({ place }).room();
  return createEars({
    preferences: () => ({ ...DEFAULT_PREFERENCES, soundFrom }),
    room: () => room,
    me: () => JON,
  });
};

describe('what a device sounds', () => {
  it('[P4] is everyone, only mine, or everyone but me', () => {
    const heard = (soundFrom: SoundFrom) => [MAYA, JON].map((part) => earsOf(soundFrom).hears(part));
    expect(heard('everyone')).toEqual([true, true]);
    expect(heard('onlyMine')).toEqual([false, true]);
    expect(heard('everyoneButMe')).toEqual([true, false]);
  });

  it('has the room’s own sound in it, whichever it is', () => {
    for (const soundFrom of ['everyone', 'onlyMine', 'everyoneButMe'] as const)
      expect(earsOf(soundFrom).hears(THE_ROOM)).toBe(true);
  });

  it('is everyone for a listener', () => {
    const room = tellSession().room();
    const members = room.members.map((member) =>
      member.id === JON ? { ...member, role: 'listener' as const } : member,
    );
    const ears = createEars({
      preferences: () => ({ ...DEFAULT_PREFERENCES, soundFrom: 'onlyMine' }),
      room: () => ({ ...room, members }),
      me: () => JON,
    });
    expect(ears.hears(MAYA)).toBe(true);
  });

  it('follows the level of all and of others always, one’s own only in one place', () => {
    for (const part of [THE_ROOM, MAYA] as const) expect(earsOf('everyone').followsLevel(part)).toBe(true);
    expect(earsOf('everyone', 'apart').followsLevel(JON)).toBe(false);
    expect(earsOf('everyone', 'together').followsLevel(JON)).toBe(true);
  });
});
