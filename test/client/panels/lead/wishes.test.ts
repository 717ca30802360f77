import { describe, expect, it } from 'vitest';
import { timeInStep, nextStep } from '../../../../client/panels/lead/arc-words.ts';
import { moved } from '../../../../client/panels/lead/arc-page.tsx';
import { conductedAt } from '../../../../client/panels/lead/conduct-page.tsx';
import { endingWords } from '../../../../client/panels/lead/ending-page.tsx';
import { groundWish } from '../../../../client/panels/lead/ground-page.tsx';
import { barsOfSpan } from '../../../../client/panels/lead/invite-to-hold.tsx';
import { mayLead } from '../../../../client/panels/lead/lead.ts';
import { chordSign } from '../../../../client/panels/lead/chords-page.tsx';
import { presetWishes } from '../../../../client/panels/lead/music-page.tsx';
import { pagesAtHand } from '../../../../client/panels/lead/pages.ts';
import { createPaced } from '../../../../client/panels/lead/paced.ts';
import { soundActs, undoable } from '../../../../client/panels/lead/person-acts.ts';
import { circleNote, heardWords } from '../../../../client/panels/lead/person-state.ts';
import { canTakeTurns, withTapped } from '../../../../client/panels/lead/rounds-page.tsx';
import { gathered } from '../../../../client/panels/lead/signals.tsx';
import { tempoStep } from '../../../../client/panels/lead/tempo-page.tsx';
import { waitingCount } from '../../../../client/panels/lead/waiting-number.tsx';
import { createLastHeard } from '../../../../client/hooks/use-last-heard.ts';
import type { HeardNote } from '../../../../client/session/hands.ts';
import type { Speech } from '../../../../client/words/speech.ts';
import { beats, roomMs } from '../../../../shared/base/units.ts';
import type { RoomEvent } from '../../../../shared/event/entry.ts';
import { wishSchema } from '../../../../shared/event/wish.ts';
import { FRAME_PRESET_NAMES } from '../../../../shared/music/frame-preset.ts';
import { memberOf } from '../../../../shared/room/questions.ts';
import type { Member, RoomState } from '../../../../shared/room/state.ts';
import { createVirtualTime } from '../../../server/support/virtual-time.ts';
import { leadOf } from '../../support/a-lead.ts';
import { fakeRoom, joined, personId, pulseGoing, ready } from '../../support/fake-room.ts';

const [MAYA, JON, ROSE, ASE] = [personId(0), personId(1), personId(2), personId(3)];
/** Says the id and what it is told, so that a test reads what was chosen. */
const said = ((id: string, args: object = {}) => [id, ...Object.values(args)].join(' ')) as unknown as Speech;

function personIn(room: RoomState, id = JON): Member {
  const found = memberOf(room, id);
  if (!found) throw new Error(`${id} is not in the room`);
  return found;
}
const softened = (member = JON, by?: 'softer' | 'silent'): RoomEvent => ({
  type: 'softened',
  member,
  kind: by ?? 'softer',
  from: beats(0),
  untilMs: 300_000,
});
const given = (controls: readonly ('dynamics' | 'people' | 'tempo' | 'frame')[]): RoomEvent => ({
  type: 'controlsGiven',
  controls,
  to: JON,
  until: null,
});

