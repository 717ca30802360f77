import { PART_SHAPES, type PartShape } from '../ui/part.ts';
import { Shape } from '../ui/shape/shape.tsx';
import { useWords } from '../words/use-words.tsx';
import styles from './shape-choice.module.css';
import { useId } from 'react';

export interface ShapeChoiceProps {
  readonly shape: PartShape;
  readonly onChange: (shape: PartShape) => void;
}

/** The eight shapes to be here as, each with its word. Colours are given by the room, so here they have none. */
export function ShapeChoice({ shape, onChange }: ShapeChoiceProps) {
  const words = useWords();
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{words('join-shape')}</legend>
      <div className={styles.shapes}>
        {PART_SHAPES.map((one) => (
          <label key={one} className={styles.shape}>
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === shape}
              onChange={() => onChange(one)}
            />
            <Shape shape={one} size="2.25rem" />
            <span>{words(`shape-${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
