import type { Audio } from './audio/audio.ts';
import type { House } from './hooks/use-house.ts';
import type { SoundDevice } from './player/sound-device.ts';
import { createAsk } from './session/ask.ts';
import { createDoorClient } from './session/door-client.ts';
import { createPreferences } from './session/preferences.ts';

/** The real parts of the page, put together once. What weighs much is fetched when it is first asked for. */
export function buildHouse(storage: Storage | undefined): House {
  const preferences = createPreferences(storage);
  const ask = createAsk();
  return {
    ask,
    door: createDoorClient(ask),
    preferences,
    loadSound: once(() => import('./audio/audio.ts').then(({ createAudio }) => soundDeviceOf(createAudio()))),
    async createSession(seat, sound) {
      const { openSession } = await import('./live-session.ts');
      return openSession(seat, sound, preferences, storage);
    },
    origin: location.origin,
    reload: () => location.reload(),
    reloadOnce: () => reloadOnce(),
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
    chance: Math.random,
  };
}

const RELOADED_KEY = 'windchime.reloaded';
const NOT_AGAIN_MS = 60_000;

function reloadOnce(): void {
  try {
    const last = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0);
    if (Date.now() - last < NOT_AGAIN_MS) return;
    sessionStorage.setItem(RELOADED_KEY, String(Date.now()));
  } catch {
    // Nothing to remember it by: left to the person.
    return;
  }
  location.reload();
}

/** Fetches on the first call and shares what came; what did not arrive is fetched anew the next time. */
function once<Value>(fetch: () => Promise<Value>): () => Promise<Value> {
  let coming: Promise<Value> | undefined;
  return () => {
    const asked = coming ?? fetch();
    coming = asked;
    asked.catch(() => {
      coming = undefined;
    });
    return asked;
  };
}

/** The page's sound as player and session know it. */
function soundDeviceOf(audio: Audio): SoundDevice {
  const stateOf = (state: ReturnType<Audio['state']>) => (state === 'silent' ? 'off' : state);
  return {
    unlock: () => audio.unlock(),
    synth: audio.synth,
    desk: audio.desk,
    prepare: (instrument) => audio.prepare(instrument),
    clockFacts() {
      const facts = audio.clockFacts();
      if (!facts) return { currentSec: 0, baseLatencySec: 0 };
      const { stamp, ...rest } = facts;
      return stamp ? { ...rest, stamp } : rest;
    },
    now: () => audio.now(),
    state: () => stateOf(audio.state()),
    onState: (listener) => audio.onState((state) => listener(stateOf(state))),
    resume: async () => void (await audio.resume()),
    dispose: () => void audio.dispose(),
  };
}
