import type { Connection, Disconnected } from '../../../../server/room/live-room.ts';
import type { After, Write } from '../../../../server/room/ports.ts';
import { createRegistry, type Registry } from '../../../../server/room/registry.ts';
import type { Secrets } from '../../../../server/room/secrets.ts';
import type { SessionId } from '../../../../shared/base/ids.ts';
import type { RoomState } from '../../../../shared/room/state.ts';
import type { Batch, Farewell, Welcome } from '../../../../shared/wire/down.ts';
import { wishMessageSchema } from '../../../../shared/wire/up.ts';
import type { MemoryStore } from '../memory-store.ts';
import type { VirtualTime } from '../virtual-time.ts';
import type { Page } from './page.ts';
import type { Wire } from './wire.ts';

/** One life of the server, from its start to its end, with a socket adapter of a few lines. */
export interface ServerRun {
  readonly registry: Registry;
  readonly store: MemoryStore;
  readonly isDead: boolean;
  /** A hello has arrived over a wire. */
  onHello(wire: Wire, page: Page, hello: { readonly seq: number; readonly epoch: string | undefined }): void;
  /** As `kill -9`: its timers and links are gone from one moment to the next. */
  kill(): void;
  /** It noticed that a link is gone, some time after it was. */
  onLinkGone(wire: Wire, silentForMs: number): void;
}

export interface ServerRunDeps {
  readonly time: VirtualTime;
  readonly store: MemoryStore;
  readonly epoch: string;
  readonly secrets: Secrets;
  /** Told of every append, with the page and number of the wish that is being decided, if it is one. */
  readonly onAppend: (
    writes: readonly Write[],
    cause: { page: Page; n: number } | undefined,
    state: RoomState | undefined,
  ) => void;
  readonly onFault: (fault: unknown) => void;
}

interface Link {
  readonly page: Page;
  readonly session: SessionId;
  end(silentForMs: number): void;
}

/** What comes out at the other end of a wire: as JSON leaves it. */
const overTheWire = <Message>(message: Message): Message => JSON.parse(JSON.stringify(message)) as Message;

export function createServerRun(deps: ServerRunDeps): ServerRun {
  const { time, store, secrets } = deps;
  const links = new Map<Wire, Link>();
  let isDead = false;
  let cause: { page: Page; n: number } | undefined;

  const after: After = (delayMs, task) =>
    time.after(delayMs, () => {
      if (!isDead) task();
    });

  /** The room that appends, as it is at that moment. */
  const stateFor = (writes: readonly Write[]): RoomState | undefined => {
    const of = writes.find((write) => write.type === 'line');
    return of && registry.room(of.session)?.state();
  };

  const broadcastTo = (session: SessionId) => (batch: Batch) => {
    if (isDead) return;
    const message = overTheWire(batch);
    for (const [wire, link] of links)
      if (link.session === session) wire.down(() => link.page.onBatch(wire, message));
  };

  const registry: Registry = createRegistry({
    clock: time.clock(deps.epoch),
    store: {
      append(writes) {
        if (!isDead) deps.onAppend(writes, cause, stateFor(writes));
        return store.append(writes);
      },
      openSessions: () => store.openSessions(),
      onHealth: (listener) => store.onHealth(listener),
    },
    secrets,
    after,
    broadcastTo,
    onFault(fault) {
      if (!isDead) deps.onFault(fault);
    },
    onCompany() {},
  });

  function onHello(wire: Wire, page: Page, hello: { seq: number; epoch: string | undefined }) {
    if (isDead) return;
    const { session, token } = page.seat;
    const room = registry.room(session);
    const member = registry.seatOf(session, token);
    const say = (tell: () => void) => {
      if (!isDead) wire.down(tell);
    };
    let isOver = false;
    let disconnected: Disconnected | undefined;
    const end = (silentForMs: number) => {
      if (isOver) return;
      isOver = true;
      links.delete(wire);
      disconnected?.(silentForMs);
    };
    const farewell = (why: Farewell) => say(() => page.onFarewell(wire, why));
    if (!room || !member) {
      farewell('seatUnknown');
      return;
    }
    const connection: Connection = {
      welcome(welcome: Welcome) {
        const message = overTheWire(welcome);
        say(() => page.onWelcome(wire, message));
        links.set(wire, { page, session, end });
      },
      granted: ({ n }) => say(() => page.onGranted(wire, n)),
      refused: ({ n, reason }) => say(() => page.onRefused(wire, n, reason)),
      durable: (durable) => say(() => page.onDurable(wire, durable)),
      // What passes is kept nowhere: there is nothing of it to compare.
      passing: () => undefined,
      close(why) {
        end(0);
        farewell(why);
      },
    };
    page.onUp(wire, (raw) => {
      if (isDead || isOver) return;
      const message = wishMessageSchema.parse(overTheWire(raw));
      cause = { page, n: message.n };
      room.accept(member, message);
      cause = undefined;
    });
    const connected = room.connect(member, connection, hello);
    if (connected.type === 'granted') disconnected = connected.value;
    else connection.close(connected.reason === 'roomClosed' ? 'roomClosed' : 'seatUnknown');
  }

  return {
    registry,
    store,
    get isDead() {
      return isDead;
    },
    onHello,
    onLinkGone(wire, silentForMs) {
      if (!isDead) links.get(wire)?.end(silentForMs);
    },
    kill() {
      isDead = true;
      for (const wire of links.keys()) wire.cut();
      links.clear();
    },
  };
}
