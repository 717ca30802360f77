import type { Author, MemberId } from '../../shared/base/ids.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import { memberOf } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import type { Player, Timeline } from '../player/player.ts';
import type { HandTouch, HeardNote, HeardNotes } from './hands.ts';

interface HeardDeps {
  readonly room: () => RoomState | undefined;
  readonly me: () => MemberId | undefined;
  readonly timeline: Pick<Timeline, 'now'>;
  readonly after: (delayMs: number, task: () => void) => () => void;
}

/** Who is heard when: what the surfaces and the circle light up. */
export interface Heard {
  readonly notes: HeardNotes;
  /** One's own touch, at once. */
  own(touch: HandTouch, instrument: InstrumentId): void;
  /** Others' notes as the player sounds them. */
  follow(player: Player): void;
}

export function createHeard({ room, me, timeline, after }: HeardDeps): Heard {
  const listeners = new Set<(note: HeardNote) => void>();

  const tell = (member: Author | undefined, note: Pick<HeardNote, 'pitch' | 'strength' | 'instrument'>) => {
    const state = room();
    const who = state && member && memberOf(state, member);
    if (!who) return;
    const { pitch, strength, instrument } = note;
    const { id, colour, shape } = who;
    const heard = { member: id, colour, shape, pitch, strength, instrument, isOwn: id === me() };
    for (const listener of listeners) listener(heard);
  };

  return {
    notes(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    own: ({ pitch, strength }, instrument) => tell(me(), { pitch, strength, instrument }),
    follow(player) {
      // A note is handed over a little before it is heard, and shown when it is heard.
      player.onHeard(({ note, atMs }) =>
        after(Math.max(0, atMs - timeline.now()), () => tell(note.part, note)),
      );
    },
  };
}
