import { assertNever } from '../../../shared/base/assert.ts';
import type { Member } from '../../../shared/room/state.ts';
import { useNames } from '../../hooks/use-names.ts';
import type { AtDoorView } from '../../session/door-watch.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { doorSaying, FrontDoor } from './door-says.tsx';

export interface DoorPageProps {
  readonly view: AtDoorView;
  /** Nobody answers just now; we go on asking. */
  readonly isAlone: boolean;
  readonly isStepping: boolean;
  readonly isListener: boolean;
  readonly sent: { readonly by: Member | undefined } | undefined;
  readonly onStepIn: () => void;
  readonly onTry: () => void;
  /** Undefined where this page does not know what to say at the door. */
  readonly onKnock: (() => void) | undefined;
  readonly onComeAgain: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** What someone at a door sees: the circle, one sentence of what is, and what they can do. */
export function DoorPage(props: DoorPageProps) {
  const { view, isStepping, onStepIn, onLeave } = props;
  const words = useWords();
  switch (view.type) {
    case 'asking':
    case 'waiting':
    case 'announced':
      return <WaitingAtDoor {...props} view={view} />;
    case 'in':
      return (
        <Page
          key="in"
          mark="large"
          title={words('door-open-title')}
          text={words('door-open-text')}
          foot={
            <>
              <Button size="l" icon="leave" onClick={onLeave}>
                {words('door-leave')}
              </Button>
              <Button kind="primary" size="l" icon="enter" isResting={isStepping} onClick={onStepIn}>
                {words(isStepping ? 'stepping-in' : 'step-in')}
              </Button>
            </>
          }
        />
      );
    case 'notNow':
    case 'turnedAway':
    case 'groupSaidNo':
    case 'unknown':
    case 'refused':
      return <ClosedDoor {...props} view={view} />;
    default:
      return assertNever(view);
  }
}

type Standing = Extract<AtDoorView, { type: 'asking' | 'waiting' | 'announced' }>;

function WaitingAtDoor(props: DoorPageProps & { readonly view: Standing }) {
  const { view, isAlone, isListener, sent, onTry, onLeave } = props;
  const words = useWords();
  const { nameOf } = useNames();
  const sentence = view.type === 'waiting' ? view.sentence : undefined;
  const sentBy = sent && (sent.by ? nameOf(sent.by) : words('someone'));
  const text =
    view.type === 'announced'
      ? words('door-listen-text')
      : words(sentBy === undefined ? 'door-text' : 'door-sent-text');
  return (
    <Page
      key="waiting"
      mark="large"
      title={sentBy === undefined ? words('door-title') : words('door-sent', { name: sentBy })}
      text={text}
      foot={
        <>
          <Button size="l" icon="leave" onClick={onLeave}>
            {words('door-leave')}
          </Button>
          {!isListener && (
            <Button size="l" icon="hand" onClick={onTry}>
              {words('door-try')}
            </Button>
          )}
        </>
      }
    >
      {sentence !== undefined && (
        <Notice icon="say">
          {words('door-said')} <strong>{words(`door-said-${sentence}`)}</strong>
        </Notice>
      )}
      {isAlone && <Notice icon="lost">{words('door-unreachable')}</Notice>}
    </Page>
  );
}

type Closed = Extract<AtDoorView, { type: 'notNow' | 'turnedAway' | 'groupSaidNo' | 'unknown' | 'refused' }>;

function ClosedDoor(props: DoorPageProps & { readonly view: Closed }) {
  const { view, isListener, onKnock, onComeAgain } = props;
  const words = useWords();
  const saying = view.type === 'refused' ? doorSaying(view.reason, isListener) : undefined;
  const what = saying ?? view.type;
  const mayKnock = what === 'notNow' || what === 'doorLocked' || what === 'doorFull' || what === 'refused';
  const again = mayKnock && onKnock;
  const anew = what === 'unknown' || mayKnock ? onComeAgain : undefined;
  return (
    <Page
      key={what}
      mark="large"
      title={what === 'refused' ? words('door-other-title') : words(`door-${what}-title`)}
      text={
        what === 'refused' && view.type === 'refused'
          ? words(`refusal-${view.reason}`)
          : what !== 'refused' && words(`door-${what}-text`)
      }
      foot={
        <>
          <FrontDoor />
          {again ? (
            <Button kind="primary" size="l" icon="door" onClick={again}>
              {words('door-knock')}
            </Button>
          ) : (
            anew && (
              <Button kind="primary" size="l" icon="door" onClick={anew}>
                {words('door-come-again')}
              </Button>
            )
          )}
        </>
      }
    />
  );
}
