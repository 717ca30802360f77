import type { InstrumentId } from '../../shared/music/instrument.ts';
import type { Session } from './session.ts';

/** Takes the instrument someone found for themselves before they came in, once the room is known and if it is out today. */
export function takeIfOffered(session: Session, instrument: InstrumentId): void {
  const look = () => {
    const { room, you } = session.view();
    if (!room || !you) return;
    stop();
    if (room.instruments.includes(instrument)) session.wish({ type: 'chooseInstrument', instrument });
  };
  const stop = session.subscribe(look);
  look();
}
