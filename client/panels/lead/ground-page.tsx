import { GROUNDS, type Ground } from '../../../shared/event/ground.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { Switch } from '../../ui/control/switch.tsx';
import { useWords } from '../../words/use-words.tsx';
import { type Lead, type LeadWish, may } from './lead.ts';
import styles from './lead.module.css';

/** What goes on by itself when all that is set has come. */
export const groundsToCome = ({ grounds }: Pick<RoomState, 'grounds'>): readonly Ground[] =>
  grounds.at(-1)?.grounds ?? [];

/** One of them begun or ended, the others as they are. */
export function groundWish(room: Pick<RoomState, 'grounds'>, ground: Ground, isOn: boolean): LeadWish {
  const others = groundsToCome(room).filter((one) => one !== ground);
  return { type: 'holdGround', grounds: isOn ? [...others, ground] : others };
}

/** Parts that go on by themselves in the frame, heard from one's own chair: the ground others stand on. */
export function GroundPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { session, room } = lead;
  const going = groundsToCome(room);
  return (
    <>
      <p className={styles.hint}>{words('lead-ground-text')}</p>
      <div className={styles.switches}>
        {GROUNDS.map((ground) => (
          <Switch
            key={ground}
            label={words(`lead-ground-${ground}`)}
            hint={words(`lead-ground-hint-${ground}`)}
            isOn={going.includes(ground)}
            isResting={!may(lead, 'holdGround')}
            onChange={(isOn) => session.wish(groundWish(room, ground, isOn))}
          />
        ))}
      </div>
    </>
  );
}
