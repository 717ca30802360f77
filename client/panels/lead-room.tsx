import { useState } from 'react';
import { Button } from '../ui/control/button.tsx';
import { Sheet } from '../ui/dialog/dialog.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon-paths.ts';
import { useWords } from '../words/use-words.tsx';
import { NOTE_IDS } from './pitch-name.ts';
import { echoSentence } from './echo-words.ts';
import type { Lead } from './lead.ts';
import { CloseRoom, LeadCompany, LeadEcho, LeadInvite, LeadMusic, LeadTempo } from './lead-pages.tsx';
import styles from './lead-room.module.css';

export interface LeadRoomProps extends Lead {
  readonly onClose: () => void;
}

type PageName = 'tempo' | 'music' | 'echo' | 'company' | 'invite' | 'close';

/** What a facilitator leads: each thing as it is now, and one tap further to change it. */
export function LeadRoom(props: LeadRoomProps) {
  const { session, room, now, onClose } = props;
  const words = useWords();
  const [page, setPage] = useState<PageName>();
  const isCompanyHere = room.isCompanyInvited;
  const mood = `${words(`mood-${now.frame.scale}`)}, ${words(NOTE_IDS[now.frame.tonic] ?? 'tonic-0')} · ${now.metre}`;
  const rows: readonly (readonly [PageName, IconName, string, string])[] = [
    ['tempo', 'tempo', words('tempo'), words('tempo-value', { bpm: now.bpm })],
    ['music', 'scale', words('lead-music'), mood],
    ['invite', 'qr', words('invite-title'), words('invite-open')],
    ['company', 'people', words('company-title'), words(isCompanyHere ? 'company-here' : 'company-not-here')],
    ['echo', 'ear', words('echo-title'), words(echoSentence(now.echo, now.metre))],
    ['close', 'ending', words('close-title'), words('close-open')],
  ];
  const title = rows.find(([name]) => name === page)?.[2] ?? words('lead-title');
  return (
    <Sheet isOpen onClose={onClose} title={title} closeLabel={words('close')}>
      {page === undefined ? (
        <>
          <PulseControl session={session} now={now} />
          <ul className={styles.rows}>
            {rows.map(([name, icon, label, value]) => (
              <li key={name}>
                <button type="button" className={styles.row} onClick={() => setPage(name)}>
                  <Icon name={icon} />
                  <span className={styles.words}>
                    <span className={styles.label}>{label}</span>
                    <span className={styles.value}>{value}</span>
                  </span>
                  <Icon name="forward" size="1.25em" />
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <div className={styles.page}>
          <Button kind="plain" icon="back" className={styles.back} onClick={() => setPage(undefined)}>
            {words('lead-title')}
          </Button>
          {page === 'tempo' && <LeadTempo {...props} />}
          {page === 'music' && <LeadMusic {...props} />}
          {page === 'invite' && <LeadInvite {...props} />}
          {page === 'company' && <LeadCompany {...props} />}
          {page === 'echo' && <LeadEcho {...props} />}
          {page === 'close' && <CloseRoom {...props} onBack={() => setPage(undefined)} />}
        </div>
      )}
    </Sheet>
  );
}

function PulseControl({ session, now }: Pick<Lead, 'session' | 'now'>) {
  const words = useWords();
  const isStill = now.pulse === 'still' || now.pulse === 'ending';
  const said = {
    still: 'pulse-still',
    awaited: 'pulse-awaited',
    countIn: 'pulse-countIn',
    going: 'pulse-going',
    ending: 'pulse-ending',
  } as const;
  return (
    <div className={styles.pulse}>
      <output>{words(said[now.pulse])}</output>
      <Button
        kind={isStill ? 'primary' : 'quiet'}
        icon={isStill ? 'play' : 'stop'}
        onClick={() => session.wish({ type: isStill ? 'startPulse' : 'stopPulse' })}
      >
        {words(isStill ? 'pulse-start' : 'pulse-stop')}
      </Button>
    </div>
  );
}
