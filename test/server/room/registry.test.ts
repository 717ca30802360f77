import { describe, expect, it } from 'vitest';
import type { Broadcast } from '../../../server/room/live-room.ts';
import { createRegistry, type Registry } from '../../../server/room/registry.ts';
import { createSecrets } from '../../../server/room/secrets.ts';
import { seq, type SessionId } from '../../../shared/base/ids.ts';
import { bpm, pitch, strength, ticks } from '../../../shared/base/units.ts';
import type { Newcomer } from '../../../shared/event/membership.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts';
import { planOf } from '../support/plan.ts';
import { returningGuest } from '../support/room-at-test.ts';
import { createVirtualTime, type VirtualTime } from '../support/virtual-time.ts';

const PLAN = planOf({ title: 'Tuesday' });
const ADA: Newcomer = { name: 'Ada', shape: 'circle', role: 'player', isKept: true };
const BEN: Newcomer = { name: 'Ben', shape: 'star', role: 'player', isKept: true };
const KEY = new Uint8Array(32).fill(7);

interface House {
  readonly registry: Registry;
  readonly time: VirtualTime;
  readonly store: MemoryStore;
  readonly company: [SessionId, boolean][];
  readonly faults: unknown[];
}

function house(options: Partial<House> & { epoch?: string; key?: Uint8Array } = {}): House {
  const { time = createVirtualTime(), store = createMemoryStore() } = options;
  const company: [SessionId, boolean][] = [];
  const faults: unknown[] = [];
  const silence: Broadcast = () => {};
  const registry = createRegistry({
    clock: time.clock(options.epoch ?? 'first'),
    store,
    secrets: createSecrets(options.key ?? KEY),
    after: time.after,
    broadcastTo: () => silence,
    onFault: (fault) => faults.push(fault),
    onCompany: (session, isInvited) => company.push([session, isInvited]),
  });
  return { registry, time, store, company, faults };
}

async function opened(at: House) {
  const result = await at.registry.open(PLAN, ADA, 'maya');
  if (result.type === 'refused') throw new Error(result.reason);
  const room = at.registry.room(result.value.session);
  if (!room) throw new Error('The room is not there');
  return { ...result.value, room };
}

async function joined(at: House, room: Awaited<ReturnType<typeof opened>>['room'], newcomer = BEN) {
  const result = await at.registry.join(room, newcomer, false);
  if (result.type === 'refused') throw new Error(result.reason);
  if (result.value.type !== 'seated') throw new Error('There should be no door');
  return result.value;
}

/** As after `kill -9` and a new start. */
async function restarted(at: House, awayMs = 3000): Promise<House> {
  const store = at.store.restarted();
  await at.time.advance(awayMs);
  const next = house({ store, time: at.time, epoch: 'second' });
  await next.registry.restore();
  return next;
}

