import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from './settings.ts';

/**
 * The only fields a line of the log can have. Nothing of what people say, play or are called, no code, no token and no
 * address of a device is among them (TRUST S7), so none can be logged by mistake.
 */
export interface LogFields {
  readonly session?: string;
  readonly member?: string;
  /** Whose account, and which account did it, by their ids. */
  readonly account?: string;
  readonly by?: string;
  readonly why?: string;
  readonly what?: string;
  readonly during?: string;
  readonly code?: string;
  /** How many lines of this kind were left out since the last one. */
  readonly leftOut?: number;
  readonly seatsTaken?: number;
  readonly rooms?: number;
  readonly lastingMs?: number;
  readonly port?: number;
  /** Where in the code a fault came from. Its message is left out: it may quote what someone wrote. */
  readonly fault?: string;
  readonly frames?: readonly string[];
}
const FIELDS: readonly (keyof LogFields)[] = [
  'session',
  'member',
  'account',
  'by',
  'why',
  'what',
  'during',
  'code',
  'leftOut',
  'seatsTaken',
  'rooms',
  'lastingMs',
  'port',
  'fault',
  'frames',
];

export type Log = (level: 'debug' | 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void;

/** JSON lines for a log collector. */
export function createLog(level: LogLevel, serviceName: string, destination: DestinationStream): Log {
  const logger = pino({ level, base: { service: serviceName }, messageKey: 'event' }, destination);
  return (at, event, fields = {}) => {
    const given = new Map(Object.entries(fields));
    const allowed = FIELDS.flatMap((name) =>
      given.get(name) === undefined ? [] : [[name, given.get(name)]],
    );
    logger[at](Object.fromEntries(allowed), event);
  };
}

/** What may be told of a fault: its kind and the places in the code it passed. */
export function tellFault(fault: unknown): LogFields {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code } : {};
  const frames = (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { fault: fault.name, ...code, frames };
}

/** At most `most` lines of a kind a minute: who floods the door shall not flood the log. */
export function sparingly(log: Log, nowMs: () => number, most = 30): Log {
  const kinds = new Map<string, { fromMs: number; count: number; leftOut: number }>();
  return (level, event, fields) => {
    const known = kinds.get(event) ?? { fromMs: nowMs(), count: 0, leftOut: 0 };
    kinds.set(event, known);
    if (nowMs() - known.fromMs > 60_000) Object.assign(known, { fromMs: nowMs(), count: 0 });
    known.count++;
    if (known.count > most) {
      known.leftOut++;
      return;
    }
    log(level, event, known.leftOut > 0 ? { ...fields, leftOut: known.leftOut } : fields);
    known.leftOut = 0;
  };
}
