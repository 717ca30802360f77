import { type RefObject, useEffect, useRef } from 'react';
import { chairsFor, useCirclePeople } from '../../hooks/use-circle-people.ts';
import { Circle, type PersonInCircle } from '../../ui/circle/circle.tsx';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { stepNow } from './arc-words.ts';
import type { Lead } from './lead.ts';
import styles from './large-view.module.css';

/**
 * For a shared screen or a projector: the circle, the pulse and the sentence of the present step, and nothing else: no controls,
 * nobody who waits, no quiet words. Escape or a touch leads back.
 */
export function LargeView({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const words = useWords();
  const { room, session } = lead;
  const dialog = useRef<HTMLDialogElement>(null);
  const people = useCirclePeople(room.members, undefined);
  const step = stepNow(room);
  const picture = useRef<HTMLDivElement>(null);
  const closing = useLatest(onClose);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // A browser may refuse to fill the screen; the page is filled all the same.
    void picture.current?.requestFullscreen?.().catch(() => undefined);
    // Escape leaves the whole screen first, which is meant as leaving the picture.
    const onScreen = () => {
      if (!document.fullscreenElement) closing.current();
    };
    document.addEventListener('fullscreenchange', onScreen);
    return () => {
      document.removeEventListener('fullscreenchange', onScreen);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
      element?.close();
    };
  }, [closing]);
  return (
    <dialog
      ref={dialog}
      className={styles.frame}
      aria-label={words('lead-large-title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div ref={picture} className={styles.large}>
        <div className={styles.circle}>
          <Circle
            label={words('people-title')}
            people={people.map(withoutNote)}
            chairs={chairsFor(room.members)}
            heardNotes={session.heardNotes}
            pulseNow={session.pulseNow}
          />
        </div>
        {step && (
          <p className={styles.sentence}>
            {step.sentence === '' ? words(`lead-arc-step-${step.kind}`) : step.sentence}
          </p>
        )}
        <Button kind="plain" icon="close" className={styles.back} onClick={onClose}>
          {words('lead-large-back')}
        </Button>
      </div>
    </dialog>
  );
}

/** On a shared screen nobody is described: who they are and where they sit is enough. */
const withoutNote = ({ id, name, colour, shape, chair, presence }: PersonInCircle): PersonInCircle => ({
  id,
  name,
  colour,
  shape,
  chair,
  presence,
});

function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
