import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../../shared/base/refusal.ts';
import { DEFAULT_FRAME } from '../../../shared/music/frame.ts';
import type { InstrumentId, SurfaceName } from '../../../shared/music/instrument.ts';
import { usePreferences } from '../../hooks/use-preferences.ts';
import { useHeadingFocus } from '../../hooks/use-heading-focus.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { usePrepared } from '../../hooks/use-prepared.ts';
import { useSoundState } from '../../hooks/use-sound-state.ts';
import { InstrumentChoice } from '../../panels/instrument-choice.tsx';
import { firstInstrument, firstSurface } from '../../panels/instrument-families.ts';
import { PlayingSurface } from '../../panels/playing-surface.tsx';
import { SurfaceChoice } from '../../panels/surface-choice.tsx';
import type { SoundDevice } from '../../player/sound-device.ts';
import type { Hands, HeardNotes, PulseNow } from '../../session/hands.ts';
import { createTryOut, type TryOut } from '../../session/try-out.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import type { PartShape } from '../../ui/part.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './try-instrument.module.css';

export interface TryInstrumentProps {
  /** Undefined while it is still on its way. */
  readonly sound: SoundDevice | undefined;
  readonly shape: PartShape;
  /** The instrument one had in the hands before; else the one of the shape. */
  readonly first?: InstrumentId | undefined;
  readonly onInstrument?: (instrument: InstrumentId) => void;
  /** At a door: still closed, or opened while one plays here. Undefined where nothing stands between here and the room. */
  readonly door?: 'waiting' | 'open' | undefined;
  readonly isJoining: boolean;
  readonly trouble: Refusal | 'unreachable' | undefined;
  readonly onBack: () => void;
  /** A tap: the sound may begin in it. */
  readonly onStepIn: (instrument: InstrumentId) => void;
}

/** An instrument under one's own fingers before anyone hears it, and the step into the room. */
export function TryInstrument(props: TryInstrumentProps) {
  const { sound, shape, first, onInstrument, door, isJoining, trouble, onBack, onStepIn } = props;
  const words = useWords();
  const heading = useHeadingFocus();
  const { preferences } = useHouse();
  const { touchStrength, glide, loudness } = usePreferences(preferences);
  const [instrument, setInstrument] = useState<InstrumentId>(() => first ?? firstInstrument(shape));
  const [surface, setSurface] = useState<AloneSurface>(() => aloneSurface(instrument));
  const tryOut = useTryOut(sound, instrument, loudness);
  const isPrepared = usePrepared(sound, instrument);
  const soundState = useSoundState(sound);
  const choose = (next: InstrumentId) => {
    setInstrument(next);
    onInstrument?.(next);
    setSurface(aloneSurface(next));
  };
  return (
    <div className={styles.frame}>
      <div className={styles.page}>
        <header className={styles.top}>
          <Button kind="plain" icon="back" onClick={onBack}>
            {words('back')}
          </Button>
          <div className={styles.alone}>
            <h1 ref={heading} tabIndex={-1}>
              <Icon name="ear" size="1.1em" /> {words('try-alone')}
            </h1>
            <p>
              {isPrepared
                ? words(`how-${surface}`)
                : words('try-preparing', { instrument: words(`instrument-${instrument}`) })}
            </p>
          </div>
          {door === 'waiting' ? (
            <p className={styles.waiting}>
              <Icon name="door" size="1.25em" /> {words('door-trying')}
            </p>
          ) : (
            <Button
              kind="primary"
              icon="enter"
              isResting={isJoining}
              onClick={() => onStepIn(instrument)}
              className={styles.stepIn}
            >
              {words(isJoining ? 'stepping-in' : 'step-in')}
            </Button>
          )}
        </header>
        {trouble !== undefined && (
          <Notice tone="caution" look="banner">
            {words(troubleWords(trouble, door !== undefined))}
          </Notice>
        )}
        {door === 'open' && trouble === undefined && (
          <Notice icon="door" look="banner">
            {words('door-open-short')}
          </Notice>
        )}
        <main className={styles.surface}>
          <PlayingSurface
            surface={surface}
            instrument={instrument}
            frame={DEFAULT_FRAME}
            touchStrength={touchStrength}
            glide={glide}
            hands={tryOut.hands}
            heardNotes={tryOut.heardNotes}
            pulseNow={NO_PULSE}
          />
          {sound !== undefined && soundState !== 'running' && (
            <div className={styles.asleep}>
              <p>{words('try-sound-off')}</p>
              <Button kind="primary" size="l" icon="sound" onClick={() => void sound.unlock()}>
                {words('try-wake')}
              </Button>
            </div>
          )}
        </main>
        <footer className={styles.shelf}>
          <SurfaceChoice
            instrument={instrument}
            surface={surface}
            onChange={(way) => way !== 'loop' && setSurface(way)}
            isAlone
          />
          <InstrumentChoice look="shelf" instrument={instrument} onChange={choose} />
        </footer>
      </div>
    </div>
  );
}

function troubleWords(trouble: Refusal | 'unreachable', isAtDoor: boolean) {
  if (trouble !== 'unreachable') return `refusal-${trouble}` as const;
  return isAtDoor ? 'door-unreachable' : 'unreachable';
}

/** A loop goes round with the pulse of a room; alone there is none. */
type AloneSurface = Exclude<SurfaceName, 'loop'>;
const aloneSurface = (instrument: InstrumentId): AloneSurface => {
  const first = firstSurface(instrument);
  return first === 'loop' ? 'pads' : first;
};

const NO_PULSE: PulseNow = () => ({
  isGoing: false,
  isCountIn: false,
  bar: 0,
  feltBeats: 4,
  feltBeat: 0,
  tick: 0,
});

/** Touches reach the sound as soon as it is there; before that they light up and make none. */
function useTryOut(
  sound: SoundDevice | undefined,
  instrument: InstrumentId,
  loudness: number,
): Pick<Relay, 'hands' | 'heardNotes'> {
  const [relay] = useState(createRelay);
  const latest = useRef(instrument);
  useEffect(() => {
    if (!sound) return undefined;
    return relay.follow(createTryOut(sound, latest.current));
  }, [sound, relay]);
  useEffect(() => {
    latest.current = instrument;
    relay.setInstrument(instrument);
  }, [instrument, relay]);
  useEffect(() => sound?.desk.setLoudness(loudness), [sound, loudness]);
  return relay;
}

interface Relay {
  readonly hands: Hands;
  readonly heardNotes: HeardNotes;
  setInstrument(instrument: InstrumentId): void;
  /** Passes everything on to this one, until the returned function ends it. */
  follow(tryOut: TryOut): () => void;
}

/** Stable callbacks for the surface, whatever comes and goes behind them. */
function createRelay(): Relay {
  const listeners = new Set<Parameters<HeardNotes>[0]>();
  let current: TryOut | undefined;
  return {
    hands: {
      onTouchStart: (touch) => current?.hands.onTouchStart(touch),
      onTouchMove: (touch) => current?.hands.onTouchMove(touch),
      onTouchEnd: (touch) => current?.hands.onTouchEnd(touch),
    },
    heardNotes(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setInstrument: (instrument) => current?.setInstrument(instrument),
    follow(tryOut) {
      current = tryOut;
      const end = tryOut.heardNotes((note) => {
        for (const listener of listeners) listener(note);
      });
      return () => {
        end();
        current = undefined;
        tryOut.stop();
      };
    },
  };
}
