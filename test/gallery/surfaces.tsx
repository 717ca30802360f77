import { useState } from 'react';
import { ticks } from '../../shared/base/units.ts';
import type { Loop } from '../../shared/event/loop.ts';
import { DEFAULT_FRAME, type Frame } from '../../shared/music/frame.ts';
import type { InstrumentId } from '../../shared/music/instrument.ts';
import { Drum } from '../../client/surfaces/drum/drum.tsx';
import { Field } from '../../client/surfaces/field/field.tsx';
import { LoopRing } from '../../client/surfaces/loop/loop.tsx';
import { Pads } from '../../client/surfaces/pads/pads.tsx';
import { Strings } from '../../client/surfaces/strings/strings.tsx';
import type { SurfaceProps, TouchStart } from '../../client/surfaces/touch.ts';
import { createMusicians, galleryPulse } from './musicians.ts';

const asked = new URLSearchParams(location.search);
const { heardNotes } = createMusicians(asked.has('alone') ? 0 : Number(asked.get('rate') ?? 4));
const frame: Frame = { ...DEFAULT_FRAME, scale: (asked.get('scale') ?? 'majorPentatonic') as Frame['scale'] };
const NOTES = ['C', 'C sharp', 'D', 'E flat', 'E', 'F', 'F sharp', 'G', 'A flat', 'A', 'B flat', 'B'];
const labels = {
  surface: 'To play',
  play: 'Play something that fits',
  pitch: (midi: number) => `${NOTES[Math.round(midi) % 12] ?? ''} ${Math.floor(midi / 12) - 1}`,
};

declare global {
  interface Window {
    /** Everything the surface reported, for looking at from outside. */
    touches: unknown[];
  }
}
window.touches = [];
const log = (what: string, touch: unknown) => window.touches.push({ what, ...(touch as TouchStart) });

/** One surface, edge to edge. */
export function Surfaces({ name }: { readonly name: string }) {
  const props: SurfaceProps = {
    instrument: (asked.get('instrument') ?? 'marimba') as InstrumentId,
    frame,
    touchStrength: 0.6,
    heardNotes,
    pulseNow: galleryPulse,
    onTouchStart: (touch) => log('start', touch),
    onTouchMove: (touch) => log('move', touch),
    onTouchEnd: (touch) => log('end', touch),
    isResting: asked.has('resting'),
  };
  return (
    <main
      style={{ position: 'fixed', inset: 0, '--own': `var(--part-${asked.get('own') ?? 'amber'})` } as object}
    >
      {name === 'drum' && <Drum {...props} labels={{ ...labels, places: ['centre', 'half way', 'rim'] }} />}
      {name === 'strings' && <Strings {...props} labels={labels} />}
      {name === 'field' && <Field {...props} labels={labels} glide="steps" />}
      {name === 'loop' && <LoopPage props={props} />}
      {name === 'pads' && <Pads {...props} labels={labels} />}
    </main>
  );
}

function LoopPage({ props }: { readonly props: SurfaceProps }) {
  const [loop, setLoop] = useState<Loop>({
    instrument: props.instrument,
    steps: Number(asked.get('steps') ?? 8),
    stepTicks: ticks(480),
    cells: [
      { step: 0, row: 0, strength: 0.9 },
      { step: 3, row: 2, strength: 0.6 },
      { step: 4, row: 1, strength: 0.35 },
      { step: 6, row: 2, strength: 0.9 },
    ],
  });
  return (
    <LoopRing
      loop={loop}
      frame={props.frame}
      onLoop={setLoop}
      onStop={() => log('stop', {})}
      onPreview={(sound) => log('preview', sound)}
      heardNotes={props.heardNotes}
      pulseNow={props.pulseNow}
      labels={{
        surface: 'A pattern that goes round',
        bead: (step, row, force) => `step ${step}, row ${row}, ${force}`,
        length: 'How long',
        steps: (count) => `${count} steps`,
        clear: 'Empty it',
        stop: 'Stop it',
      }}
    />
  );
}