describe('what may be done about a sound', () => {
  it('is softer, silent and thin out, each as a wish about that person', () => {
    const room = fakeRoom(3);
    const acts = soundActs(leadOf(room, MAYA), personIn(room));
    expect(acts.map(({ wish }) => wish)).toEqual([
      { type: 'soften', member: JON, kind: 'softer' },
      { type: 'soften', member: JON, kind: 'silent' },
      { type: 'setDensity', part: JON, to: 0.4, bars: 2 },
    ]);
  });

  it('goes back once it was softened, and the same softening is pointless', () => {
    const room = fakeRoom(3, softened());
    const acts = soundActs(leadOf(room, MAYA), personIn(room));
    expect(acts.find(({ name }) => name === 'softer')?.isPointless).toBe(true);
    expect(acts.find(({ name }) => name === 'silent')?.isPointless).toBe(false);
    expect(acts.find(({ name }) => name === 'back')?.wish).toEqual({ type: 'endSoftening', member: JON });
  });

  it('brings in who was thinned out', () => {
    const thin: RoomEvent = { type: 'densitySet', part: JON, from: beats(0), to: 0.4, glideBeats: beats(8) };
    const room = fakeRoom(3, thin);
    const acts = soundActs(leadOf(room, MAYA), personIn(room));
    expect(acts.at(-1)).toMatchObject({ name: 'bringIn', wish: { type: 'setDensity', part: JON, to: 1 } });
  });

  it('is only what one holds', () => {
    const room = fakeRoom(3, given(['dynamics']));
    const names = (me: typeof MAYA) =>
      soundActs(leadOf(room, me), personIn(room, ROSE)).map(({ name }) => name);
    expect(names(JON)).toEqual(['thinOut']);
    expect(names(ROSE)).toEqual([]);
    expect(names(MAYA)).toEqual(['softer', 'silent']);
  });

  it('can be undone for ten seconds, by whoever did it', () => {
    const room: RoomState = {
      ...fakeRoom(3),
      members: fakeRoom(3).members.map((member) =>
        member.id === JON
          ? {
              ...member,
              softened: { kind: 'softer', by: MAYA, since: roomMs(1000), until: roomMs(301_000) },
            }
          : member,
      ),
    };
    const at = (ms: number, me = MAYA) => undoable(leadOf(room, me), roomMs(ms)).map(({ id }) => id);
    expect(at(10_999)).toEqual([JON]);
    expect(at(11_000)).toEqual([]);
    expect(at(5000, ROSE)).toEqual([]);
  });
});

describe('how someone is, in words', () => {
  it('is neutral about when they played', () => {
    expect(heardWords(undefined, said)).toBe('lead-heard-not-yet');
    expect(heardWords(7999, said)).toBe('lead-heard-now');
    expect(heardWords(8000, said)).toBe('lead-heard-moment');
    expect(heardWords(59_999, said)).toBe('lead-heard-moment');
    expect(heardWords(125_000, said)).toBe('lead-heard-minutes 2');
  });

  it('says a lost line as a lost line and never as silence', () => {
    const room = fakeRoom(3, { type: 'linkLost', member: JON });
    const around = { isTurn: false, heard: { agoMs: () => 600_000 }, signals: [], room: 'much' } as const;
    expect(circleNote(personIn(room), around, said)).toBe('presence-lost');
  });

  it('puts a quiet word first, and leaves out all but what stands out where many sit', () => {
    const room = fakeRoom(3);
    const heard = { agoMs: () => 1000 };
    const signals = [{ number: 1, signal: 'needBreak', from: JON, at: roomMs(0) }] as const;
    const note = (over: object) =>
      circleNote(personIn(room), { isTurn: false, heard, signals: [], room: 'some', ...over }, said);
    expect(note({ signals })).toBe('lead-signal-needBreak');
    expect(note({})).toBe('lead-heard-now');
    expect(note({ room: 'little' })).toBeUndefined();
    expect(note({ room: 'little', isTurn: true })).toBe('lead-state-turn');
    expect(note({ room: 'much' })).toBe(`instrument-${personIn(room).instrument}\nlead-heard-now`);
  });

  it('is remembered from coming into the room on, person by person', async () => {
    const time = createVirtualTime();
    const keeper = createLastHeard(() => time.now());
    let tell: (note: HeardNote) => void = () => undefined;
    const stop = keeper.follow((listener) => {
      tell = listener;
      return () => {
        tell = () => undefined;
      };
    });
    tell({ member: JON } as HeardNote);
    await time.advance(5000);
    expect(keeper.agoMs(JON)).toBe(5000);
    expect(keeper.agoMs(ROSE)).toBeUndefined();
    stop();
    tell({ member: JON } as HeardNote);
    expect(keeper.agoMs(JON)).toBe(5000);
  });
});

