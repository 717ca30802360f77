import { useState } from 'react';
import type { OneTimeLink } from '../../../shared/wire/account.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { Button } from '../../ui/control/button.tsx';
import { Qr } from '../../ui/control/qr.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useLanguage, useWords } from '../../words/use-words.tsx';
import styles from './staff.module.css';

export interface LinkShownProps {
  readonly link: OneTimeLink;
  /** Whose new password it is for; undefined for an invitation. */
  readonly name: string | undefined;
  readonly onClose: () => void;
}

/** A one-time link, to be handed on; it is not kept anywhere and shown only now. */
export function LinkShown({ link: { link, expiresAt }, name, onClose }: LinkShownProps) {
  const words = useWords();
  const { language } = useLanguage();
  const { copy } = useHouse();
  const [copied, setCopied] = useState<boolean>();
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(
    expiresAt,
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={name === undefined ? words('link-invite-title') : words('link-reset-title', { name })}
      closeLabel={words('close')}
      actions={
        <Button kind="primary" icon="copy" onClick={() => void copy(link).then(setCopied)}>
          {words('opened-copy')}
        </Button>
      }
    >
      <p>{words('link-once', { until })}</p>
      <div className={styles.square}>
        <Qr text={link} label={words('link-qr')} />
      </div>
      <p className={styles.address}>{link}</p>
      <output className={styles.soft}>
        {copied !== undefined && words(copied ? 'opened-copied' : 'opened-not-copied')}
      </output>
    </Dialog>
  );
}
