import { bpm } from '../../../shared/base/units.ts';
import type { RoomPlan } from '../../../shared/event/plan.ts';
import { FrameChoice } from '../../panels/frame-choice.tsx';
import { MetreChoice } from '../../panels/metre-choice.tsx';
import { NOTE_IDS } from '../../panels/pitch-name.ts';
import { TempoChoice } from '../../panels/tempo-choice.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Disclosure } from './disclosure.tsx';

export interface PlanPartProps {
  readonly plan: RoomPlan;
  readonly onChange: (part: Partial<RoomPlan>) => void;
}

/** The music in one line, opened by whoever wants to change it before the start. */
export function PlanMusic({ plan, onChange }: PlanPartProps) {
  const words = useWords();
  const { frame } = plan;
  const line = [
    words('tempo-value', { bpm: plan.bpm }),
    plan.metre,
    words(`mood-${frame.scale}`),
    words(NOTE_IDS[frame.tonic] ?? 'tonic-0'),
  ];
  return (
    <Disclosure icon="scale" word={words('plan-music')} line={line.join(' · ')}>
      <TempoChoice bpm={plan.bpm} onChange={(value) => onChange({ bpm: bpm(value) })} />
      <MetreChoice metre={plan.metre} onChange={(metre) => onChange({ metre })} />
      <FrameChoice frame={frame} onChange={(next) => onChange({ frame: next })} />
    </Disclosure>
  );
}
