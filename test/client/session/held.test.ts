import { describe, expect, it } from 'vitest';
import { beats, localMs, pitch, strength, ticks } from '../../../shared/base/units.ts';
import type { InstrumentId } from '../../../shared/music/instrument.ts';
import { roomMsAt } from '../../../shared/time/tempo-map.ts';
import { createHouse } from '../support/house.ts';

type House = ReturnType<typeof createHouse>;
type Browser = ReturnType<House['browser']>;

const BROWSER_BEGAN_MS = 1_699_999_990_000;

/** Maya, who holds the room, and Bo; a beat is half a second, a bar two. */
async function duo(place: 'apart' | 'together' = 'apart') {
  const house = createHouse();
  const opened = await house.openRoom(120, place);
  const maya = house.browser(opened);
  await house.time.advance(3000);
  const seat = await house.takeSeat(opened.session, 'Bo');
  const bo = house.browser(seat);
  await house.time.advance(3000);
  const room = () => {
    const live = house.rooms.room(opened.session);
    if (!live) throw new Error('the room has closed');
    return live.state();
  };
  /** Browser seconds of a beat of the room. */
  const secOf = (beat: number) => (roomMsAt(room().tempo, beats(beat)) - BROWSER_BEGAN_MS) / 1000;
  return { house, maya, bo, me: opened.you, you: seat.you, room, secOf, time: house.time };
}

let touches = 0;
function touch(house: House, browser: Browser) {
  const id = `held-${++touches}`;
  const atMs = () => localMs(house.time.now() - BROWSER_BEGAN_MS);
  browser.session.hands.onTouchStart({
    id,
    atMs: atMs(),
    pitch: pitch(67),
    strength: strength(0.6),
    colour: 0.5,
  });
  return { id, lift: () => browser.session.hands.onTouchEnd({ id, atMs: atMs() }) };
}

const secNow = (house: House) => (house.time.now() - BROWSER_BEGAN_MS) / 1000;
const starts = (browser: Browser) =>
  browser.synth.sounded.flatMap((one) => (one.type === 'start' ? [one] : []));
const levels = (browser: Browser, part: string) =>
  browser.synth.sounded.flatMap((one) => (one.type === 'level' && one.part === part ? [one] : []));
const sentNotes = (browser: Browser) =>
  browser.sent.filter((wish) => (wish as { type: string }).type === 'playNote');
const holdsFlute = async (
  { house, bo }: { house: House; bo: Browser },
  instrument: InstrumentId = 'flute',
) => {
  bo.session.wish({ type: 'chooseInstrument', instrument });
  await house.time.advance(500);
};

describe('how loud the room is', () => {
  it('is silence on every device within 500 ms of a hush, and comes back', async () => {
    const { house, maya, bo, time } = await duo();
    const askedSec = secNow(house);
    maya.session.wish({ type: 'hush' });
    await time.advance(1500);
    for (const browser of [maya, bo]) {
      const silent = levels(browser, 'room').find(({ gain }) => gain === 0);
      expect(silent?.when).toBeLessThan(askedSec + 0.5);
    }
    maya.session.wish({ type: 'liftHush' });
    await time.advance(4000);
    for (const browser of [maya, bo]) expect(levels(browser, 'room').at(-1)?.gain).toBe(1);
  });

  it('that makes one person softer leaves their own sound to themselves when apart', async () => {
    const { maya, bo, you, time } = await duo('apart');
    maya.session.wish({ type: 'soften', member: you, kind: 'softer' });
    await time.advance(2000);
    expect(levels(maya, you).at(-1)?.gain).toBeCloseTo(0.16, 6);
    expect(levels(bo, you)).toEqual([]);
  });

  it('that makes one person softer is heard on their own device too in one place, since the others hear that one', async () => {
    const { maya, bo, you, time } = await duo('together');
    maya.session.wish({ type: 'soften', member: you, kind: 'silent' });
    await time.advance(2000);
    expect(levels(bo, you).at(-1)?.gain).toBe(0);
    maya.session.wish({ type: 'endSoftening', member: you });
    await time.advance(2000);
    expect(levels(bo, you).at(-1)?.gain).toBe(1);
  });

  it('holds for one’s own touch, which bears one’s own part', async () => {
    const { house, bo, you } = await duo();
    touch(house, bo);
    expect(starts(bo).at(-1)).toMatchObject({ part: you });
  });

  it('is what it was for the next room on the device when one leaves in the middle of a hush', async () => {
    const { maya, bo, time } = await duo();
    maya.session.wish({ type: 'hush' });
    await time.advance(1000);
    bo.session.leave();
    await time.advance(2000);
    expect(levels(bo, 'room').at(-1)?.gain).toBe(1);
  });
});

