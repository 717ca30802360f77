import type { MemberId } from '../../shared/base/ids.ts';
import { beatsOfTicks, type RoomMs, type Ticks, ticks, ticksOfBeats } from '../../shared/base/units.ts';
import type { Wish } from '../../shared/event/wish.ts';
import { evolve } from '../../shared/room/evolve.ts';
import { frameAtTick, memberOf, pulseIsOn } from '../../shared/room/questions.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { feltTick } from '../../shared/music/swing.ts';
import { feltBeatsOfBar } from '../../shared/time/grid.ts';
import { barAt, beatOfBar } from '../../shared/time/metre-map.ts';
import { nextProbeDelayMs } from '../../shared/time/probe-schedule.ts';
import { createRoomClock } from '../../shared/time/room-clock.ts';
import { beatAt, roomMsAt } from '../../shared/time/tempo-map.ts';
import type { Batch, Welcome } from '../../shared/wire/down.ts';
import type { GuestLink, GuestListener } from './link.ts';
import type { BarAhead, IntendedNote, Musician } from './musician.ts';

interface GuestDeps {
  readonly musician: Musician;
  readonly open: (listener: GuestListener) => GuestLink;
  readonly now: () => number;
  readonly after: (delayMs: number, task: () => void) => () => void;
  readonly onGone: () => void;
}

/** How long before a bar line a musician makes up their mind. */
const THINK_AHEAD_MS = 400;
/** Notes of people within this time make the room busy; this many are a lot. */
const BUSY_WITHIN_MS = 6000;
const A_LOT = 40;

/** One simulated musician in a room: the same link, clock and log as any browser, and a musician's mind. */
export function createGuest(deps: GuestDeps): () => void {
  const { musician, now, after } = deps;
  const clock = createRoomClock();
  const cancels = new Set<() => void>();
  let state: RoomState | undefined;
  let me: MemberId | undefined;
  let lastNumber = 0;
  let nextBar: number | undefined;
  let heardAtMs: number[] = [];
  let probes = 0;
  const beganMs = now();
  let isGone = false;

  const link = deps.open({ onWelcome, onBatch, onPong, onGone: stop });

  function later(delayMs: number, task: () => void) {
    const cancel = after(delayMs, () => {
      cancels.delete(cancel);
      task();
    });
    cancels.add(cancel);
  }

  function send(wish: Wish): number {
    lastNumber += 1;
    link.wish(lastNumber, wish);
    return lastNumber;
  }

  function onWelcome({ room, you }: Welcome) {
    if (room.type === 'snapshot') state = room.state;
    me = you;
    probe();
    send({ type: 'chooseInstrument', instrument: musician.instrument });
  }

  function onBatch({ entries, lines }: Batch) {
    for (const entry of entries ?? []) if (state) state = evolve(state, entry);
    for (const { by, event } of lines ?? []) {
      const who = state && memberOf(state, by);
      if (event.type === 'notePlayed' && who && !who.isCompany) heardAtMs.push(now());
    }
    heardAtMs = heardAtMs.slice(-200);
  }

  function probe() {
    link.ping(now());
    probes += 1;
    later(nextProbeDelayMs(probes, now() - beganMs), probe);
  }

  function onPong({ sentMs, serverMs, epoch }: { sentMs: number; serverMs: number; epoch: string }) {
    clock.onEpoch(epoch);
    clock.onPong(sentMs, serverMs, now());
    if (!clock.isSettled || nextBar !== undefined || !state) return;
    send({ type: 'reportReadiness', isReady: true, clockErrorMs: 10 });
    nextBar = barAt(state.metre, beatAt(state.tempo, roomNow())) + 1;
    thinkOf(nextBar);
  }

  const roomNow = (): RoomMs => clock.serverNow(now());

  function thinkOf(bar: number) {
    if (!state) return;
    const barMs = roomMsAt(state.tempo, beatOfBar(state.metre, bar));
    later(Math.max(0, barMs - roomNow() - THINK_AHEAD_MS), () => {
      if (!state) return;
      const { feel } = frameAtTick(state, ticksOfBeats(beatOfBar(state.metre, bar)));
      for (const note of musician.play(ahead(state, bar)))
        perform({ ...note, tick: feltTick(note.tick, feel) });
      thinkOf(bar + 1);
    });
  }

  function ahead(room: RoomState, bar: number): BarAhead {
    const start = beatOfBar(room.metre, bar);
    const startTick = ticksOfBeats(start);
    const busySince = now() - BUSY_WITHIN_MS;
    return {
      bar,
      startTick,
      beatTicks: feltBeatsOfBar(room.metre, bar).map(({ beat }) => ticks(ticksOfBeats(beat) - startTick)),
      lengthTicks: ticks(ticksOfBeats(beatOfBar(room.metre, bar + 1)) - startTick),
      frame: frameAtTick(room, startTick),
      isPulsing: pulseIsOn(room.pulse, start),
      busyness: Math.min(1, heardAtMs.filter((at) => at > busySince).length / A_LOT),
    };
  }

  /** Plays at the note's own time, as a finger would; the tick it sends is the one it meant. */
  function perform(note: IntendedNote) {
    later(msUntil(note.tick), () => {
      const { tick, pitch, strength, colour, length } = note;
      const instrument = (state && me && memberOf(state, me)?.instrument) || musician.instrument;
      const common = { played: tick, sounds: tick, instrument, pitch, strength, colour };
      if (length === undefined) {
        send({ type: 'playNote', ...common, length: ticks(240) });
        return;
      }
      send({ type: 'playNote', ...common, length });
    });
  }

  const msUntil = (tick: Ticks) =>
    state ? Math.max(0, roomMsAt(state.tempo, beatsOfTicks(tick)) - roomNow()) : 0;

  function stop() {
    if (isGone) return;
    isGone = true;
    for (const cancel of cancels) cancel();
    cancels.clear();
    link.close();
    deps.onGone();
  }

  return stop;
}
