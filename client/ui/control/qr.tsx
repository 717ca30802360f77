import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './qr.module.css';

export interface QrProps {
  /** What the code holds, usually a link. */
  readonly text: string;
  /** What it is for: "Point a camera here to join". */
  readonly label: string;
}

/** A QR code that fills the width it is given. Dark on light in every theme, since cameras want it so. */
export function Qr({ text, label }: QrProps) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg className={styles.qr} viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <rect className={styles.ground} x={-4} y={-4} width={size + 8} height={size + 8} rx={3} />
      <path className={styles.cells} d={path} />
    </svg>
  );
}

/** The dark cells as runs of one path; the quiet zone of four cells is left to the caller. */
function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      let run = 0;
      while (row[x + run] === true) run++;
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  });
  return { size, path };
}
