import { useState } from 'react';
import { Button } from '../../client/ui/control/button.tsx';
import { ChoiceCards } from '../../client/ui/control/choice-cards.tsx';
import { Notice } from '../../client/ui/control/notice.tsx';
import { Qr } from '../../client/ui/control/qr.tsx';
import { Slider } from '../../client/ui/control/slider.tsx';
import { Stepper } from '../../client/ui/control/stepper.tsx';
import { Switch } from '../../client/ui/control/switch.tsx';
import { TextField } from '../../client/ui/control/text-field.tsx';
import { Dialog, Sheet } from '../../client/ui/dialog/dialog.tsx';
import { Icon } from '../../client/ui/icon/icon.tsx';
import { ICON_PATHS, type IconName } from '../../client/ui/icon/icon-paths.ts';
import { PART_COLOURS, PART_SHAPES } from '../../client/ui/part.ts';
import { Shape } from '../../client/ui/shape/shape.tsx';

/** Every control in the states that matter. */
export function Controls() {
  const [isOn, setOn] = useState(true);
  const [loudness, setLoudness] = useState(0.5);
  const [bpm, setBpm] = useState(72);
  const [name, setName] = useState('Maya');
  const [code, setCode] = useState('kp4dwx');
  const [place, setPlace] = useState<'one' | 'apart' | undefined>('one');
  const [instrument, setInstrument] = useState<string>('drum');
  const [isQuiet, setQuiet] = useState(false);
  const [open, setOpen] = useState<'dialog' | 'sheet' | undefined>(
    () => (new URLSearchParams(location.search).get('open') ?? undefined) as 'dialog' | 'sheet' | undefined,
  );
  return (
    <main
      style={{
        maxWidth: '44rem',
        margin: 'auto',
        padding: '2rem 1.25rem',
        display: 'grid',
        gap: '2rem',
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      <h1>Come in, the room is warm</h1>
      <p>A few people are sitting in a circle. You can listen first, or play at once.</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem' }}>
        <Button kind="primary" size="l" icon="enter">
          Step into the room
        </Button>
        <Button icon="ear">Just listen</Button>
        <Button kind="plain" icon="back">
          Back
        </Button>
        <Button isResting icon="tempo">
          Not just now
        </Button>
        <Button kind="round" icon="quiet" isPressed={isQuiet} onClick={() => setQuiet(!isQuiet)}>
          Quiet
        </Button>
        <Button kind="round" icon="leave">
          Leave
        </Button>
      </div>
      <Notice icon="lost" tone="caution" actions={<Button>Try now</Button>}>
        You are on your own for a moment. Keep playing. We are finding the others.
      </Notice>
      <Notice icon="door">You are at the door. Someone will open it soon.</Notice>
      <TextField
        label="What shall we call you?"
        hint="A name, or nothing at all."
        value={name}
        onChange={setName}
      />
      <TextField
        label="The code of the room"
        isCode
        value={code}
        onChange={setCode}
        problem="That code opens no room. Look at it once more, or ask the person who gave it to you."
      />
      <Slider
        icon="sound"
        label="How loud the room is for you"
        value={loudness}
        onChange={setLoudness}
        valueText={`${Math.round(loudness * 100)} %`}
      />
      <Switch
        label="Keep what I play"
        hint="So that this group can hear it again."
        isOn={isOn}
        onChange={setOn}
      />
      <Stepper
        label="Tempo"
        value={bpm}
        min={30}
        max={240}
        onChange={setBpm}
        lessLabel="Slower"
        moreLabel="Faster"
      />
      <ChoiceCards
        legend="Where are you?"
        value={place}
        onChange={setPlace}
        choices={[
          {
            value: 'one',
            label: 'In one place',
            hint: 'We hear each other in the room',
            picture: <Icon name="people" />,
          },
          {
            value: 'apart',
            label: 'Apart',
            hint: 'Each from where they are',
            picture: <Icon name="globe" />,
          },
        ]}
      />
      <ChoiceCards
        legend="Your instrument"
        look="tiles"
        value={instrument}
        onChange={setInstrument}
        choices={(['drum', 'shaker', 'pads', 'bell', 'bowl', 'harp', 'voice', 'ocean'] as const).map(
          (icon) => ({
            value: icon,
            label: icon,
            picture: <Icon name={icon} />,
          }),
        )}
      />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '1rem' }}>
        {PART_SHAPES.map((shape, i) => (
          <Shape key={shape} shape={shape} colour={PART_COLOURS[i] ?? 'amber'} size="3.5rem" />
        ))}
        {PART_SHAPES.map((shape) => (
          <Shape key={shape} shape={shape} size="2rem" isHollow />
        ))}
      </div>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.9rem' }}>
        {(Object.keys(ICON_PATHS) as IconName[]).map((name) => (
          <span key={name} style={{ display: 'grid', justifyItems: 'center', width: '5rem' }}>
            <Icon name={name} size="2rem" />
            <small>{name}</small>
          </span>
        ))}
      </div>
      <div style={{ width: 'min(12rem, 100%)' }}>
        <Qr text="https://room.example/#k=abcdefghijklmnopqrstuv" label="Point a camera here to join" />
      </div>
      <div style={{ display: 'flex', gap: '1rem' }}>
        <Button onClick={() => setOpen('dialog')}>Open a dialog</Button>
        <Button onClick={() => setOpen('sheet')}>Open a drawer</Button>
      </div>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={() => setOpen(undefined)}
        title="Leave the room?"
        closeLabel="Stay"
        actions={
          <>
            <Button onClick={() => setOpen(undefined)}>Stay</Button>
            <Button kind="primary" onClick={() => setOpen(undefined)}>
              Leave
            </Button>
          </>
        }
      >
        <p>Your place is kept for half an hour.</p>
      </Dialog>
      <Sheet
        isOpen={open === 'sheet'}
        onClose={() => setOpen(undefined)}
        title="Who is here"
        closeLabel="Close"
      >
        <Slider label="Maya" value={loudness} onChange={setLoudness} />
        <Slider label="Jon" value={loudness} onChange={setLoudness} />
        <Switch label="Snap to the pulse" isOn={isOn} onChange={setOn} />
      </Sheet>
    </main>
  );
}
