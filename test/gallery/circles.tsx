import { Circle, type PersonInCircle } from '../../client/ui/circle/circle.tsx';
import { Mark } from '../../client/ui/circle/mark.tsx';
import { PART_COLOURS, PART_SHAPES } from '../../client/ui/part.ts';
import { createMusicians, galleryPulse } from './musicians.ts';

const { heardNotes } = createMusicians(5);
const NAMES = ['Maya', 'Jon', 'the one by the door', 'Ingeborg', 'Sky', 'Amir', 'Leaf', 'Tor'];

const people = (count: number): readonly PersonInCircle[] =>
  Array.from({ length: count }, (_, chair) => ({
    id: String(chair),
    name: NAMES[chair % 8] ?? '',
    colour: PART_COLOURS[chair % 8] ?? 'amber',
    shape: PART_SHAPES[(chair + Math.floor(chair / 8)) % 8] ?? 'circle',
    chair,
    presence: chair === 3 ? 'lost' : chair === 5 ? 'away' : chair === 6 ? 'later' : 'here',
    isMe: chair === 0,
    ...(chair === 0 ? { note: 'you' } : {}),
    ...(chair === 3 ? { note: 'connection lost' } : {}),
    ...(chair === 4 ? { note: 'listening' } : {}),
    ...(chair === 6 ? { note: 'joining' } : {}),
  }));

/** The circle with few and many, large and small, and the sign. */
export function Circles() {
  return (
    <main
      style={{
        display: 'grid',
        gap: '2rem',
        padding: '1rem',
        justifyItems: 'center',
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      <div style={{ width: 'min(100%, 38rem)' }}>
        <Circle
          people={people(8)}
          label="Who is here"
          pulseNow={galleryPulse}
          heardNotes={heardNotes}
          onPerson={() => {}}
        />
      </div>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '1.5rem', justifyContent: 'center' }}>
        {[1, 3, 8, 16].map((count) => (
          <div key={count} style={{ width: '7rem' }}>
            <Circle
              people={people(count)}
              look="small"
              label="Who is here"
              pulseNow={galleryPulse}
              heardNotes={heardNotes}
            />
          </div>
        ))}
        <Mark size="7rem" />
        <Mark size="2.5rem" />
      </div>
      <div style={{ width: 'min(100%, 30rem)' }}>
        <Circle
          people={people(2)}
          label="Who is here"
          pulseNow={galleryPulse}
          heardNotes={heardNotes}
          centre="3"
        />
      </div>
      <div style={{ width: 'min(100%, 40rem)' }}>
        <Circle people={people(14)} label="Who is here" pulseNow={galleryPulse} heardNotes={heardNotes} />
      </div>
    </main>
  );
}
