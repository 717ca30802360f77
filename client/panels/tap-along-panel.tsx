import { useCallback, useEffect, useRef, useState } from 'react';
import { localMs } from '../../shared/base/units.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { usePreferences } from '../hooks/use-preferences.ts';
import type { SoundDevice } from '../player/sound-device.ts';
import type { PulseNow } from '../session/hands.ts';
import type { PreferenceStore } from '../session/preferences.ts';
import { Button } from '../ui/control/button.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { useWords } from '../words/use-words.tsx';
import { isEnough, LEAST_TAPS, type TapResult, tapResult } from './tap-along.ts';
import styles from './tap-along-panel.module.css';
import { followRoomBeat, startOwnBeat, type TapBeat } from './tap-beat.ts';

export interface TapAlongPanelProps {
  readonly sound: SoundDevice;
  readonly preferences: PreferenceStore;
  readonly room: RoomState;
  readonly pulseNow: PulseNow;
  readonly isPulseGoing: boolean;
  readonly onClose: () => void;
}

type Stage =
  | { readonly type: 'before' }
  | { readonly type: 'tapping'; readonly offsets: readonly number[] }
  | { readonly type: 'told'; readonly result: TapResult }
  | { readonly type: 'used'; readonly beforeMs: number }
  | { readonly type: 'undone' };

/** Tap with the beat; the page says how late the device sounds and takes it off, if one likes. */
export function TapAlongPanel(props: TapAlongPanelProps) {
  const { preferences, onClose } = props;
  const words = useWords();
  const [stage, setStage] = useState<Stage>({ type: 'before' });
  const beat = useTapBeat(props);
  const begin = () => {
    beat.start();
    setStage({ type: 'tapping', offsets: [] });
  };
  const tap = (atMs: number) => {
    if (stage.type !== 'tapping') return;
    const offsets = [...stage.offsets, beat.offsetOf(atMs)];
    if (!isEnough(offsets)) return setStage({ type: 'tapping', offsets });
    beat.stop();
    return setStage({ type: 'told', result: tapResult(offsets) });
  };
  return (
    <Dialog isOpen onClose={onClose} title={words('tap-title')} closeLabel={words('close')}>
      <div className={styles.tapAlong}>
        {stage.type === 'before' && (
          <>
            <p>{words('tap-text')}</p>
            <Button kind="primary" size="l" icon="play" onClick={begin}>
              {words('tap-start')}
            </Button>
          </>
        )}
        {stage.type === 'tapping' && <Tapping count={stage.offsets.length} onTap={tap} />}
        {stage.type === 'told' && (
          <Told
            result={stage.result}
            onUse={(lateMs) => {
              const beforeMs = preferences.get().correctionMs;
              preferences.set({ correctionMs: lateMs });
              setStage({ type: 'used', beforeMs });
            }}
            onAgain={begin}
          />
        )}
        {stage.type === 'used' && (
          <>
            <output>{words('tap-saved')}</output>
            <div className={styles.buttons}>
              <Button
                icon="undo"
                onClick={() => {
                  preferences.set({ correctionMs: stage.beforeMs });
                  setStage({ type: 'undone' });
                }}
              >
                {words('tap-undo')}
              </Button>
              <Button kind="primary" icon="check" onClick={onClose}>
                {words('done')}
              </Button>
            </div>
          </>
        )}
        {stage.type === 'undone' && (
          <>
            <output>{words('tap-undone')}</output>
            <Button kind="primary" icon="check" onClick={onClose}>
              {words('done')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Tapping({ count, onTap }: { readonly count: number; readonly onTap: (atMs: number) => void }) {
  const words = useWords();
  const left = LEAST_TAPS - count;
  return (
    <>
      <button
        type="button"
        className={styles.stone}
        onPointerDown={(event) => onTap(event.timeStamp)}
        // A key or a switch gives no pointer: the moment it goes down is the tap.
        onKeyDown={(event) => {
          if (event.repeat || (event.key !== ' ' && event.key !== 'Enter')) return;
          event.preventDefault();
          onTap(event.timeStamp);
        }}
      >
        {words('tap-here')}
      </button>
      <p>{left > 0 ? words('tap-left', { left }) : words('tap-enough')}</p>
    </>
  );
}

interface ToldProps {
  readonly result: TapResult;
  readonly onUse: (lateMs: number) => void;
  readonly onAgain: () => void;
}

function Told({ result, onUse, onAgain }: ToldProps) {
  const words = useWords();
  if (result.type !== 'steady') {
    return (
      <>
        <output className={styles.told}>
          <strong>{words('tap-notSteady')}</strong>
          <span>{words('tap-notSteady-text')}</span>
        </output>
        <Button kind="primary" icon="loop" onClick={onAgain}>
          {words('tap-once-more')}
        </Button>
      </>
    );
  }
  const { lateMs, spreadMs } = result;
  const found =
    lateMs === 0
      ? words('tap-steady-none')
      : words(lateMs > 0 ? 'tap-steady-late' : 'tap-steady-early', { ms: Math.abs(lateMs) });
  return (
    <>
      <output className={styles.told}>
        <strong>{words('tap-steady')}</strong>
        <span>{found}</span>
        <span className={styles.hint}>{words('tap-spread', { ms: spreadMs })}</span>
      </output>
      <div className={styles.buttons}>
        <Button icon="loop" onClick={onAgain}>
          {words('tap-once-more')}
        </Button>
        <Button kind="primary" icon="check" onClick={() => onUse(lateMs)}>
          {words('tap-use')}
        </Button>
      </div>
    </>
  );
}

const nowMs = () => localMs(performance.now());

/** The beat to tap with: the room's own while it is heard here, else one of this device alone. */
function useTapBeat({ sound, room, pulseNow, isPulseGoing, preferences }: TapAlongPanelProps) {
  const { pulse } = usePreferences(preferences);
  const latestRoom = useRef(room);
  const beat = useRef<TapBeat>(undefined);
  useEffect(() => {
    latestRoom.current = room;
  }, [room]);
  const stop = useCallback(() => {
    beat.current?.stop();
    beat.current = undefined;
  }, []);
  useEffect(() => stop, [stop]);
  return {
    start() {
      stop();
      beat.current =
        isPulseGoing && pulse === 'sound'
          ? followRoomBeat(() => latestRoom.current, pulseNow, nowMs, preferences.get().correctionMs)
          : startOwnBeat(sound, nowMs);
    },
    stop,
    offsetOf: (atMs: number) => beat.current?.offsetOf(localMs(atMs)) ?? 0,
  };
}
