import { useState } from 'react';
import { bpm } from '../../../shared/base/units.ts';
import {
  FRAME_PRESET_NAMES,
  type FramePresetName,
  frameOfPreset,
  framePreset,
  presetOf,
} from '../../../shared/music/frame-preset.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { Switch } from '../../ui/control/switch.tsx';
import { useWords } from '../../words/use-words.tsx';
import { FrameChoice } from '../frame-choice.tsx';
import { MetreChoice } from '../metre-choice.tsx';
import { isTheirs, type Lead, type LeadWish, may } from './lead.ts';
import styles from './lead.module.css';

/** The frame the room will be in when what is set has come. */
export const frameToCome = ({ room, now }: Pick<Lead, 'room' | 'now'>) =>
  room.frames.at(-1)?.frame ?? now.frame;

/** What choosing a preset asks for: its frame, and its own metre and pace where it has them and they are wanted and allowed. */
export function presetWishes(
  lead: Pick<Lead, 'room' | 'you' | 'now'>,
  name: FramePresetName,
  takesPace: boolean,
): readonly LeadWish[] {
  const { tonic } = frameToCome(lead);
  const { metre, bpm: pace } = framePreset(name);
  const wishes: readonly LeadWish[] = [
    { type: 'setFrame', frame: frameOfPreset(name, tonic) },
    ...(takesPace && metre ? [{ type: 'setMetre', metre } as const] : []),
    ...(takesPace && pace ? [{ type: 'setTempo', bpm: bpm(pace), glideBars: 2 } as const] : []),
  ];
  return wishes.filter((wish) => may(lead, wish.type));
}

/** Settings known to carry a group first, by how they feel; then everything freely. Holds from the next bar on. */
export function MusicPage({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { session } = lead;
  const [takesPace, setTakesPace] = useState(true);
  const frame = frameToCome(lead);
  const mayFrame = may(lead, 'setFrame');
  return (
    <>
      <p className={styles.hint}>{words('lead-music-coming')}</p>
      <ChoiceCards<FramePresetName>
        legend={words('lead-preset')}
        look="tiles"
        value={presetOf(frame)}
        onChange={(name) => {
          for (const wish of presetWishes(lead, name, takesPace)) session.wish(wish);
        }}
        choices={FRAME_PRESET_NAMES.map((name) => ({
          value: name,
          label: words(`lead-preset-${name}`),
          hint: words(`lead-preset-hint-${name}`),
          isResting: !mayFrame,
        }))}
      />
      {isTheirs(lead, 'setTempo') && (
        <Switch
          label={words('lead-preset-pace')}
          hint={words('lead-preset-pace-hint')}
          isOn={takesPace}
          onChange={setTakesPace}
        />
      )}
      <details className={styles.details}>
        <summary>{words('lead-music-freely')}</summary>
        <div className={styles.page}>
          <FrameChoice
            frame={frame}
            onChange={(next) => mayFrame && session.wish({ type: 'setFrame', frame: next })}
          />
          {isTheirs(lead, 'setMetre') && (
            <MetreChoice
              metre={metreToCome(lead.room)}
              onChange={(next) => may(lead, 'setMetre') && session.wish({ type: 'setMetre', metre: next })}
            />
          )}
        </div>
      </details>
    </>
  );
}

const metreToCome = ({ metre }: RoomState) => metre.segments.at(-1)?.metre ?? '4/4';
