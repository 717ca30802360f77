import { type ReactNode, useLayoutEffect, useId, useRef } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../icon/icon.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  /** Escape, the closing button, or a touch beside it. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** The word on the closing button. */
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** The one or two answers at its foot. */
  readonly actions?: ReactNode;
  /** `dialog` in the middle; `sheet` a drawer at the side, or from below where the page is narrow. */
  readonly look?: 'dialog' | 'sheet';
}

/** A page over the page: the browser's own modal dialog, which keeps the focus inside and gives it back. */
export function Dialog({
  isOpen,
  onClose,
  title,
  closeLabel,
  children,
  actions,
  look = 'dialog',
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Closed while it is still in the page: only then does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return undefined;
    if (!element.open) element.showModal();
    return () => element.close();
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, styles[look])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && isBeside(event, event.currentTarget)) onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          <Icon name="close" size="1.25em" />
          <span>{closeLabel}</span>
        </button>
      </header>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
    </dialog>
  );
}

/** A drawer: a `Dialog` at the side of a wide page, from below on a narrow one. */
export function Sheet(props: Omit<DialogProps, 'look'>) {
  return <Dialog {...props} look="sheet" />;
}

function isBeside(point: { clientX: number; clientY: number }, element: Element): boolean {
  const box = element.getBoundingClientRect();
  return (
    point.clientX < box.left ||
    point.clientX > box.right ||
    point.clientY < box.top ||
    point.clientY > box.bottom
  );
}
