import { assertNever } from '../../../shared/base/assert.ts';
import { lazy, Suspense } from 'react';
import type { SessionId } from '../../../shared/base/ids.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import { isFacilitator } from '../../../shared/room/questions.ts';
import type { LastHeard } from '../../hooks/use-last-heard.ts';
import type { RoomNow } from '../../hooks/use-room-now.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { InstrumentChoice } from '../../panels/instrument-choice.tsx';
import { MySound } from '../../panels/my-sound.tsx';
import { People } from '../../panels/people.tsx';
import { SayQuietly } from '../../panels/say-quietly.tsx';
import type { SoundDevice } from '../../player/sound-device.ts';
import type { Session } from '../../session/session.ts';
import { Button } from '../../ui/control/button.tsx';
import { Dialog, Sheet } from '../../ui/dialog/dialog.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { QuietWords } from './use-quiet-words.tsx';

const LeadScreen = lazy(() =>
  import('../lead/lead-screen.tsx').then((screen) => ({ default: screen.LeadScreen })),
);
const TapAlongPanel = lazy(() =>
  import('../../panels/tap-along-panel.tsx').then((panel) => ({ default: panel.TapAlongPanel })),
);
const DeviceSettings = lazy(() =>
  import('../../panels/device-settings.tsx').then((panel) => ({ default: panel.DeviceSettings })),
);

export type SheetName = 'people' | 'sound' | 'instrument' | 'say' | 'lead' | 'leave' | 'tapAlong' | 'device';

export interface RoomSheetsProps {
  readonly sheet: SheetName;
  readonly onSheet: (sheet: SheetName | undefined) => void;
  readonly session: Session;
  readonly sessionId: SessionId;
  readonly sound: SoundDevice;
  readonly room: RoomState;
  readonly you: Member;
  readonly now: RoomNow;
  readonly heard: LastHeard;
  readonly quietWords: QuietWords;
  readonly onRest: () => void;
}

/** What lies one tap away from the surface, one thing at a time. */
export function RoomSheets(props: RoomSheetsProps) {
  const { sheet, onSheet, session, sessionId, sound, room, you, now, heard, quietWords, onRest } = props;
  const words = useWords();
  const { preferences } = useHouse();
  const close = () => onSheet(undefined);
  const common = { isOpen: true, onClose: close, closeLabel: words('close') };
  switch (sheet) {
    case 'people':
      return (
        <Sheet {...common} title={words('people-title')}>
          <People room={room} you={you} session={session} />
        </Sheet>
      );
    case 'sound':
      return (
        <Sheet {...common} title={words('sound-title')}>
          <MySound
            room={room}
            you={you}
            onKeeping={(isKept) => session.wish({ type: 'setKeeping', isKept })}
            onTapAlong={() => onSheet('tapAlong')}
            onDevice={() => onSheet('device')}
          />
        </Sheet>
      );
    case 'instrument':
      return (
        <Sheet {...common} title={words('instruments')}>
          <InstrumentChoice
            look="wall"
            offered={room.instruments}
            instrument={you.instrument}
            onChange={(instrument) => {
              void sound.prepare(instrument);
              session.wish({ type: 'chooseInstrument', instrument });
            }}
          />
        </Sheet>
      );
    case 'say':
      return (
        <SayQuietly
          room={room}
          you={you}
          now={now}
          onClose={close}
          onSignal={(signal, isNamed) => {
            quietWords.signal(signal, isNamed);
            close();
          }}
          onPropose={(proposal) => {
            quietWords.propose(proposal);
            close();
          }}
          onRest={onRest}
        />
      );
    case 'leave':
      return (
        <Dialog
          {...common}
          title={words('leave-title')}
          closeLabel={words('close')}
          actions={
            <>
              <Button onClick={close}>{words('leave-stay')}</Button>
              <Button kind="primary" icon="leave" onClick={() => session.leave()}>
                {words('leave-go')}
              </Button>
            </>
          }
        >
          <p>{words(isFacilitator(room, you.id) ? 'leave-text-facilitator' : 'leave-text')}</p>
        </Dialog>
      );
    case 'lead':
      return (
        <Suspense fallback={null}>
          <LeadScreen
            session={session}
            sessionId={sessionId}
            room={room}
            you={you}
            now={now}
            heard={heard}
            onClose={close}
          />
        </Suspense>
      );
    case 'tapAlong':
      return (
        <Suspense fallback={null}>
          <TapAlongPanel
            sound={sound}
            preferences={preferences}
            room={room}
            pulseNow={session.pulseNow}
            isPulseGoing={now.pulse === 'going'}
            onClose={close}
          />
        </Suspense>
      );
    case 'device':
      return (
        <Suspense fallback={null}>
          <DeviceSettings onClose={close} />
        </Suspense>
      );
    default:
      return assertNever(sheet);
  }
}
