import { useState } from 'react';
import { useHouse } from '../hooks/use-house.ts';
import { writeRoute } from '../hooks/use-route.ts';
import { Button } from '../ui/control/button.tsx';
import { Qr } from '../ui/control/qr.tsx';
import { useWords } from '../words/use-words.tsx';
import styles from './invitation.module.css';

export interface InvitationProps {
  readonly code: string;
  readonly invite: string;
}

/** What lets others in, large enough to be read across a room: the code, a square for cameras, a link to send. */
export function Invitation({ code, invite }: InvitationProps) {
  const words = useWords();
  const { origin, copy } = useHouse();
  const [copied, setCopied] = useState<boolean>();
  const link = `${origin}/${writeRoute({ type: 'join', invite })}`;
  return (
    <div className={styles.invitation}>
      <div className={styles.square}>
        <Qr text={link} label={words('opened-qr')} />
      </div>
      <div className={styles.rest}>
        <div>
          <p className={styles.label}>{words('opened-code')}</p>
          <p className={styles.code}>
            <span aria-hidden="true">
              {code.slice(0, 3)} {code.slice(3)}
            </span>
            <span className="heard-only">{words('opened-code-spoken', { code: [...code].join(' ') })}</span>
          </p>
        </div>
        <div className={styles.link}>
          <p className={styles.label}>{words('opened-link')}</p>
          <p className={styles.address}>{link}</p>
          <Button icon="copy" onClick={() => void copy(link).then(setCopied)}>
            {words('opened-copy')}
          </Button>
          <output className={styles.said}>
            {copied !== undefined && words(copied ? 'opened-copied' : 'opened-not-copied')}
          </output>
        </div>
      </div>
    </div>
  );
}
