import { useState } from 'react';
import { bpm as bpmOf } from '../../shared/base/units.ts';
import { NAMED_SIGNALS, type Proposal, type Signal, SIGNALS } from '../../shared/event/signal.ts';
import type { ScaleName } from '../../shared/music/scale.ts';
import { SCALE_NAMES } from '../../shared/music/scale.ts';
import { holds } from '../../shared/room/holding.ts';
import { whyNot } from '../../shared/room/permissions.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import { useNames } from '../hooks/use-names.ts';
import type { RoomNow } from '../hooks/use-room-now.ts';
import { Button } from '../ui/control/button.tsx';
import { ChoiceCards } from '../ui/control/choice-cards.tsx';
import { Switch } from '../ui/control/switch.tsx';
import { Sheet } from '../ui/dialog/dialog.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon-paths.ts';
import { useWords } from '../words/use-words.tsx';
import styles from './say-quietly.module.css';
import { TempoChoice } from './tempo-choice.tsx';

export interface SayQuietlyProps {
  readonly room: RoomState;
  readonly you: Member;
  readonly now: RoomNow;
  readonly onSignal: (signal: Signal, isNamed: boolean) => void;
  readonly onPropose: (proposal: Proposal) => void;
  readonly onRest: () => void;
  readonly onClose: () => void;
}

/** A quiet word, a proposal, or a rest: each one tap away, nothing of it heard. */
export function SayQuietly(props: SayQuietlyProps) {
  const words = useWords();
  const [page, setPage] = useState<'tempo' | 'mood'>();
  const title = words(page === undefined ? 'say-title' : `propose-${page}`);
  return (
    <Sheet isOpen onClose={props.onClose} title={title} closeLabel={words('close')}>
      {page === undefined ? (
        <>
          <Signals {...props} />
          <Resting onRest={props.onRest} />
          {whyNot(props.room, 'propose', props.you.id) === undefined && (
            <Proposing onPage={setPage} onPropose={props.onPropose} />
          )}
        </>
      ) : (
        <>
          <Button kind="plain" icon="back" className={styles.back} onClick={() => setPage(undefined)}>
            {words('back')}
          </Button>
          {page === 'tempo' ? <ProposeTempo {...props} /> : <ProposeMood {...props} />}
        </>
      )}
    </Sheet>
  );
}

const SIGNAL_ICONS: Readonly<Record<Signal, IconName>> = {
  tooLoud: 'soft',
  tooMuch: 'ocean',
  needBreak: 'night',
  oneMore: 'loop',
  likeThis: 'heart',
  askMe: 'help',
};

const needsName = (signal: Signal) => NAMED_SIGNALS.some((named) => named === signal);

function Signals({ room, onSignal }: Pick<SayQuietlyProps, 'room' | 'onSignal'>) {
  const words = useWords();
  const { listOf } = useNames();
  const [isUnnamed, setUnnamed] = useState(false);
  const receivers = room.members.filter(({ id }) => holds(room, 'people', id));
  return (
    <section className={styles.section}>
      <p className={styles.hint}>
        {words('say-text')}{' '}
        {words('say-to', { names: receivers.length === 0 ? words('someone') : listOf(receivers) })}
      </p>
      <ul className={styles.signals}>
        {SIGNALS.map((signal) => (
          <li key={signal}>
            <button
              type="button"
              className={styles.signal}
              onClick={() => onSignal(signal, !isUnnamed || needsName(signal))}
            >
              <Icon name={SIGNAL_ICONS[signal]} size="1.75rem" />
              <span>{words(`signal-${signal}`)}</span>
              {isUnnamed && !needsName(signal) && (
                <>
                  <span className={styles.dot} aria-hidden="true" />
                  <span className="heard-only">{words('signal-may-be-unnamed')}</span>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
      <Switch
        label={words('say-unnamed')}
        hint={words('say-unnamed-hint')}
        isOn={isUnnamed}
        onChange={setUnnamed}
      />
    </section>
  );
}

function Resting({ onRest }: Pick<SayQuietlyProps, 'onRest'>) {
  const words = useWords();
  return (
    <section className={styles.section} aria-label={words('rest')}>
      <div className={styles.beside}>
        <p className={styles.hint}>{words('rest-hint')}</p>
        <Button icon="night" onClick={onRest}>
          {words('rest-now')}
        </Button>
      </div>
    </section>
  );
}

interface ProposingProps {
  readonly onPage: (page: 'tempo' | 'mood') => void;
  readonly onPropose: (proposal: Proposal) => void;
}

function Proposing({ onPage, onPropose }: ProposingProps) {
  const words = useWords();
  return (
    <section className={styles.section} aria-label={words('propose-title')}>
      <h3>{words('propose-title')}</h3>
      <p className={styles.hint}>{words('propose-text')}</p>
      <div className={styles.proposals}>
        <Button icon="tempo" onClick={() => onPage('tempo')}>
          {words('propose-tempo')}
        </Button>
        <Button icon="scale" onClick={() => onPage('mood')}>
          {words('propose-mood')}
        </Button>
        <Button icon="ending" onClick={() => onPropose({ type: 'ending' })}>
          {words('propose-ending')}
        </Button>
      </div>
    </section>
  );
}

function ProposeTempo({ now, onPropose }: Pick<SayQuietlyProps, 'now' | 'onPropose'>) {
  const words = useWords();
  const [bpm, setBpm] = useState<number>(now.bpm);
  const isSame = Math.round(bpm) === now.bpm;
  return (
    <>
      <p className={styles.hint}>{words('tempo-now', { bpm: now.bpm })}</p>
      <TempoChoice bpm={bpm} onChange={setBpm} />
      <Button
        kind="primary"
        icon="say"
        isResting={isSame}
        onClick={() => onPropose({ type: 'tempo', bpm: bpmOf(Math.round(bpm)) })}
      >
        {words('propose-go')}
      </Button>
    </>
  );
}

function ProposeMood({ now, onPropose }: Pick<SayQuietlyProps, 'now' | 'onPropose'>) {
  const words = useWords();
  const [scale, setScale] = useState<ScaleName>(now.frame.scale);
  const isSame = scale === now.frame.scale;
  const { tonic, feel } = now.frame;
  return (
    <>
      <ChoiceCards
        legend={words('mood')}
        isLegendHidden
        look="tiles"
        value={scale}
        onChange={setScale}
        choices={SCALE_NAMES.map((name) => ({ value: name, label: words(`mood-${name}`) }))}
      />
      {isSame && <p className={styles.hint}>{words('propose-mood-same')}</p>}
      <Button
        kind="primary"
        icon="say"
        isResting={isSame}
        onClick={() => onPropose({ type: 'frame', frame: { tonic, scale, feel } })}
      >
        {words('propose-go')}
      </Button>
    </>
  );
}
