import { createDelivery, type Delivery } from '../../../../client/session/delivery.ts';
import { createReplica, type Replica } from '../../../../client/session/replica.ts';
import type { MemberId, SessionId } from '../../../../shared/base/ids.ts';
import type { Refusal } from '../../../../shared/base/refusal.ts';
import { localMs } from '../../../../shared/base/units.ts';
import type { LineEntry } from '../../../../shared/event/entry.ts';
import type { Wish } from '../../../../shared/event/wish.ts';
import { isKept, memberOf } from '../../../../shared/room/questions.ts';
import type { Batch, Durable, Farewell, Welcome } from '../../../../shared/wire/down.ts';
import type { VirtualTime } from '../virtual-time.ts';
import type { Wire } from './wire.ts';

/** The seat a page plays from. */
export interface PageSeat {
  readonly session: SessionId;
  readonly member: MemberId;
  readonly token: string;
}

type Up = (message: { readonly n: number; readonly wish: Wish }) => void;

/**
 * One page in one browser: the product's own delivery and replica, and as much of a session around them as they need.
 * What is kept in `told` is what the person may rely on.
 */
export class Page {
  readonly delivery: Delivery;
  readonly replica: Replica = createReplica();
  readonly told = {
    /** By which life of the server. */
    granted: new Map<number, string | undefined>(),
    refused: new Map<number, Refusal>(),
    durable: new Set<number>(),
  };
  readonly wishes = new Map<number, Wish>();
  /** What the person said about being kept, and when. */
  readonly said: { readonly atMs: number; readonly isKept: boolean }[] = [];
  /** Line entries that were new to this page, in order. */
  readonly heard: LineEntry[] = [];
  /** Line entries that came for the first time and were taken for repeats. */
  readonly swallowed: string[] = [];
  readonly #cameBefore = new Set<string>();
  wire: Wire | undefined;
  isWelcomed = false;
  epoch: string | undefined;
  farewell: Farewell | undefined;
  /** An entry in between was missing. */
  gaps = 0;
  readonly seat: PageSeat;
  readonly #time: VirtualTime;
  readonly #ups = new Map<Wire, Up>();

  constructor(seat: PageSeat, time: VirtualTime) {
    this.seat = seat;
    this.#time = time;
    this.delivery = createDelivery({
      post: (n, wish) => this.#post(n, wish),
      now: () => localMs(time.now()),
      after: time.after,
      onRefused() {},
    });
  }

  get have() {
    return { seq: this.replica.state?.seq ?? 0, epoch: this.epoch };
  }

  get isUp(): boolean {
    return this.isWelcomed && this.wire !== undefined && !this.wire.isCut;
  }

  ask(wish: Wish): number {
    const { state } = this.replica;
    const you = state && memberOf(state, this.seat.member);
    if (wish.type === 'setKeeping') this.said.push({ atMs: this.#time.now(), isKept: wish.isKept });
    return this.delivery.send(wish, isKept(you));
  }

  /** The server's adapter listens to this wire. */
  onUp(wire: Wire, up: Up) {
    this.#ups.set(wire, up);
  }

  /** The page noticed that its link is gone. */
  onGone(wire: Wire) {
    this.#ups.delete(wire);
    if (wire !== this.wire) return;
    this.wire = undefined;
    this.isWelcomed = false;
  }

  onWelcome(wire: Wire, welcome: Welcome) {
    if (wire !== this.wire) return;
    this.isWelcomed = true;
    this.epoch = welcome.epoch;
    this.replica.onWelcome(welcome);
    this.onDurable(wire, welcome.durable);
    this.delivery.afterReturn(welcome);
  }

  onBatch(wire: Wire, { entries, lines }: Batch) {
    if (wire !== this.wire) return;
    if (entries && !this.replica.onEntries(entries)) this.gaps++;
    const fresh = this.replica.onLines(lines ?? []);
    this.heard.push(...fresh);
    for (const entry of lines ?? []) {
      const what = JSON.stringify(entry);
      if (!this.#cameBefore.has(what) && !fresh.includes(entry)) this.swallowed.push(what);
      this.#cameBefore.add(what);
    }
  }

  onGranted(wire: Wire, n: number) {
    if (wire !== this.wire) return;
    this.told.granted.set(n, this.epoch);
    this.delivery.onGranted(n);
  }

  onRefused(wire: Wire, n: number, reason: Refusal) {
    if (wire !== this.wire) return;
    this.told.refused.set(n, reason);
    this.delivery.onRefused(n, reason);
  }

  onDurable(wire: Wire, { own }: Durable) {
    if (wire !== this.wire) return;
    for (const n of own) this.told.durable.add(n);
    this.delivery.onDurable(own);
  }

  onFarewell(wire: Wire, why: Farewell) {
    if (wire !== this.wire) return;
    if (why === 'serverStopping') this.onGone(wire);
    else this.farewell = why;
  }

  #post(n: number, wish: Wish) {
    this.wishes.set(n, wish);
    const { wire } = this;
    if (!wire || !this.isUp) return;
    wire.up(() => this.#ups.get(wire)?.({ n, wish }));
  }
}