describe('opening a room', () => {
  it('puts room, facilitator and seat on disk before it answers', async () => {
    const at = house();
    at.store.hold();
    let isAnswered = false;
    const opening = opened(at).then((room) => {
      isAnswered = true;
      return room;
    });
    await at.time.advance(1000);
    expect(isAnswered).toBe(false);
    at.store.release();
    const { session, you, room } = await opening;
    expect(room.state().members).toMatchObject([{ id: you, name: 'Ada', role: 'facilitator', chair: 0 }]);
    expect(at.store.kept.map(({ type }) => type)).toEqual(['session', 'entry', 'entry', 'seat']);
    expect(at.registry.room(session)).toBe(room);
  });

  it('[D3] gives code, invitation and seat token, and stores none of them but as hashes or sealed', async () => {
    const at = house();
    const { code, invite, token } = await opened(at);
    expect(code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{6}$/);
    expect(invite).toMatch(/^[\w-]{22}$/);
    expect(token).toMatch(/^[\w-]{22}$/);
    const written = JSON.stringify(at.store.kept);
    for (const secret of [code, invite, token]) expect(written).not.toContain(secret);
  });

  it('lets in by code, however it is typed, and by invitation', async () => {
    const at = house();
    const { code, invite, room } = await opened(at);
    expect(at.registry.byKey({ code })).toBe(room);
    expect(at.registry.byKey({ code: ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} ` })).toBe(room);
    expect(at.registry.byKey({ invite })).toBe(room);
  });

  it('[D1] knows no difference between a wrong code, an old one and one of a closed room', async () => {
    const at = house();
    const { code, invite, room, you } = await opened(at);
    returningGuest(room, you).ask({ type: 'closeRoom' });
    expect(at.registry.byKey({ code })).toBeUndefined();
    expect(at.registry.byKey({ invite })).toBeUndefined();
    expect(at.registry.byKey({ code: 'BCDFGH' })).toBeUndefined();
    expect(at.registry.byKey({ code: 'nonsense' })).toBeUndefined();
    expect(at.registry.byKey({ code: '' })).toBeUndefined();
    expect(at.registry.room(room.session)).toBeUndefined();
    expect(at.registry.keysOf(room.session)).toBeUndefined();
  });
});

describe('a seat', () => {
  it('is its token’s, in its session and no other, until the room closes', async () => {
    const at = house();
    const one = await opened(at);
    const other = await opened(at);
    const ben = await joined(at, one.room);
    expect(at.registry.seatOf(one.session, ben.token)).toBe(ben.you);
    expect(at.registry.seatOf(other.session, ben.token)).toBeUndefined();
    expect(at.registry.seatOf(one.session, 'wrong')).toBeUndefined();
    returningGuest(one.room, one.you).ask({ type: 'closeRoom' });
    expect(at.registry.seatOf(one.session, ben.token)).toBeUndefined();
    expect(at.registry.seatOf(other.session, other.token)).toBe(other.you);
  });

  it('[R2] is refused for a name that looks like another, without any trace', async () => {
    const at = house();
    const { room } = await opened(at);
    const writes = at.store.appended.length;
    expect(await at.registry.join(room, { ...BEN, name: 'АDА' }, false)).toEqual({
      type: 'refused',
      reason: 'nameTaken',
    });
    expect(at.store.appended).toHaveLength(writes);
  });
});

describe('a server that was killed and comes back', () => {
  it('[L2][T12] has the room as it was: state, grid and phase', async () => {
    const at = house();
    const { session, you, room } = await opened(at);
    const ada = returningGuest(room, you);
    ada.ask({ type: 'setTempo', bpm: bpm(72), glideBars: 4 });
    ada.ask({ type: 'setMetre', metre: '3/4' });
    await at.time.advance(5000);
    ada.ask({ type: 'setFrame', frame: { tonic: 7, scale: 'dorian', feel: 'swing' } });
    await at.time.advance(1000);
    const before = room.state();
    const next = await restarted(at);
    const after = next.registry.room(session)?.state();
    expect(after).toEqual(before);
    expect(after && beatAt(after.tempo, at.time.now())).toBe(beatAt(before.tempo, at.time.now()));
  });

  it('[R6] has the same doors and seats; people return to their own', async () => {
    const at = house();
    const { session, you, code, invite, token, room } = await opened(at);
    const ben = await joined(at, room);
    const next = await restarted(at);
    const again = next.registry.room(session);
    expect(next.registry.byKey({ code })).toBe(again);
    expect(next.registry.byKey({ invite })).toBe(again);
    expect(next.registry.keysOf(session)).toEqual({ code, invite });
    expect(next.registry.seatOf(session, token)).toBe(you);
    expect(next.registry.seatOf(session, ben.token)).toBe(ben.you);
    if (!again) throw new Error('The room is not there');
    expect(returningGuest(again, ben.you).link.told[0]).toMatchObject({
      welcome: { epoch: 'second', room: { type: 'snapshot' } },
    });
  });

  it('[R4] shows who does not return as lost after 5 s and away after 9', async () => {
    const at = house();
    const { session, you, room } = await opened(at);
    const ben = await joined(at, room);
    const next = await restarted(at);
    const again = next.registry.room(session);
    if (!again) throw new Error('The room is not there');
    returningGuest(again, you);
    await next.time.advance(4999);
    expect(again.state().members.map(({ presence }) => presence)).toEqual(['here', 'here']);
    await next.time.advance(1);
    expect(again.state().members).toMatchObject([{ presence: 'here' }, { id: ben.you, presence: 'lost' }]);
    await next.time.advance(4000);
    expect(again.state().members).toMatchObject([{ presence: 'here' }, { presence: 'away' }]);
  });

  it('[L3] recognises wishes it has stored, and takes those it has lost', async () => {
    const at = house();
    const { session, you, room } = await opened(at);
    const ada = returningGuest(room, you);
    ada.askAs(1, { type: 'setTempo', bpm: bpm(72), glideBars: 0 });
    await at.time.advance(100);
    at.store.hold();
    ada.askAs(2, { type: 'setMetre', metre: '3/4' });
    const next = await restarted(at);
    const again = next.registry.room(session);
    if (!again) throw new Error('The room is not there');
    expect(again.state().metre.segments).toHaveLength(1);
    const back = returningGuest(again, you);
    expect(back.link.told[0]).toMatchObject({ welcome: { seenUpTo: 1, seenBeyond: [] } });
    back.askAs(1, { type: 'setTempo', bpm: bpm(72), glideBars: 0 });
    back.askAs(2, { type: 'setMetre', metre: '3/4' });
    await next.time.advance(100);
    expect(again.state().metre.segments.at(-1)).toMatchObject({ metre: '3/4' });
    expect(back.link.told.filter(({ type }) => type === 'granted')).toEqual([
      { type: 'granted', n: 1 },
      { type: 'granted', n: 2 },
    ]);
  });

  it('[L3] takes the next note of someone who passed thousands of notes that were never stored', async () => {
    const at = house();
    const { session, you, room } = await opened(at);
    const ada = returningGuest(room, you);
    ada.askAs(1, { type: 'setTempo', bpm: bpm(72), glideBars: 0 });
    ada.askAs(6000, { type: 'setTempo', bpm: bpm(73), glideBars: 0 });
    await at.time.advance(100);
    const next = await restarted(at);
    const again = next.registry.room(session);
    if (!again) throw new Error('The room is not there');
    const back = returningGuest(again, you);
    back.askAs(6001, { type: 'setTempo', bpm: bpm(74), glideBars: 0 });
    await next.time.advance(100);
    expect(back.link.told).toContainEqual({ type: 'granted', n: 6001 });
  });

  it('[T13] goes on waiting for the pulse, no longer than it would have, and then starts it', async () => {
    const at = house();
    const { session, you, room } = await opened(at);
    await joined(at, room);
    returningGuest(room, you).ask({ type: 'startPulse' });
    await at.time.advance(1000);
    const next = await restarted(at, 1000);
    const again = next.registry.room(session);
    expect(again?.state().pulse.type).toBe('awaited');
    await next.time.advance(3999);
    expect(again?.state().pulse.type).toBe('awaited');
    await next.time.advance(1);
    expect(again?.state().pulse.type).toBe('going');
  });

  it('[R11] asks the company in again', async () => {
    const at = house();
    const { session, you, room } = await opened(at);
    returningGuest(room, you).ask({ type: 'inviteCompany' });
    const drummer = await at.registry.join(room, { ...BEN, name: 'Drummer' }, true);
    expect(drummer.type).toBe('granted');
    await at.time.advance(100);
    const next = await restarted(at);
    expect(next.company).toEqual([
      [session, false],
      [session, true],
    ]);
    expect(next.registry.room(session)?.state().members).toHaveLength(1);
  });

  it('does not open again what was closed', async () => {
    const at = house();
    const { session, you, room } = await opened(at);
    returningGuest(room, you).ask({ type: 'closeRoom' });
    await at.time.advance(100);
    const next = await restarted(at);
    expect(next.registry.room(session)).toBeUndefined();
  });

  it('gives new keys where its key file is another, and the seats stay', async () => {
    const at = house();
    const { session, you, code, token } = await opened(at);
    await at.time.advance(100);
    const store = at.store.restarted();
    const next = house({ store, time: at.time, epoch: 'second', key: new Uint8Array(32).fill(8) });
    await next.registry.restore();
    expect(next.registry.keysOf(session)?.code).not.toBe(code);
    expect(next.registry.seatOf(session, token)).toBe(you);
  });

  it('[R1] is there in no time after hours of notes: 200,000 of one player', async () => {
    const at = house();
    const { session, you } = await opened(at);
    const lines = Array.from({ length: 200_000 }, (_, index) => ({
      type: 'line' as const,
      session,
      entry: {
        seq: seq(index + 1),
        at: at.time.now(),
        by: you,
        event: {
          type: 'notePlayed' as const,
          played: ticks(0),
          sounds: ticks(0),
          instrument: 'kalimba' as const,
          pitch: pitch(60),
          strength: strength(1),
          colour: 0,
          length: ticks(1),
        },
      },
    }));
    for (let from = 0; from < lines.length; from += 1000)
      void at.store.append(lines.slice(from, from + 1000));
    await at.time.advance(100);
    const next = await restarted(at);
    const again = next.registry.room(session);
    if (!again) throw new Error('The room is not there');
    expect(returningGuest(again, you).link.told[0]).toMatchObject({
      welcome: { seenUpTo: 200_000 },
    });
  });
});

describe('stopping all', () => {
  it('says farewell in every room and leaves no timer', async () => {
    const at = house();
    const one = await opened(at);
    const two = await opened(at);
    const ada = returningGuest(one.room, one.you);
    const eve = returningGuest(two.room, two.you);
    await at.time.advance(1000);
    at.registry.stopAll('serverStopping');
    expect(ada.link.told.at(-1)).toEqual({ type: 'farewell', why: 'serverStopping' });
    expect(eve.link.told.at(-1)).toEqual({ type: 'farewell', why: 'serverStopping' });
    expect(at.time.waiting()).toBe(0);
    expect(at.faults).toEqual([]);
  });
});
