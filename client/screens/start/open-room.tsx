import { useEffect, useState } from 'react';
import { cleanName, cleanTitle } from '../../../shared/base/text.ts';
import type { Refusal } from '../../../shared/base/refusal.ts';
import { bpm } from '../../../shared/base/units.ts';
import { ALL_INSTRUMENTS, type Place, type RoomPlan } from '../../../shared/event/plan.ts';
import { DEFAULT_FRAME } from '../../../shared/music/frame.ts';
import type { Opened } from '../../../shared/wire/door.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { go } from '../../hooks/use-route.ts';
import { FrameChoice } from '../../panels/frame-choice.tsx';
import { MetreChoice } from '../../panels/metre-choice.tsx';
import { NOTE_IDS } from '../../panels/pitch-name.ts';
import { ShapeChoice } from '../../panels/shape-choice.tsx';
import { TempoChoice } from '../../panels/tempo-choice.tsx';
import type { OwnRoom } from '../../session/door-client.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { PART_SHAPES, type PartShape } from '../../ui/part.ts';
import { useWords } from '../../words/use-words.tsx';
import { KeepChoice } from '../join/keep-choice.tsx';
import { Page } from '../page.tsx';
import styles from './open-room.module.css';

export interface OpenRoomProps {
  /** Rooms this facilitator opened that are still open. */
  readonly ownRooms: readonly OwnRoom[];
  readonly onOpened: (opened: Opened) => void;
}

/** Calm and slow enough to breathe to, quick enough to walk to. */
const FIRST_PLAN: RoomPlan = {
  title: '',
  place: 'together',
  bpm: bpm(76),
  metre: '4/4',
  frame: DEFAULT_FRAME,
};

/** Everything has a good default: the one button at the foot is enough. */
export function OpenRoom({ ownRooms, onOpened }: OpenRoomProps) {
  const words = useWords();
  const { door, chance, loadSound } = useHouse();
  const [plan, setPlan] = useState(FIRST_PLAN);
  const [name, setName] = useState('');
  const [isKept, setKept] = useState(false);
  const [shape, setShape] = useState<PartShape>(
    () => PART_SHAPES[Math.floor(chance() * PART_SHAPES.length)] ?? 'circle',
  );
  const [trouble, setTrouble] = useState<Refusal | 'unreachable'>();
  const [isOpening, setOpening] = useState(false);
  useEffect(() => void loadSound().catch(() => undefined), [loadSound]);

  const change = (part: Partial<RoomPlan>) => setPlan((before) => ({ ...before, ...part }));
  const open = async () => {
    const problem = problemOf(plan.title, name);
    setTrouble(problem);
    if (problem !== undefined || isOpening) return;
    setOpening(true);
    const named = name.trim() === '' ? {} : { name };
    const answer = await door.openRoom({ plan, newcomer: { ...named, shape, role: 'player', isKept } });
    setOpening(false);
    if (answer.type === 'granted') onOpened(answer.value);
    else setTrouble(answer.type === 'refused' ? answer.reason : 'unreachable');
  };

  return (
    <Page
      mark="none"
      title={words('open-title')}
      text={words('open-text')}
      foot={
        <Button kind="primary" size="l" icon="door" isResting={isOpening} onClick={() => void open()}>
          {words(isOpening ? 'open-going' : 'open-go')}
        </Button>
      }
    >
      {ownRooms.length > 0 && <OwnRooms rooms={ownRooms} />}
      <ChoiceCards<Place>
        legend={words('plan-place')}
        look="tiles"
        value={plan.place}
        onChange={(place) => change({ place })}
        choices={[
          {
            value: 'together',
            label: words('place-together'),
            hint: words('place-together-hint'),
            picture: <Icon name="people" />,
          },
          {
            value: 'apart',
            label: words('place-apart'),
            hint: words('place-apart-hint'),
            picture: <Icon name="globe" />,
          },
        ]}
      />
      <TextField
        label={words('plan-title')}
        hint={words('plan-title-hint')}
        value={plan.title}
        onChange={(title) => change({ title })}
        autoComplete="off"
      />
      <Music plan={plan} onChange={change} />
      <section className={styles.section} aria-label={words('plan-you')}>
        <h2>{words('plan-you')}</h2>
        <TextField
          label={words('join-name')}
          hint={words('join-name-hint')}
          value={name}
          onChange={setName}
          autoComplete="given-name"
        />
        <ShapeChoice shape={shape} onChange={setShape} />
        <KeepChoice isKept={isKept} onChange={setKept} />
      </section>
      {trouble !== undefined && (
        <Notice tone="caution">
          {trouble === 'unreachable' ? words('unreachable') : words(`refusal-${trouble}`)}
        </Notice>
      )}
    </Page>
  );
}

interface MusicProps {
  readonly plan: RoomPlan;
  readonly onChange: (part: Partial<RoomPlan>) => void;
}

/** The music in one line, opened by whoever wants to change it before the start. */
function Music({ plan, onChange }: MusicProps) {
  const words = useWords();
  const { frame } = plan;
  const line = [
    words('tempo-value', { bpm: plan.bpm }),
    plan.metre,
    words(`mood-${frame.scale}`),
    words(NOTE_IDS[frame.tonic] ?? 'tonic-0'),
  ];
  return (
    <details className={styles.music}>
      <summary>
        <Icon name="scale" />
        <span className={styles.summary}>
          <span className={styles.word}>{words('plan-music')}</span>
          <span className={styles.line}>{line.join(' · ')}</span>
        </span>
        <Icon name="down" />
      </summary>
      <div className={styles.details}>
        <TempoChoice bpm={plan.bpm} onChange={(value) => onChange({ bpm: bpm(value) })} />
        <MetreChoice metre={plan.metre} onChange={(metre) => onChange({ metre })} />
        <FrameChoice frame={frame} onChange={(next) => onChange({ frame: next })} />
      </div>
    </details>
  );
}

function OwnRooms({ rooms }: { readonly rooms: readonly OwnRoom[] }) {
  const words = useWords();
  return (
    <section className={styles.section} aria-label={words('open-your-rooms')}>
      <h2>{words('open-your-rooms')}</h2>
      <ul className={styles.rooms}>
        {rooms.map(({ session, title }) => (
          <li key={session}>
            <span>{title === '' ? words('open-untitled') : title}</span>
            <Button icon="enter" onClick={() => go({ type: 'room', session })}>
              {words('open-return')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function problemOf(title: string, name: string): Refusal | undefined {
  const cleaned = [cleanTitle(title), ...(name.trim() === '' ? [] : [cleanName(name)])];
  const refused = cleaned.find((one) => one.type === 'refused');
  return refused?.type === 'refused' ? refused.reason : undefined;
}
