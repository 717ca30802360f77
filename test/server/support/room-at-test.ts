import { createLiveRoom } from '../../../server/room/create-live-room.ts';
import type { RoomPast } from '../../../server/room/live-room-deps.ts';
import type { Connection, Disconnected, LiveRoom } from '../../../server/room/live-room.ts';
import { memberId, type MemberId, seq, sessionId, THE_ROOM, wishNumber } from '../../../shared/base/ids.ts';
import { beats, bpm, pitch, strength, ticks, ticksOfBeats } from '../../../shared/base/units.ts';
import type { Entry, LineEntry } from '../../../shared/event/entry.ts';
import type { LineWish } from '../../../shared/event/line.ts';
import type { Role } from '../../../shared/event/membership.ts';
import type { PassingView } from '../../../shared/room/passing/view.ts';
import type { Place } from '../../../shared/event/plan.ts';
import type { Wish } from '../../../shared/event/wish.ts';
import { DEFAULT_FRAME } from '../../../shared/music/frame.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import type { Batch, Durable, Farewell, Welcome } from '../../../shared/wire/down.ts';
import type { Refusal } from '../../../shared/base/refusal.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { createVirtualTime, settled, type VirtualTime } from './virtual-time.ts';

export const SESSION = sessionId('session0000001');

/** What one person's link was told, in order. */
export interface ToldLink extends Connection {
  readonly told: (
    | { readonly type: 'welcome'; readonly welcome: Welcome }
    | { readonly type: 'granted'; readonly n: number }
    | { readonly type: 'refused'; readonly n: number; readonly reason: Refusal }
    | { readonly type: 'durable'; readonly durable: Durable }
    | { readonly type: 'passing'; readonly view: PassingView }
    | { readonly type: 'farewell'; readonly why: Farewell }
  )[];
  /** The link breaks; nothing had been heard over it for so long. */
  drop(silentForMs?: number): void;
}

/** One person in the room under test. */
export interface Guest {
  readonly id: MemberId;
  readonly link: ToldLink;
  /** Asks with the next number; returns the number. */
  ask(wish: Wish): number;
  askAs(n: number, wish: Wish): void;
  /** A new link into the same seat. */
  connect(have?: { readonly seq: number; readonly epoch: string | undefined }): ToldLink;
}

export interface RoomAtTest {
  readonly room: LiveRoom;
  readonly time: VirtualTime;
  readonly store: MemoryStore;
  readonly batches: readonly Batch[];
  readonly faults: readonly unknown[];
  readonly company: readonly boolean[];
  closings(): number;
  /** New codes asked for. */
  renewals(): number;
  /** Who was sent back to the door. */
  readonly atDoor: readonly { readonly member: MemberId; readonly knock: number }[];
  /** Takes a seat, and connects unless told otherwise. */
  seat(name: string, options?: SeatOptions): Guest;
  entries(): readonly Entry[];
  lines(): readonly LineEntry[];
  /** What the broadcasts said of one kind of event. */
  said(type: Entry['event']['type']): readonly Entry[];
}

export interface SeatOptions {
  readonly role?: Role;
  readonly isKept?: boolean;
  readonly isCompany?: boolean;
  readonly isConnected?: boolean;
}

export const openedEntry = (at: Entry['at'], place: Place = 'apart'): Entry => ({
  seq: seq(1),
  at,
  by: THE_ROOM,
  event: {
    type: 'sessionOpened',
    title: 'Tuesday',
    place,
    bpm: bpm(120),
    metre: '4/4',
    frame: DEFAULT_FRAME,
  },
});

/** A live room with a store in memory, in virtual time: 120 bpm in 4/4, so a bar is two seconds. */
export function openRoomAtTest(
  options: {
    readonly place?: Place;
    readonly time?: VirtualTime;
    readonly store?: MemoryStore;
    readonly past?: RoomPast;
    readonly epoch?: string;
  } = {},
): RoomAtTest {
  const { place = 'apart', time = createVirtualTime(), store = createMemoryStore() } = options;
  const opened = openedEntry(time.now(), place);
  const past = options.past ?? {
    session: SESSION,
    entries: [opened],
    seen: new Map(),
    stored: new Map(),
    lastRoomWish: new Map(),
  };
  if (!options.past) void keepOpening(store, opened);
  const batches: Batch[] = [];
  const faults: unknown[] = [];
  const company: boolean[] = [];
  const atDoor: { readonly member: MemberId; readonly knock: number }[] = [];
  let closings = 0;
  let renewals = 0;
  const room = createLiveRoom(past, {
    clock: time.clock(options.epoch ?? 'first'),
    store,
    after: time.after,
    broadcast: (batch) => batches.push(structuredClone(batch)),
    onFault: (fault) => faults.push(fault),
    onCompany: (isInvited) => company.push(isInvited),
    onPutAtDoor: (member, knock) => atDoor.push({ member, knock }),
    onCodeRenewed: () => renewals++,
    onClosed: () => closings++,
  });
  const entries = () => batches.flatMap((batch) => batch.entries ?? []);

  return {
    room,
    time,
    store,
    batches,
    faults,
    company,
    closings: () => closings,
    renewals: () => renewals,
    atDoor,
    seat: (name, seatOptions = {}) => guestOf(room, name, seatOptions),
    entries,
    lines: () => batches.flatMap((batch) => batch.lines ?? []),
    said: (type) => entries().filter(({ event }) => event.type === type),
  };
}

