import type { CSSProperties } from 'react';
import { type PartColour, type PartShape, partColour } from '../part.ts';
import { SHAPE_PATHS } from './shape-paths.ts';
import styles from './shape.module.css';

export interface ShapeProps {
  readonly shape: PartShape;
  /** Without one it takes the colour of the text around it. */
  readonly colour?: PartColour;
  /** Height and width as a CSS length; 1.5em unless told. */
  readonly size?: string;
  /** Only its edge: someone who is not here just now. */
  readonly isHollow?: boolean;
  /** Said to a screen reader; without it the shape is decoration beside a word. */
  readonly label?: string;
}

/** One of the eight shapes of a part. */
export function Shape({ shape, colour, size = '1.5em', isHollow = false, label }: ShapeProps) {
  const style: CSSProperties = { width: size, height: size };
  if (colour) style.color = partColour(colour);
  const paint = isHollow
    ? { fill: 'none', stroke: 'currentColor', strokeWidth: 0.16, strokeDasharray: '.34 .2' }
    : { fill: 'currentColor' };
  return (
    <svg
      className={styles.shape}
      style={style}
      viewBox="-1.08 -1.08 2.16 2.16"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={SHAPE_PATHS[shape]} {...paint} />
    </svg>
  );
}
