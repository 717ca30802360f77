import { type MemberId, memberId } from '../../shared/base/ids.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import { INSTRUMENTS } from '../../shared/music/instrument.ts';
import type { SoundDevice } from '../player/sound-device.ts';
import type { Hands, HeardNote, HeardNotes } from './hands.ts';

/** Whoever tries alone sits in the middle. */
export const MYSELF: MemberId = memberId('myself');

export interface TryOut {
  readonly hands: Hands;
  readonly heardNotes: HeardNotes;
  setInstrument(instrument: InstrumentId): void;
  stop(): void;
}

/** An instrument under one's own fingers and in nobody else's ears: nothing of it is sent. */
export function createTryOut(sound: SoundDevice, first: InstrumentId): TryOut {
  let instrument = first;
  let count = 0;
  const held = new Set<string>();
  const listeners = new Set<(note: HeardNote) => void>();
  void sound.prepare(instrument);
  sound.synth.release();
  sound.desk.setPart(MYSELF, { pan: 0, loudness: 1 });

  return {
    hands: {
      onTouchStart(touch) {
        const isHeld = INSTRUMENTS[instrument].kind === 'held';
        if (isHeld) held.add(touch.id);
        const { pitch, strength, colour } = touch;
        const note = { key: touch.id, part: MYSELF, instrument, pitch, strength, colour, seed: ++count };
        sound.synth.start({ ...note, lengthSec: isHeld ? undefined : 0.5 }, sound.now());
        for (const listener of listeners)
          listener({
            member: MYSELF,
            colour: 'amber',
            shape: 'circle',
            pitch,
            strength,
            isOwn: true,
            instrument,
          });
      },
      onTouchMove({ id, pitch, colour, strength }) {
        if (held.has(id)) sound.synth.bend(id, { pitch, colour, strength }, sound.now());
      },
      onTouchEnd({ id }) {
        if (held.delete(id)) sound.synth.end(id, sound.now());
      },
    },
    heardNotes(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setInstrument(next) {
      sound.synth.release(MYSELF);
      held.clear();
      instrument = next;
      void sound.prepare(next);
    },
    stop() {
      sound.synth.release(MYSELF);
      sound.desk.removePart(MYSELF);
      listeners.clear();
    },
  };
}
