import { PART_COLOURS, PART_SHAPES, partColour } from '../part.ts';
import { SHAPE_PATHS } from '../shape/shape-paths.ts';
import { placeOfChair } from './place.ts';
import styles from './mark.module.css';

export interface MarkProps {
  /** Width as a CSS length; fills what it is given unless told. */
  readonly size?: string;
  /** Said to a screen reader; without it the sign is decoration beside the name. */
  readonly label?: string;
}

/** The sign of the product: the circle with nobody in it yet, its chairs in the eight shapes and colours. */
export function Mark({ size = '100%', label }: MarkProps) {
  return (
    <svg
      className={styles.mark}
      style={{ width: size }}
      viewBox="-50 -50 100 100"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <circle className={styles.light} r={24} />
      <circle className={styles.ring} r={17} />
      {PART_SHAPES.map((shape, chair) => {
        const { x, y } = placeOfChair(chair, PART_SHAPES.length);
        return (
          <path
            key={shape}
            d={SHAPE_PATHS[shape]}
            fill={partColour(PART_COLOURS[chair] ?? 'amber')}
            transform={`translate(${(38 * x).toFixed(2)} ${(38 * y).toFixed(2)}) scale(7.6)`}
          />
        );
      })}
    </svg>
  );
}
