import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { SessionId } from '../../../shared/base/ids.ts';
import type { InstrumentId } from '../../../shared/music/instrument.ts';
import type { Member } from '../../../shared/room/state.ts';
import type { AtDoor, Join, RoomKey, Seat } from '../../../shared/wire/door.ts';
import { useAtDoor } from '../../hooks/use-at-door.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { useLoadedSound } from '../../hooks/use-loaded-sound.ts';
import { go, routeOf } from '../../hooks/use-route.ts';
import type { SoundDevice } from '../../player/sound-device.ts';
import type { PartShape } from '../../ui/part.ts';
import { useWords } from '../../words/use-words.tsx';
import { Waiting } from '../plain-pages.tsx';
import { DoorPage } from './door-page.tsx';

const TryInstrument = lazy(() =>
  import('../join/try-instrument.tsx').then((page) => ({ default: page.TryInstrument })),
);

export interface AtTheDoorProps {
  readonly session: SessionId;
  /** What one said on knocking and what was answered, as far as this page knows. */
  readonly said: Join | undefined;
  readonly first?: AtDoor | undefined;
  readonly wayIn: RoomKey | undefined;
  /** What one tried or played before. */
  readonly instrument?: InstrumentId | undefined;
  /** One was in the room and was asked to wait here, by whom. */
  readonly sent?: { readonly by: Member | undefined } | undefined;
  readonly onStepIn: (seat: Seat, sound: SoundDevice, instrument: InstrumentId | undefined) => void;
}

/**
 * Waiting to be let in: what is told there, an instrument to try alone, a way to leave. Once the door opens one tap leads in;
 * none is needed where an earlier one has woken the sound, unless hands are at an instrument: nobody is heard by surprise.
 */
export function AtTheDoor(props: AtTheDoorProps) {
  const { session, said, first, wayIn, sent, onStepIn } = props;
  const words = useWords();
  const { door } = useHouse();
  const { view, isAlone, knockAgain } = useAtDoor(session, said, first);
  const sound = useLoadedSound();
  const [isTrying, setTrying] = useState(false);
  const [instrument, setInstrument] = useState(props.instrument);
  const [isStepping, setStepping] = useState(false);
  const isIn = useRef(false);

  const stepIn = (device: SoundDevice, seat: Seat, playing: InstrumentId | undefined) => {
    if (isIn.current) return;
    isIn.current = true;
    setStepping(true);
    onStepIn(seat, device, playing);
  };
  const seat = view.type === 'in' ? view.seat : undefined;
  useEffect(() => {
    if (seat && sound?.state() === 'running' && !isTrying) stepIn(sound, seat, instrument);
  });
  /** Inside a tap: the sound may begin in it. */
  const wakeAndStepIn = (playing: InstrumentId | undefined) => {
    if (!seat || !sound) return;
    setStepping(true);
    void sound.unlock().then(() => stepIn(sound, seat, playing));
  };

  if (isTrying && mayTry(view.type)) {
    return (
      <Suspense fallback={<Waiting title={words('wait-page')} />}>
        <TryInstrument
          sound={sound}
          shape={said?.newcomer.shape ?? ANY_SHAPE}
          first={instrument}
          onInstrument={setInstrument}
          door={seat ? 'open' : 'waiting'}
          isJoining={isStepping}
          trouble={isAlone ? 'unreachable' : undefined}
          onBack={() => setTrying(false)}
          onStepIn={wakeAndStepIn}
        />
      </Suspense>
    );
  }
  return (
    <DoorPage
      view={view}
      isAlone={isAlone}
      isStepping={isStepping || (seat !== undefined && !sound)}
      isListener={said?.newcomer.role === 'listener'}
      sent={sent}
      onStepIn={() => wakeAndStepIn(instrument)}
      onTry={() => {
        void sound?.unlock();
        setTrying(true);
      }}
      onKnock={said && knockAgain}
      onComeAgain={wayIn && (() => go(routeOf(wayIn)))}
      onLeave={() => {
        void door.leaveDoor(session);
        go({ type: 'welcome' });
      }}
    />
  );
}

/** Where the page was loaded anew and nobody remembers who waits. */
const ANY_SHAPE: PartShape = 'triangle';

const mayTry = (view: string) =>
  view === 'waiting' || view === 'announced' || view === 'in' || view === 'asking';