describe('shaping the music', () => {
  it('steps the tempo from what was asked for last, so that quick taps add up', () => {
    const room = fakeRoom(1);
    expect(tempoStep(room, 'faster')).toEqual({ type: 'setTempo', bpm: 80, glideBars: 1 });
    const faster = fakeRoom(1, {
      type: 'tempoSet',
      from: beats(400),
      bpm: 80,
      glideBeats: beats(4),
    } as RoomEvent);
    expect(tempoStep(faster, 'faster')).toMatchObject({ bpm: 84 });
    expect(tempoStep(faster, 'slower')).toMatchObject({ bpm: 76 });
  });

  it('sets a preset on the present home note, with its metre and pace where they are wanted', () => {
    const lead = leadOf(fakeRoom(2), MAYA);
    const wishes = presetWishes(lead, 'lullaby', true);
    expect(wishes.map(({ type }) => type)).toEqual(['setFrame', 'setMetre', 'setTempo']);
    expect(wishes[0]).toMatchObject({ frame: { tonic: 2, scale: 'major' } });
    expect(presetWishes(lead, 'lullaby', false).map(({ type }) => type)).toEqual(['setFrame']);
    expect(presetWishes(lead, 'open', true).map(({ type }) => type)).toEqual(['setFrame']);
  });

  it('asks of a preset only what one holds', () => {
    const lead = leadOf(fakeRoom(3, given(['frame'])), JON);
    expect(presetWishes(lead, 'blues', true).map(({ type }) => type)).toEqual(['setFrame']);
    expect(presetWishes(leadOf(fakeRoom(3), ROSE), 'blues', true)).toEqual([]);
  });

  it.each(FRAME_PRESET_NAMES)('asks for %s in words the room takes', (name) => {
    for (const wish of presetWishes(leadOf(fakeRoom(2), MAYA), name, true))
      expect(wishSchema.safeParse(wish).success).toBe(true);
  });

  it('signs a chord as a guitarist reads it', () => {
    const frame = { tonic: 2 };
    expect(chordSign(frame, { root: 9, kind: 'minor' }, said)).toBe('tonic-11m');
    expect(chordSign(frame, { root: 7, kind: 'dominant' }, said)).toBe('tonic-97');
  });

  it('begins and ends one ground and leaves the others', () => {
    const room = fakeRoom(1, { type: 'groundSet', from: beats(0), grounds: ['drone'] });
    expect(groundWish(room, 'heartbeat', true)).toEqual({
      type: 'holdGround',
      grounds: ['drone', 'heartbeat'],
    });
    expect(groundWish(room, 'drone', false)).toEqual({ type: 'holdGround', grounds: [] });
    expect(groundWish(room, 'drone', true)).toEqual({ type: 'holdGround', grounds: ['drone'] });
  });
});

describe('the pad', () => {
  const box = { left: 100, top: 200, width: 400, height: 300 };

  it('is loud at the top, soft at the bottom, thin on the left, full on the right', () => {
    expect(conductedAt({ x: 500, y: 200 }, box)).toEqual({ loudness: 1, density: 1 });
    expect(conductedAt({ x: 100, y: 500 }, box)).toEqual({ loudness: 0, density: 0.1 });
    expect(conductedAt({ x: 300, y: 350 }, box)).toEqual({ loudness: 0.5, density: 0.55 });
  });

  it('counts what is beyond its edge as its edge', () => {
    expect(conductedAt({ x: 0, y: 0 }, box)).toEqual({ loudness: 1, density: 0.1 });
    expect(conductedAt({ x: 9999, y: 9999 }, box)).toEqual({ loudness: 0, density: 1 });
  });

  it('says the first at once, then the latest at most twice a second, and the last of all', async () => {
    const time = createVirtualTime();
    const heard: (readonly [number, number])[] = [];
    const began = time.now();
    const paced = createPaced<number>(500, (value) => heard.push([time.now() - began, value]), time.after);
    for (let value = 0; value <= 12; value++) {
      paced.say(value);
      await time.advance(100);
    }
    await time.advance(2000);
    expect(heard.map(([at]) => at)).toEqual([0, 500, 1000, 1500]);
    expect(heard.at(-1)?.[1]).toBe(12);
    paced.say(20);
    paced.say(21);
    paced.stop();
    await time.advance(2000);
    expect(heard.slice(-2).map(([, value]) => value)).toEqual([20, 21]);
  });
});

describe('rounds', () => {
  it('ask only who is here, plays and does not rest, around the circle', () => {
    const room = fakeRoom(
      4,
      { type: 'breakTaken', member: JON },
      { type: 'linkLost', member: ROSE },
      joined(4, { role: 'listener' }),
      ready(4),
      joined(5, { isCompany: true }),
    );
    expect(canTakeTurns(room).map(({ id }) => id)).toEqual([MAYA, ASE]);
  });

  it('take the order in which people are touched, and a second touch takes one out', () => {
    const order = [JON, MAYA, ROSE].reduce(withTapped, []);
    expect(order).toEqual([JON, MAYA, ROSE]);
    expect(withTapped(order, MAYA)).toEqual([JON, ROSE]);
  });
});

