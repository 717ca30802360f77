import { useState } from 'react';
import { useWords } from '../../words/use-words.tsx';
import { keepHere, readHere } from './kept-here.ts';
import type { Lead } from './lead.ts';
import styles from './lead.module.css';
import { TextArea } from '../../ui/control/text-area.tsx';

/** Notes that are nobody else's: in this tab alone, never sent. */
export function NotesPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const name = `notes.${lead.sessionId}`;
  const [notes, setNotes] = useState(() => readHere(name) ?? '');
  const [isKept, setKept] = useState(true);
  return (
    <>
      <TextArea
        label={words('lead-notes-title')}
        hint={words('lead-notes-hint')}
        rows={10}
        value={notes}
        onChange={(text) => {
          setNotes(text);
          setKept(keepHere(name, text));
        }}
        problem={isKept ? '' : words('lead-notes-not-kept')}
      />
      <p className={styles.hint}>{words('lead-notes-text')}</p>
    </>
  );
}
