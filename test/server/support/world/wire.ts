import type { Random } from '../../../../shared/base/random.ts';
import type { VirtualTime } from '../virtual-time.ts';

/** What the links of a world are like. */
export interface Weather {
  readonly lagMs: number;
  readonly jitterMs: number;
  /** Share of messages that a repeat on the way holds up by 200 to 300 ms. */
  readonly stalls: number;
  /** Share of messages that come twice. */
  readonly repeats: number;
}

/** One connection: what goes in at one end comes out at the other, later and in order, until it breaks. */
export interface Wire {
  up(arrive: () => void): void;
  /** As `up`, and never twice: with it the connection begins. */
  hello(arrive: () => void): void;
  down(arrive: () => void): void;
  /** Nothing more arrives, in either direction; neither end is told. */
  cut(): void;
  readonly isCut: boolean;
}

/** All connections of a world. */
export interface Network {
  open(): Wire;
  /** Messages on their way. */
  inFlight(): number;
  /** From now on nothing comes twice. */
  heal(): void;
}

export function createNetwork(time: VirtualTime, chance: Random, weather: Weather): Network {
  let inFlight = 0;
  let isHealed = false;

  const lag = () =>
    weather.lagMs +
    weather.jitterMs * -Math.log(1 - chance()) +
    (chance() < weather.stalls ? 200 + 100 * chance() : 0);

  const open = (): Wire => {
    let isCut = false;
    const lastMs = { up: 0, down: 0 };
    const carry = (mayRepeat: boolean, delayMs: number, arrive: () => void) => {
      inFlight++;
      time.after(delayMs, () => {
        inFlight--;
        if (!isCut) arrive();
      });
      // A repeat may come much later, as from a proxy, but over the same connection only.
      if (mayRepeat && !isHealed && chance() < weather.repeats)
        time.after(delayMs + 500 * chance(), () => {
          if (!isCut) arrive();
        });
    };
    const send = (way: 'up' | 'down', mayRepeat: boolean, arrive: () => void) => {
      lastMs[way] = Math.max(lastMs[way], time.now() + lag());
      carry(mayRepeat, lastMs[way] - time.now(), arrive);
    };
    return {
      hello: (arrive) => send('up', false, arrive),
      up: (arrive) => send('up', true, arrive),
      down: (arrive) => send('down', false, arrive),
      cut() {
        isCut = true;
      },
      get isCut() {
        return isCut;
      },
    };
  };

  return {
    open,
    inFlight: () => inFlight,
    heal() {
      isHealed = true;
    },
  };
}