describe('the course', () => {
  const steps = [
    { kind: 'arrive', length: { type: 'minutes', minutes: 5 }, sentence: '' },
    { kind: 'play', length: { type: 'open' }, sentence: '' },
  ] as const;
  const arc = (step: number | null): readonly RoomEvent[] => [
    { type: 'arcSet', steps },
    { type: 'arcMoved', step },
  ];

  it('goes on step by step, and there is none after the last', () => {
    expect(nextStep(fakeRoom(1, ...arc(null)))?.wish).toEqual({ type: 'moveArc', step: 0 });
    expect(nextStep(fakeRoom(1, ...arc(0)))?.wish).toEqual({ type: 'moveArc', step: 1 });
    expect(nextStep(fakeRoom(1, ...arc(1)))).toBeUndefined();
    expect(nextStep(fakeRoom(1))).toBeUndefined();
  });

  it('says the time in a step without a clock that runs down', () => {
    const at = (step: number, ms: number) => timeInStep(fakeRoom(1, ...arc(step)), roomMs(ms), said);
    expect(at(0, 30_000)).toContain('lead-arc-just-begun');
    expect(at(0, 7 * 60_000)).toBe('lead-arc-of-minutes 7 5');
    expect(at(1, 7 * 60_000)).toBe('lead-arc-since 7');
  });

  it('moves a step one place, never beyond the ends', () => {
    expect(moved(steps, 0, 1).map(({ kind }) => kind)).toEqual(['play', 'arrive']);
    expect(moved(steps, 0, -1)).toBe(steps);
    expect(moved(steps, 1, 1)).toBe(steps);
  });

  it('puts at hand what the present step needs, and only what one holds', () => {
    const names = (room: RoomState, me = MAYA) => pagesAtHand(leadOf(room, me));
    expect(names(fakeRoom(2, ...arc(0)))).toEqual(['invite', 'door', 'music', 'ground']);
    expect(names(fakeRoom(2, ...arc(1)))).toEqual(['music', 'loudness', 'tempo', 'ground']);
    expect(names(fakeRoom(3, given(['tempo']), ...arc(0)), JON)).toEqual(['tempo']);
    expect(names(fakeRoom(3), ROSE)).toEqual([]);
  });
});

describe('the ending', () => {
  const ending: RoomEvent = { type: 'endingAnnounced', from: beats(16), until: beats(32) };
  const at = (beat: number) => endingWords(leadOf(fakeRoom(2, pulseGoing, ending), MAYA, {}, beat), said);

  it('is said in bars: ahead, on the way home, at the last chord', () => {
    expect(at(0)).toBe('lead-ending-in 4');
    expect(at(15)).toBe('lead-ending-in 1');
    expect(at(16)).toBe('lead-ending-closing 4');
    expect(at(31)).toBe('lead-ending-closing 1');
    expect(at(32)).toBe('lead-ending-rings');
    expect(endingWords(leadOf(fakeRoom(2), MAYA), said)).toBeUndefined();
  });
});

describe('signals', () => {
  it('are gathered by what is said, the weightiest first', () => {
    const sent = (number: number, signal: 'tooLoud' | 'likeThis', from?: typeof JON) => ({
      number,
      signal,
      from,
      at: roomMs(0),
    });
    const found = gathered({
      signals: [sent(1, 'likeThis', JON), sent(2, 'tooLoud', ROSE), sent(3, 'tooLoud')],
    });
    expect(found.map(({ signal, sent: all }) => [signal, all.map(({ number }) => number)])).toEqual([
      ['tooLoud', [2, 3]],
      ['likeThis', [1]],
    ]);
  });
});

describe('holding', () => {
  it('opens the page of leading to whoever holds something, and to nobody else', () => {
    const room = fakeRoom(3, given(['dynamics']));
    expect(room.members.map((member) => mayLead(room, member))).toEqual([true, true, false]);
  });

  it('is asked for so many bars, or for good', () => {
    expect(barsOfSpan('good')).toBeNull();
    expect(barsOfSpan('16')).toBe(16);
  });

  it('counts at the door who is not asked in yet, and nobody for those who do not hold it', () => {
    const one = {
      knock: 1,
      name: undefined,
      shape: 'star',
      role: 'player',
      since: roomMs(0),
      sentence: undefined,
    } as const;
    expect(
      waitingCount({
        waiting: [
          { ...one, isCalled: false },
          { ...one, knock: 2, isCalled: true },
        ],
      }),
    ).toBe(1);
    expect(waitingCount({ waiting: undefined })).toBe(0);
  });
});