export function keepOpening(store: MemoryStore, opened: Entry): Promise<void> {
  const record = {
    session: SESSION,
    openedAt: opened.at,
    closedAt: undefined,
    codeHash: 'code',
    inviteHash: 'invite',
    sealedKeys: 'sealed',
    account: undefined,
  };
  return store.append([
    { type: 'session', record },
    { type: 'entry', session: SESSION, entry: opened, n: undefined },
  ]);
}

const SHAPES_IN_TURN = ['circle', 'triangle', 'square', 'diamond', 'star', 'drop', 'leaf', 'wave'] as const;

function guestOf(room: LiveRoom, name: string, options: SeatOptions): Guest {
  const { role = 'player', isKept = false, isCompany = false, isConnected = true } = options;
  const id = memberId(`${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}00000000000`.slice(0, 12));
  const shape = SHAPES_IN_TURN[room.state().members.length % 8] ?? 'circle';
  const admitted = room.admit({
    member: id,
    name,
    shape,
    role,
    isKept,
    isCompany,
    tokenHash: `token of ${name}`,
  });
  if (admitted.type === 'refused') throw new Error(`${name} was refused: ${admitted.reason}`);
  return returningGuest(room, id, isConnected);
}

/** Someone whose seat is there already. */
export function returningGuest(room: LiveRoom, id: MemberId, isConnected = true): Guest {
  let link = isConnected ? connectedLink(room, id) : undefined;
  let last = link?.told.map((word) => (word.type === 'welcome' ? word.welcome.seenUpTo : 0)).at(0) ?? 0;
  return {
    id,
    get link() {
      if (!link) throw new Error(`${id} has no link`);
      return link;
    },
    ask(wish) {
      last++;
      room.accept(id, { n: wishNumber(last), wish });
      return last;
    },
    askAs: (n, wish) => room.accept(id, { n: wishNumber(n), wish }),
    connect(have) {
      link = connectedLink(room, id, have);
      return link;
    },
  };
}

/** A link as the socket adapter makes one: closing it also reports that it is gone, there and then. */
export function connectedLink(
  room: LiveRoom,
  id: MemberId,
  have: { readonly seq: number; readonly epoch: string | undefined } = { seq: 0, epoch: undefined },
): ToldLink {
  const told: ToldLink['told'] = [];
  let onGone: Disconnected | undefined;
  let isCut = false;
  const cut = (silentForMs: number) => {
    if (isCut) return;
    isCut = true;
    onGone?.(silentForMs);
  };
  const link: ToldLink = {
    told,
    welcome: (welcome) => told.push({ type: 'welcome', welcome: structuredClone(welcome) }),
    granted: ({ n }) => told.push({ type: 'granted', n }),
    refused: ({ n, reason }) => told.push({ type: 'refused', n, reason }),
    durable: (durable) => told.push({ type: 'durable', durable }),
    passing: (view) => told.push({ type: 'passing', view: structuredClone(view) }),
    close(why) {
      told.push({ type: 'farewell', why });
      cut(0);
    },
    drop: (silentForMs = 0) => cut(silentForMs),
  };
  const connected = room.connect(id, link, have);
  if (connected.type === 'refused') throw new Error(`${id} was refused: ${connected.reason}`);
  onGone = connected.value;
  return link;
}

/** A note at this moment of the room, held unless it has a length. */
export function noteNow(
  { room, time }: Pick<RoomAtTest, 'room' | 'time'>,
  options: { readonly length?: number; readonly agoMs?: number } = {},
): Extract<LineWish, { type: 'playNote' }> {
  const at = time.clock('').now() - (options.agoMs ?? 0);
  const tick = ticksOfBeats(beats(beatAt(room.state().tempo, at as ReturnType<VirtualTime['now']>)));
  return {
    type: 'playNote',
    played: tick,
    sounds: tick,
    instrument: 'kalimba',
    pitch: pitch(62),
    strength: strength(0.5),
    colour: 0.5,
    length: options.length === undefined ? null : ticks(options.length),
  };
}

export const SOME_LOOP: Extract<LineWish, { type: 'setLoop' }> = {
  type: 'setLoop',
  loop: {
    instrument: 'kalimba',
    steps: 8,
    stepTicks: ticks(480),
    cells: [{ step: 0, row: 1, strength: 0.5 }],
  },
};

export { settled };