describe('the ending', () => {
  async function toTheEnd() {
    const all = await duo();
    all.maya.session.wish({ type: 'startPulse' });
    await all.time.advance(500);
    await holdsFlute(all);
    all.maya.session.wish({ type: 'announceEnding', leadBars: 1, closeBars: 2 });
    await all.time.advance(200);
    const { ending } = all.room();
    if (!ending) throw new Error('no ending');
    const endSec = all.secOf(ending.until);
    return { ...all, endSec, until: ending.until };
  }

  it('has what its last chord needs ready, and sounds it on both devices at the same moment', async () => {
    const { maya, bo, time, endSec } = await toTheEnd();
    for (const { sound } of [maya, bo])
      for (const instrument of ['bass', 'warmPad', 'harp', 'bells'])
        expect(sound.prepared.has(instrument)).toBe(true);
    await time.advance(9000);
    const chord = (browser: Browser) => starts(browser).filter(({ key }) => key.startsWith('last:'));
    expect(chord(maya).length).toBeGreaterThan(5);
    expect(chord(bo).map(({ key, pitch: midi }) => [key, midi])).toEqual(
      chord(maya).map(({ key, pitch: midi }) => [key, midi]),
    );
    chord(bo).forEach(({ when }, index) => expect(when).toBeCloseTo(chord(maya)[index]?.when ?? 0, 3));
    expect(chord(bo)[0]?.when).toBeCloseTo(endSec - 0.04, 2);
  });

  it('lets one’s own held note go with the last chord, and begins none after it', async () => {
    const { house, bo, maya, time, endSec } = await toTheEnd();
    await time.advance((endSec - secNow(house)) * 1000 - 700);
    const held = touch(house, bo);
    await time.advance(900);
    const end = bo.synth.sounded.find((one) => one.type === 'end' && one.key === held.id);
    expect(end).toBeDefined();
    expect(bo.sent.at(-1)).toMatchObject({ type: 'releaseNote' });
    const [sounded, sent] = [starts(bo).length, sentNotes(bo).length];
    touch(house, bo);
    await time.advance(1000);
    expect(sentNotes(bo)).toHaveLength(sent);
    expect(starts(bo)).toHaveLength(sounded);
    expect(starts(maya).filter(({ when, key }) => when > endSec && !key.startsWith('last:'))).toEqual([]);
  });

  it('shows no trouble for a touch that came with it', async () => {
    const { bo, maya, you, time, until, house, endSec } = await toTheEnd();
    // As from a page that did not know of it yet.
    const late = ticks(until * 960 + 10);
    await time.advance((endSec - secNow(house)) * 1000 + 100);
    bo.session.wish({
      type: 'playNote',
      played: late,
      sounds: late,
      instrument: 'flute',
      pitch: pitch(72),
      strength: strength(0.5),
      colour: 0.5,
      length: ticks(240),
    } as never);
    await time.advance(500);
    expect(bo.session.view().refusal).toBeUndefined();
    expect(sentNotes(bo)).toHaveLength(1);
    expect(starts(maya).every(({ key }) => !key.startsWith(you))).toBe(true);
  });

  it('ends the pulse that is seen with the one that is heard', async () => {
    const { maya, time, house, endSec } = await toTheEnd();
    await time.advance(3000);
    expect(maya.session.pulseNow().isGoing).toBe(true);
    await time.advance((endSec - secNow(house)) * 1000 + 300);
    expect(maya.session.pulseNow().isGoing).toBe(false);
    const last = maya.synth.sounded.flatMap((one) => (one.type === 'pulse' ? [one.when] : [])).at(-1);
    expect(last).toBeLessThan(endSec - 0.3);
  });

  it('shows the refusal of a facilitator who would shape the music anew', async () => {
    const { maya, time } = await toTheEnd();
    maya.session.wish({ type: 'swell', to: 1, bars: 1 });
    await time.advance(100);
    expect(maya.session.view().refusal).toBe('endingNow');
  });
});

describe('a stop', () => {
  it('fades all in two seconds, takes no touch more, and leaves the device as it was', async () => {
    const { house, maya, bo, time } = await duo();
    const askedSec = secNow(house);
    maya.session.wish({ type: 'stopNow' });
    await time.advance(2500);
    const silent = levels(bo, 'room').find(({ gain }) => gain === 0);
    expect(silent?.when).toBeGreaterThan(askedSec + 1.8);
    expect(silent?.when).toBeLessThan(askedSec + 2.3);
    const sounded = starts(bo).length;
    touch(house, bo);
    expect(starts(bo)).toHaveLength(sounded);
    await time.advance(4000);
    expect(bo.session.view().link).toMatchObject({ type: 'ended' });
    expect(levels(bo, 'room').at(-1)?.gain).toBe(1);
  });
});

describe('a break', () => {
  it('is silence here, lets go of what is held, and takes no touch; one comes back by oneself', async () => {
    const all = await duo();
    const { house, bo, time, maya } = all;
    await holdsFlute(all);
    const held = touch(house, bo);
    await time.advance(300);
    bo.session.wish({ type: 'takeBreak' });
    await time.advance(100);
    expect(bo.sound.isQuiet()).toBe(true);
    expect(maya.sound.isQuiet()).toBe(false);
    expect(bo.synth.sounded).toContainEqual(expect.objectContaining({ type: 'end', key: held.id }));
    const [sounded, sent] = [starts(bo).length, sentNotes(bo).length];
    touch(house, bo);
    await time.advance(300);
    expect(starts(bo)).toHaveLength(sounded);
    expect(sentNotes(bo)).toHaveLength(sent);
    expect(bo.session.view().refusal).toBeUndefined();
    bo.session.wish({ type: 'endBreak' });
    await time.advance(100);
    expect(bo.sound.isQuiet()).toBe(false);
    touch(house, bo);
    expect(starts(bo)).toHaveLength(sounded + 1);
  });
});

describe('a ground', () => {
  it('is the same on both devices, from the chair of whoever holds it', async () => {
    const { maya, bo, me, time } = await duo();
    maya.session.wish({ type: 'holdGround', grounds: ['drone', 'heartbeat'] });
    await time.advance(6000);
    const ground = (browser: Browser) => starts(browser).filter(({ key }) => key.startsWith('ground:'));
    expect(bo.sound.prepared.has('frameDrum')).toBe(true);
    expect(ground(bo).length).toBeGreaterThan(6);
    expect(ground(bo).map(({ key, part }) => [key, part])).toEqual(
      ground(maya).map(({ key, part }) => [key, part]),
    );
    expect(new Set(ground(bo).map(({ part }) => part))).toEqual(new Set([me]));
    ground(bo).forEach(({ when }, index) => expect(when).toBeCloseTo(ground(maya)[index]?.when ?? 0, 3));
  });
});
