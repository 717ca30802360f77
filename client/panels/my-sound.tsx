import { whyNot } from '../../shared/room/permissions.ts';
import { isKept } from '../../shared/room/questions.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import { useHouse } from '../hooks/use-house.ts';
import { usePreferences } from '../hooks/use-preferences.ts';
import { type Preferences, SOUND_FROM, type SoundFrom } from '../session/preferences.ts';
import { Button } from '../ui/control/button.tsx';
import { ChoiceCards } from '../ui/control/choice-cards.tsx';
import { Slider } from '../ui/control/slider.tsx';
import { Switch } from '../ui/control/switch.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/icon-paths.ts';
import { useWords } from '../words/use-words.tsx';
import styles from './my-sound.module.css';

export interface MySoundProps {
  readonly room: RoomState;
  readonly you: Member;
  readonly onKeeping: (isKept: boolean) => void;
  readonly onTapAlong: () => void;
  readonly onDevice: () => void;
}

/** Everything about one's own sound: loudness first, then whether it is kept, then the finer things. */
export function MySound({ room, you, onKeeping, onTapAlong, onDevice }: MySoundProps) {
  const words = useWords();
  const { preferences } = useHouse();
  const chosen = usePreferences(preferences);
  const set = (change: Partial<Preferences>) => preferences.set(change);
  const isPlayer = whyNot(room, 'playNote', you.id) === undefined;
  const percent = (fraction: number) => words('loudness-value', { percent: Math.round(fraction * 100) });
  return (
    <div className={styles.sound}>
      <Slider
        icon="sound"
        label={words('loudness')}
        value={chosen.loudness}
        step={0.05}
        onChange={(loudness) => set({ loudness })}
        valueText={percent(chosen.loudness)}
      />
      {isPlayer && <Keeping isKept={isKept(you)} onKeeping={onKeeping} />}
      <section className={styles.section} aria-label={words('pulse')}>
        <ChoiceCards<Preferences['pulse']>
          legend={words('pulse')}
          look="row"
          value={chosen.pulse}
          onChange={(pulse) => set({ pulse })}
          choices={(['sound', 'movement', 'off'] as const).map((pulse) => ({
            value: pulse,
            label: words(`pulse-${pulse}`),
          }))}
        />
        {chosen.pulse === 'sound' && (
          <Slider
            label={words('pulse-loudness')}
            value={chosen.pulseLoudness}
            step={0.05}
            onChange={(pulseLoudness) => set({ pulseLoudness })}
            valueText={percent(chosen.pulseLoudness)}
          />
        )}
      </section>
      {isPlayer && <Hand chosen={chosen} set={set} percent={percent} />}
      <section className={styles.section} aria-label={words('sound-from')}>
        <ChoiceCards<SoundFrom>
          legend={words('sound-from')}
          value={chosen.soundFrom}
          onChange={(soundFrom) => set({ soundFrom })}
          choices={SOUND_FROM.map((from) => ({
            value: from,
            label: words(`sound-from-${from}`),
            hint: words(`sound-from-${from}-hint`),
            picture: <Icon name={FROM_ICONS[from]} />,
          }))}
        />
      </section>
      <section className={styles.section} aria-label={words('device-late')}>
        <h3>{words('device-late')}</h3>
        <p className={styles.hint}>
          {words('device-late-hint')}{' '}
          {chosen.correctionMs === 0
            ? words('correction-none')
            : words('correction-now', { ms: chosen.correctionMs })}
        </p>
        <Button icon="hand" onClick={onTapAlong}>
          {words('tap-open')}
        </Button>
      </section>
      <section className={styles.section} aria-label={words('device-title')}>
        <h3>{words('device-title')}</h3>
        <Button icon="settings" onClick={onDevice}>
          {words('device-open')}
        </Button>
      </section>
    </div>
  );
}

const FROM_ICONS: Readonly<Record<SoundFrom, IconName>> = {
  everyone: 'people',
  onlyMine: 'person',
  everyoneButMe: 'loudspeaker',
};

/** What is kept is said in words, and one tap changes it. */
function Keeping({
  isKept,
  onKeeping,
}: {
  readonly isKept: boolean;
  readonly onKeeping: (isKept: boolean) => void;
}) {
  const words = useWords();
  return (
    <section className={styles.section} aria-label={words('keep-title')}>
      <h3>{words('keep-title')}</h3>
      <output>{words(isKept ? 'keep-now-yes' : 'keep-now-no')}</output>
      <Button icon={isKept ? 'stop' : 'keep'} onClick={() => onKeeping(!isKept)}>
        {words(isKept ? 'keep-change-no' : 'keep-change-yes')}
      </Button>
    </section>
  );
}

/** Lines a note can be drawn to, in ticks of 960 to a quarter note. */
const SNAPS = { quarter: 960, eighth: 480, sixteenth: 240 } as const;
type Snap = keyof typeof SNAPS;
const SNAP_NAMES = ['quarter', 'eighth', 'sixteenth'] as const;

interface HandProps {
  readonly chosen: Preferences;
  readonly set: (change: Partial<Preferences>) => void;
  readonly percent: (fraction: number) => string;
}

/** How touches become notes. */
function Hand({ chosen, set, percent }: HandProps) {
  const words = useWords();
  return (
    <section className={styles.section} aria-label={words('touch-strength')}>
      <Slider
        icon="hand"
        label={words('touch-strength')}
        value={chosen.touchStrength}
        min={0.1}
        step={0.05}
        onChange={(touchStrength) => set({ touchStrength })}
        valueText={percent(chosen.touchStrength)}
      />
      <p className={styles.hint}>{words('touch-strength-hint')}</p>
      <Switch
        label={words('snap')}
        hint={words('snap-hint')}
        isOn={chosen.snapTicks !== undefined}
        onChange={(isOn) => set({ snapTicks: isOn ? SNAPS.eighth : undefined })}
      />
      {chosen.snapTicks !== undefined && (
        <ChoiceCards<Snap>
          legend={words('snap-fine')}
          look="row"
          value={SNAP_NAMES.find((name) => SNAPS[name] === chosen.snapTicks)}
          onChange={(snap) => set({ snapTicks: SNAPS[snap] })}
          choices={SNAP_NAMES.map((snap) => ({ value: snap, label: words(`snap-${snap}`) }))}
        />
      )}
      <ChoiceCards<Preferences['glide']>
        legend={words('glide')}
        look="row"
        value={chosen.glide}
        onChange={(glide) => set({ glide })}
        choices={[
          { value: 'steps', label: words('glide-steps') },
          { value: 'free', label: words('glide-free') },
        ]}
      />
    </section>
  );
}
