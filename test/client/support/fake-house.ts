import { audioSec } from '../../../shared/base/units.ts';
import { sessionId } from '../../../shared/base/ids.ts';
import { PROTOCOL } from '../../../shared/wire/protocol.ts';
import type { House } from '../../../client/hooks/use-house.ts';
import type { SoundDevice, SoundState } from '../../../client/player/sound-device.ts';
import type { Ask } from '../../../client/session/ask.ts';
import type { DoorClient } from '../../../client/session/door-client.ts';
import { createPreferences } from '../../../client/session/preferences.ts';
import { fakeRoom, personId } from './fake-room.ts';
import { createFakeSession } from './fake-session.ts';
import { createFakeStaff } from './fake-staff.ts';

export const SESSION = sessionId('abcdefghij0123456789');
const SEAT = { session: SESSION, you: personId(0) };
const OPENED = { ...SEAT, code: 'KPWDRT', invite: 'abcdefghijklmnopqrstuv' };

/** Sound that makes none, in the state it is told. */
export function createFakeSound(state: SoundState = 'running', unlocks: 'running' | 'noDevice' = 'running') {
  const silent: SoundDevice = {
    unlock: () => Promise.resolve(unlocks),
    synth: {
      start() {},
      end() {},
      bend() {},
      pulse() {},
      level() {},
      cancelFrom() {},
      release() {},
    },
    desk: { setPart() {}, removePart() {}, setLoudness() {}, setPulseLoudness() {}, setQuiet() {} },
    prepare: () => Promise.resolve(),
    clockFacts: () => ({ currentSec: 0, baseLatencySec: 0 }),
    now: () => audioSec(0),
    state: () => state,
    onState: () => () => undefined,
    resume: () => Promise.resolve(),
    dispose() {},
  };
  return silent;
}

const granted = <Value>(value: Value) => Promise.resolve({ type: 'granted', value } as const);

/** A door that opens to everyone. */
export const openDoor: DoorClient = {
  hello: () => granted({ protocol: PROTOCOL }),
  look: () => granted({ session: SESSION, title: 'Monday circle' }),
  join: () => granted({ type: 'in', ...SEAT }),
  atDoor: () => granted(undefined),
  leaveDoor: () => granted(undefined),
  seat: () => granted(SEAT),
  door: () => granted(OPENED),
};

export function createFakeHouse(
  door: Partial<DoorClient> = {},
  sound = createFakeSound(),
  ask: Ask = createFakeStaff(),
): House {
  return {
    ask,
    door: { ...openDoor, ...door },
    preferences: createPreferences(undefined),
    loadSound: () => Promise.resolve(sound),
    createSession: () => Promise.resolve(createFakeSession(fakeRoom(5), personId(0))),
    origin: 'https://windchime.example',
    reload: () => undefined,
    reloadOnce: () => undefined,
    copy: () => Promise.resolve(true),
    chance: () => 0.5,
  };
}
