import { useState } from 'react';

export interface CountedProps {
  /** While this stays the same only the count changes. */
  readonly phase: string;
  readonly text: string;
}

/** A sentence that counts down for the eye; a screen reader hears it once, as it was when its phase began. */
export function Counted({ phase, text }: CountedProps) {
  const [heard, setHeard] = useState({ phase, text });
  if (heard.phase !== phase) setHeard({ phase, text });
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="heard-only">{heard.text}</span>
    </>
  );
}
