import type { Random } from '../../../../shared/base/random.ts';
import type { Role } from '../../../../shared/event/membership.ts';
import type { VirtualTime } from '../virtual-time.ts';
import { type Heart, heldWish, nextWish } from './musician.ts';
import { Page, type PageSeat } from './page.ts';
import type { ServerRun } from './server-run.ts';
import type { Network, Wire } from './wire.ts';

/** One person of a world with their device: plays, loses the link, returns, reloads, leaves. */
export interface Guest {
  readonly seat: PageSeat;
  readonly role: Role;
  readonly heart: Heart;
  readonly page: Page;
  /** All pages they had, the present one last. */
  readonly pages: readonly Page[];
  readonly isGone: boolean;
  act(): void;
  /** The link breaks; both ends notice later, each by itself. */
  drop(): void;
  /** The server went away under it. */
  onServerGone(): void;
  reload(): void;
  connect(): void;
}

export interface GuestDeps {
  readonly time: VirtualTime;
  readonly chance: Random;
  readonly network: Network;
  /** The server that answers now, if one does. */
  readonly server: () => ServerRun | undefined;
  /** People also hold the room together: controls, loudness, rounds, breaks, quiet words. */
  readonly isHeld: boolean;
}

export function createGuest(seat: PageSeat, role: Role, heart: Heart, deps: GuestDeps): Guest {
  const { time, chance, network, server } = deps;
  let page = new Page(seat, time);
  const pages = [page];
  let wire: Wire | undefined;

  const isGone = () => page.farewell !== undefined;

  const noticeGone = (old: Wire, afterMs: number) => {
    const its = page;
    time.after(afterMs, () => {
      its.onGone(old);
      if (its !== page || wire !== old) return;
      wire = undefined;
      time.after(100 + (chance() < 0.15 ? 5000 : 400) * chance(), connect);
    });
  };

  function connect() {
    if (isGone() || wire) return;
    if (!server()) {
      time.after(250 + 500 * chance(), connect);
      return;
    }
    const opened = network.open();
    const its = page;
    wire = opened;
    its.wire = opened;
    opened.hello(() => {
      const run = server();
      if (run) run.onHello(opened, its, its.have);
      else {
        opened.cut();
        noticeGone(opened, 50);
      }
    });
  }

  function drop() {
    const old = wire;
    if (!old || old.isCut) return;
    old.cut();
    const run = server();
    const silentForMs = 6000 * chance() ** 2;
    time.after(silentForMs, () => run?.onLinkGone(old, silentForMs));
    noticeGone(old, 3000 * chance() ** 2);
  }

  return {
    seat,
    role,
    heart,
    get page() {
      return page;
    },
    pages,
    get isGone() {
      return isGone();
    },
    act() {
      if (isGone() || !page.replica.state) return;
      const wish =
        deps.isHeld && chance() < 0.15
          ? heldWish(page, role, chance)
          : nextWish(page, role, heart, chance, time);
      if (wish) page.ask(wish);
    },
    drop,
    onServerGone() {
      if (!wire) return;
      wire.cut();
      noticeGone(wire, 500 * chance());
    },
    reload() {
      if (isGone()) return;
      const old = wire;
      const run = server();
      if (old) {
        old.cut();
        page.onGone(old);
        time.after(100 * chance(), () => run?.onLinkGone(old, 0));
      }
      wire = undefined;
      page = new Page(seat, time);
      pages.push(page);
      connect();
    },
    connect,
  };
}
