import { assertNever } from '../../shared/base/assert.ts';
import { lazy, Suspense, useMemo } from 'react';
import type { Frame } from '../../shared/music/frame.ts';
import type { InstrumentId, SurfaceName } from '../../shared/music/instrument.ts';
import type { Hands, HeardNotes, PulseNow } from '../session/hands.ts';
import type { Preferences } from '../session/preferences.ts';
import { useWords } from '../words/use-words.tsx';
import { usePitchName } from './pitch-name.ts';

const Pads = lazy(() => import('../surfaces/pads/pads.tsx').then(({ Pads }) => ({ default: Pads })));
const Drum = lazy(() => import('../surfaces/drum/drum.tsx').then(({ Drum }) => ({ default: Drum })));
const Strings = lazy(() =>
  import('../surfaces/strings/strings.tsx').then(({ Strings }) => ({ default: Strings })),
);
const Field = lazy(() => import('../surfaces/field/field.tsx').then(({ Field }) => ({ default: Field })));

export interface PlayingSurfaceProps {
  readonly surface: Exclude<SurfaceName, 'loop'>;
  readonly instrument: InstrumentId;
  readonly frame: Frame;
  readonly touchStrength: number;
  readonly glide: Preferences['glide'];
  readonly hands: Hands;
  readonly heardNotes: HeardNotes;
  readonly pulseNow: PulseNow;
}

/** The surface an instrument is played on just now. Fills what it is given. */
export function PlayingSurface(props: PlayingSurfaceProps) {
  return (
    // A new instrument is a new surface: fingers that lie on the old one are let go.
    <Suspense key={`${props.surface} ${props.instrument}`} fallback={null}>
      <Surface {...props} />
    </Suspense>
  );
}

function Surface({ surface, glide, hands, ...rest }: PlayingSurfaceProps) {
  const words = useWords();
  const pitch = usePitchName();
  const shared = useMemo(
    () => ({
      surface: words('surface-label', {
        instrument: words(`instrument-${rest.instrument}`),
        surface: words(`surface-${surface}`),
      }),
      play: words('surface-play'),
      pitch,
    }),
    [words, pitch, rest.instrument, surface],
  );
  const common = { ...rest, ...callbacksOf(hands) };
  switch (surface) {
    case 'pads':
      return <Pads {...common} labels={shared} />;
    case 'strings':
      return <Strings {...common} labels={shared} />;
    case 'drum':
      return (
        <Drum
          {...common}
          labels={{
            ...shared,
            places: [words('drum-centre'), words('drum-half'), words('drum-rim')],
          }}
        />
      );
    case 'field':
      return <Field {...common} glide={glide} labels={shared} />;
    default:
      return assertNever(surface);
  }
}

const callbacksOf = (hands: Hands): Hands => ({
  onTouchStart: (touch) => hands.onTouchStart(touch),
  onTouchMove: (touch) => hands.onTouchMove(touch),
  onTouchEnd: (touch) => hands.onTouchEnd(touch),
});
