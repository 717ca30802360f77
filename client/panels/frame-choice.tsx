import { FEELS, type Feel, type Frame } from '../../shared/music/frame.ts';
import { SCALE_NAMES } from '../../shared/music/scale.ts';
import { ChoiceCards } from '../ui/control/choice-cards.tsx';
import { useWords } from '../words/use-words.tsx';
import styles from './choices.module.css';

const TONICS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
type Tonic = (typeof TONICS)[number];

export interface FrameChoiceProps {
  readonly frame: Frame;
  readonly onChange: (frame: Frame) => void;
}

/** The mood first, by how it feels, with the musician's word under it; then its home note and how the beats lie. */
export function FrameChoice({ frame, onChange }: FrameChoiceProps) {
  const words = useWords();
  return (
    <div className={styles.choice}>
      <ChoiceCards
        legend={words('mood')}
        look="tiles"
        value={frame.scale}
        onChange={(scale) => onChange({ ...frame, scale })}
        choices={SCALE_NAMES.map((scale) => ({
          value: scale,
          label: words(`mood-${scale}`),
          hint: words(`scale-${scale}`),
        }))}
      />
      <ChoiceCards<Tonic>
        legend={words('tonic')}
        look="row"
        value={TONICS[frame.tonic]}
        onChange={(tonic) => onChange({ ...frame, tonic: Number(tonic) })}
        choices={TONICS.map((tonic) => ({ value: tonic, label: words(`tonic-${tonic}`) }))}
      />
      <ChoiceCards<Feel>
        legend={words('feel')}
        look="row"
        value={frame.feel}
        onChange={(feel) => onChange({ ...frame, feel })}
        choices={FEELS.map((feel) => ({ value: feel, label: words(`feel-${feel}`) }))}
      />
    </div>
  );
}
