import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { cleanName } from '../../../shared/base/text.ts';
import type { Refusal } from '../../../shared/base/refusal.ts';
import type { Role } from '../../../shared/event/membership.ts';
import type { InstrumentId } from '../../../shared/music/instrument.ts';
import type { AtDoor, Join as Said, RoomKey, Seat } from '../../../shared/wire/door.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { useLoadedSound } from '../../hooks/use-loaded-sound.ts';
import type { SoundDevice } from '../../player/sound-device.ts';
import { PART_SHAPES } from '../../ui/part.ts';
import { useWords } from '../../words/use-words.tsx';
import { DoorSays, doorSaying } from '../door/door-says.tsx';
import { InviteUnknown, Unreachable, Waiting } from '../plain-pages.tsx';
import { type Newcomer, WhoYouAre } from './who-you-are.tsx';

const loadTry = () => import('./try-instrument.tsx');
const TryInstrument = lazy(() => loadTry().then((page) => ({ default: page.TryInstrument })));

export interface JoinProps {
  readonly roomKey: RoomKey;
  /** Someone has an instrument before them. */
  readonly onTrying: () => void;
  readonly onStepIn: (seat: Seat, sound: SoundDevice, instrument: InstrumentId | undefined) => void;
  /** The door is closed: one waits at it until someone opens. */
  readonly onAtDoor: (waiting: AtClosedDoor) => void;
}

/** What was said at a closed door and what was answered. */
export interface AtClosedDoor {
  readonly said: Said;
  readonly answer: AtDoor;
  readonly instrument: InstrumentId | undefined;
}

type Trouble = Refusal | 'unreachable';
type Asked = readonly [role: Exclude<Role, 'facilitator'>, instrument: InstrumentId | undefined];

/**
 *   at the door ──▶ who are you ──play along──▶ try alone ──step in──▶ (the room, or at its closed door)
 *                        │  ▲                       │
 *                        │  └── a name taken, … ────┘
 *                        └──just listen──▶ (the same)
 */
export function Join({ roomKey, onTrying, onStepIn, onAtDoor }: JoinProps) {
  const words = useWords();
  const { door, loadSound, chance } = useHouse();
  const { answer, again } = useAnswer(useCallback(() => door.look(roomKey), [door, roomKey]));
  const [newcomer, setNewcomer] = useState<Newcomer>(() => ({
    name: '',
    shape: PART_SHAPES[Math.floor(chance() * PART_SHAPES.length)] ?? 'circle',
    isKept: false,
  }));
  const sound = useLoadedSound();
  const [isTrying, setTrying] = useState(false);
  const [isJoining, setJoining] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  /** As what one asked to come in, and with what, the last time. */
  const [asked, setAsked] = useState<Asked>(['player', undefined]);

  useEffect(() => void loadTry(), []);

  const join = async (...[role, instrument]: Asked) => {
    if (isJoining) return;
    setJoining(true);
    // A closed door stays before one until it answers otherwise.
    setTrouble((before) => (before && doorSaying(before, role === 'listener') ? before : undefined));
    setAsked([role, instrument]);
    const { name, shape, isKept } = newcomer;
    const named = name.trim() === '' ? {} : { name };
    const said = { key: roomKey, newcomer: { ...named, shape, role, isKept: isKept && role === 'player' } };
    const [joined, device] = await Promise.all([
      door.join(said),
      sound ?? loadSound().catch(() => undefined),
    ]);
    setJoining(false);
    if (joined.type === 'granted' && joined.value.type !== 'in')
      return onAtDoor({ said, answer: joined.value, instrument });
    if (joined.type === 'granted' && joined.value.type === 'in' && device) {
      const { session, you } = joined.value;
      return onStepIn({ session, you }, device, instrument);
    }
    setTrouble(joined.type === 'refused' ? joined.reason : 'unreachable');
    if (joined.type === 'refused' && ABOUT_THE_PERSON.has(joined.reason)) setTrying(false);
    return undefined;
  };

  const mayGoOn = () => {
    const cleaned = newcomer.name.trim() === '' ? undefined : cleanName(newcomer.name);
    const problem = cleaned?.type === 'refused' ? cleaned.reason : undefined;
    setTrouble(problem);
    return problem === undefined;
  };
  /** Browsers let sound begin only inside a tap: this is one. */
  const wake = () =>
    void (sound ? sound.unlock() : loadSound().then((loaded) => loaded.unlock())).catch(() => undefined);

  if (answer === undefined) return <Waiting title={words('join-checking')} />;
  if (answer.type === 'unreachable') return <Unreachable onAgain={again} />;
  if (answer.type === 'refused') return <InviteUnknown />;
  const saying = trouble && doorSaying(trouble, asked[0] === 'listener');
  if (saying) {
    return (
      <DoorSays
        saying={saying}
        isKnocking={isJoining}
        onAgain={() => void join(...asked)}
        onBack={() => setTrouble(undefined)}
      />
    );
  }
  if (isTrying) {
    return (
      <Suspense fallback={<Waiting title={words('wait-page')} />}>
        <TryInstrument
          sound={sound}
          shape={newcomer.shape}
          isJoining={isJoining}
          trouble={trouble}
          onBack={() => setTrying(false)}
          onStepIn={(instrument) => {
            wake();
            void join('player', instrument);
          }}
        />
      </Suspense>
    );
  }
  return (
    <WhoYouAre
      title={answer.value.title}
      newcomer={newcomer}
      onChange={(change) => {
        setNewcomer((before) => ({ ...before, ...change }));
        setTrouble(undefined);
      }}
      trouble={trouble}
      isJoining={isJoining}
      onPlay={() => {
        if (!mayGoOn()) return;
        wake();
        setTrying(true);
        onTrying();
      }}
      onListen={() => {
        if (!mayGoOn()) return;
        wake();
        void join('listener', undefined);
      }}
    />
  );
}

const ABOUT_THE_PERSON: ReadonlySet<Refusal> = new Set([
  'nameEmpty',
  'nameTooLong',
  'nameTaken',
  'symbolTaken',
]);
