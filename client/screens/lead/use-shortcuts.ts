import { useEffect, useRef } from 'react';
import { isHushed } from '../../../shared/room/questions.ts';
import { type Lead, type LeadWish, may } from '../../panels/lead/lead.ts';
import type { PageName } from '../../panels/lead/page-name.ts';
import { type Shortcut, shortcutOf } from '../../panels/lead/shortcuts.ts';
import { isPulseStill, tempoStep } from '../../panels/lead/tempo-page.tsx';

/** What a shortcut asks of the room or opens; undefined where whoever pressed it may not. */
export function shortcutDoes(
  shortcut: Shortcut,
  lead: Pick<Lead, 'room' | 'you' | 'now'>,
): { readonly wish: LeadWish } | { readonly page: PageName } | undefined {
  const asked = (wish: LeadWish) => (may(lead, wish.type) ? { wish } : undefined);
  switch (shortcut) {
    case 'hush':
      return asked({ type: isHushed(lead.room) ? 'liftHush' : 'hush' });
    case 'pulse':
      return asked({ type: isPulseStill(lead) ? 'startPulse' : 'stopPulse' });
    case 'faster':
    case 'slower':
      return asked(tempoStep(lead.room, shortcut));
    case 'signals':
      return may(lead, 'clearSignal') ? { page: 'signals' } : undefined;
    case 'door':
      return may(lead, 'callIn') ? { page: 'door' } : undefined;
    case 'rounds':
      return may(lead, 'endRound') ? { page: 'rounds' } : undefined;
    // The page asks before anything ends.
    case 'ending':
      return may(lead, 'callOffEnding') ? { page: 'ending' } : undefined;
    default:
      return { page: 'keys' };
  }
}

/** Follows the keys while the page of leading is open. */
export function useShortcuts(
  dialog: { readonly current: HTMLElement | null },
  lead: Lead,
  isOn: boolean,
  onPage: (page: PageName) => void,
): void {
  const latest = useRef({ lead, onPage });
  useEffect(() => {
    latest.current = { lead, onPage };
  });
  useEffect(() => {
    const element = dialog.current;
    if (!isOn || !element) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const on = {
        tag: target instanceof Element ? target.tagName : '',
        type: target instanceof HTMLInputElement ? target.type : undefined,
      };
      const { key, ctrlKey, altKey, metaKey, repeat } = event;
      const shortcut = shortcutOf({ key, ctrlKey, altKey, metaKey, repeat, on });
      const does = shortcut && shortcutDoes(shortcut, latest.current.lead);
      if (!does) return;
      event.preventDefault();
      if ('wish' in does) latest.current.lead.session.wish(does.wish);
      else latest.current.onPage(does.page);
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [dialog, isOn]);
}
