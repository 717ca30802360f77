import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { ticks } from '../../shared/base/units.ts';
import type { Loop } from '../../shared/event/loop.ts';
import type { Frame } from '../../shared/music/frame.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { Member } from '../../shared/room/state.ts';
import type { SoundDevice } from '../player/sound-device.ts';
import type { Session } from '../session/session.ts';
import type { BeadSound, LoopLabels } from '../surfaces/loop/loop.tsx';
import { useWords } from '../words/use-words.tsx';
import { usePitchName } from './pitch-name.ts';

const LoopRing = lazy(() =>
  import('../surfaces/loop/loop.tsx').then((surface) => ({ default: surface.LoopRing })),
);

export interface LoopSurfaceProps {
  readonly session: Session;
  readonly sound: SoundDevice;
  readonly you: Member;
  readonly frame: Frame;
  /** One's own loop that goes round now, if one does. */
  readonly going: Loop | undefined;
}

/** Eight half beats: a bar of four. */
const firstLoop = (instrument: InstrumentId): Loop => ({
  instrument,
  steps: 8,
  stepTicks: ticks(480),
  cells: [],
});

const PREVIEW_SEC = 0.4;

/** One's own loop: what is set goes round from the next bar on; without a bead it is still. Of one instrument: key it by that. */
export function LoopSurface({ session, sound, you, frame, going }: LoopSurfaceProps) {
  const { instrument } = you;
  const labels = useLoopLabels();
  const [loop, setLoop] = useState(() => (going?.instrument === instrument ? going : firstLoop(instrument)));
  const previews = useRef(0);

  const change = (next: Loop) => {
    setLoop(next);
    if (next.cells.length > 0) session.setLoop(next);
    else if (going) session.stopLoop();
  };
  /** A bead is heard once, here only, when it is set; while the loop goes round it is heard there. */
  const preview = ({ pitch, strength, colour }: BeadSound) => {
    if (going) return;
    previews.current += 1;
    const key = `bead ${previews.current}`;
    const note = { key, part: you.id, instrument, pitch, strength, colour, seed: previews.current };
    sound.synth.start({ ...note, lengthSec: PREVIEW_SEC }, sound.now());
  };
  return (
    <Suspense fallback={null}>
      <LoopRing
        loop={loop}
        frame={frame}
        onLoop={change}
        onStop={() => going && session.stopLoop()}
        onPreview={preview}
        heardNotes={session.heardNotes}
        pulseNow={session.pulseNow}
        labels={labels}
      />
    </Suspense>
  );
}

function useLoopLabels(): LoopLabels {
  const words = useWords();
  const pitchName = usePitchName();
  return useMemo(
    () => ({
      surface: words('loop-label'),
      bead: (step, row, strength, pitch) =>
        words('loop-bead', { step, row, strength, note: pitchName(pitch) }),
      length: words('loop-length'),
      steps: (count) => words('loop-steps', { count }),
      clear: words('loop-clear'),
      stop: words('loop-stop'),
    }),
    [words, pitchName],
  );
}
