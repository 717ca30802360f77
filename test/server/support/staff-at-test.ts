import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SessionId, sessionId } from '../../../shared/base/ids.ts';
import { granted, refused } from '../../../shared/base/result.ts';
import type { Me } from '../../../shared/wire/account.ts';
import { createDoorkeeper } from '../../../server/http/doorkeeper.ts';
import { createHttpApp } from '../../../server/http/http-app.ts';
import type { HttpReport } from '../../../server/http/reports.ts';
import type { Rooms } from '../../../server/http/seats.ts';
import { createStaffParts, type StaffParts } from '../../../server/http/staff/parts.ts';
import type { PasswordCost } from '../../../server/http/staff/passwords.ts';
import { createWelcome } from '../../../server/http/staff/welcome.ts';
import type { OperatorReset } from '../../../server/room/account-ports.ts';
import type { Store } from '../../../server/room/ports.ts';
import { createSecrets } from '../../../server/room/secrets.ts';
import { type Answer, type Browser, createBrowser } from './browser.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

/** As the real one in everything but what it costs. */
export const CHEAP: PasswordCost = { memoryKib: 64, passes: 1 };

/** The HTTP side of one server, with accounts as they are, rooms that only stand or not, and time as a variable. */
export interface StaffAtTest {
  readonly origin: string;
  readonly store: Store;
  /** Holds back what is written, where the store is the one in memory. */
  readonly memory: MemoryStore;
  readonly time: VirtualTime;
  readonly parts: StaffParts;
  readonly reports: readonly HttpReport[];
  readonly startCode: string | undefined;
  readonly rooms: RoomsAtTest;
  /** Ways back in that the operator made, by the hash of their token. */
  readonly operatorResets: Map<string, OperatorReset>;
  browser(): Browser;
  /** The same store under a new server. */
  restarted(): Promise<StaffAtTest>;
  close(): Promise<void>;
}

export interface StaffOptions {
  /** In place of the one in memory. */
  readonly store?: Store;
  readonly memory?: MemoryStore;
  readonly time?: VirtualTime;
  readonly passwordCost?: PasswordCost;
}

export async function startStaff(options: StaffOptions = {}): Promise<StaffAtTest> {
  const { time = createVirtualTime(), passwordCost = CHEAP } = options;
  const memory = options.memory ?? createMemoryStore();
  const store = options.store ?? memory;
  const clock = time.clock('one');
  const secrets = createSecrets(new Uint8Array(32).fill(7));
  const rooms = createRoomsAtTest(secrets.token);
  const operatorResets = new Map<string, OperatorReset>();
  const reports: HttpReport[] = [];
  const nowMs = () => time.now();
  const parts = createStaffParts(await store.staffBook(), {
    clock,
    wallMs: nowMs,
    monotonicMs: nowMs,
    after: time.after,
    store,
    secrets,
    passwordCost,
    operatorResets: {
      find: async (tokenHash) => operatorResets.get(tokenHash),
      use: async (tokenHash) => operatorResets.delete(tokenHash),
    },
    rooms: {
      isRunning: (session) => rooms.openRooms.has(session),
      openedBy: rooms.openedBy,
      disable: rooms.disable,
    },
    onFault: (fault) => {
      throw fault;
    },
  });
  const welcome = createWelcome(parts);
  const http: Server = createServer();
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${(http.address() as AddressInfo).port}`;
  http.on(
    'request',
    createHttpApp({
      rooms,
      staff: parts,
      welcome,
      doorkeeper: createDoorkeeper(nowMs),
      isCompany: () => false,
      where: { origin, isProxy: () => false, isBehindProxy: false },
      files: { serve: (_request, _response, next) => next(), hasPage: false },
      whyUnready: () => undefined,
      monotonicMs: nowMs,
      report: (report) => reports.push(report),
    }),
  );
  const close = async () => {
    parts.sessions.stop();
    http.closeAllConnections();
    await new Promise((done) => http.close(done));
  };
  return {
    origin,
    store,
    memory,
    time,
    parts,
    reports,
    startCode: welcome.startCode,
    rooms,
    operatorResets,
    browser: () => createBrowser(origin),
    async restarted() {
      await close();
      return startStaff({ ...options, memory: memory.restarted(), time });
    },
    close,
  };
}

/** Rooms that are open or not, and whose they are. */
export interface RoomsAtTest extends Rooms {
  readonly openRooms: Map<SessionId, { readonly account: string; readonly tokens: Set<string> }>;
  /** Accounts that were to lose their rooms, in order. */
  readonly disabled: string[];
  disable(account: string): void;
}

function createRoomsAtTest(newToken: () => string): RoomsAtTest {
  const openRooms: RoomsAtTest['openRooms'] = new Map();
  const disabled: string[] = [];
  const openedBy = (account: string) =>
    [...openRooms].flatMap(([session, room]) => (room.account === account ? [session] : []));
  const seatIn = (session: SessionId) => {
    const token = newToken();
    openRooms.get(session)?.tokens.add(token);
    return { session, you: 'facilitator001', token };
  };
  let opened = 0;
  const atTest = {
    openRooms,
    disabled,
    openedBy,
    async open(_plan: unknown, _newcomer: unknown, account: string) {
      const session = sessionId(`session${String(++opened).padStart(6, '0')}`);
      openRooms.set(session, { account, tokens: new Set() });
      return granted({ ...seatIn(session), code: 'BCDFGH', invite: 'i'.repeat(22) });
    },
    async returnFacilitator(session: SessionId, account: string) {
      return openRooms.get(session)?.account === account ? granted(seatIn(session)) : refused('noSuchRoom');
    },
    room: (session: SessionId) =>
      openRooms.has(session) ? { session, state: () => ({ title: 'A room', isClosed: false }) } : undefined,
    seatOf: (session: SessionId, token: string) =>
      openRooms.get(session)?.tokens.has(token) ? 'facilitator001' : undefined,
    disable(account: string) {
      disabled.push(account);
      for (const session of openedBy(account)) openRooms.delete(session);
    },
  };
  // Codes, joining and keys are the door's and are not asked for here.
  return atTest as unknown as RoomsAtTest;
}

export const PASSWORD = 'a long enough one';
export const IDA = { loginName: 'Ida', displayName: 'Ida B.', password: PASSWORD };
export const OLE = { loginName: 'ole@example.org', displayName: 'Ole', password: 'another long one' };

export interface SignedIn {
  readonly browser: Browser;
  readonly me: Me;
}

export const answered = ({ status, body }: Answer): readonly [number, unknown] => [status, body];

function expectStatus(answer: Answer, status: number): void {
  if (answer.status !== status) throw new Error(`Answered ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Ida makes the first account: facilitator and admin. */
export async function firstAccount(at: StaffAtTest): Promise<SignedIn> {
  const browser = at.browser();
  const answer = await browser.post('/api/staff/first-account', { startCode: at.startCode, ...IDA });
  expectStatus(answer, 201);
  return { browser, me: answer.body as Me };
}

/** An admin invites someone, who follows the link. */
export async function invited(
  at: StaffAtTest,
  admin: Browser,
  roles: readonly string[] = ['facilitator'],
  who = OLE,
): Promise<SignedIn> {
  const browser = at.browser();
  const token = await invitation(admin, roles);
  const answer = await browser.post('/api/staff/accept-invitation', { token, ...who });
  expectStatus(answer, 201);
  return { browser, me: answer.body as Me };
}

/** The token of a fresh invitation. */
export async function invitation(
  admin: Browser,
  roles: readonly string[] = ['facilitator'],
): Promise<string> {
  const answer = await admin.post('/api/staff/accounts/invite', { roles });
  expectStatus(answer, 201);
  return tokenOf(answer);
}

export const tokenOf = ({ body }: Answer): string => (body as { link: string }).link.replace(/^.*\//, '');

/** Signs in on a fresh browser. */
export async function signIn(
  at: StaffAtTest,
  who: { readonly loginName: string; readonly password: string },
  more: Record<string, unknown> = {},
): Promise<{ readonly browser: Browser; readonly answer: Answer }> {
  const browser = at.browser();
  const { loginName, password } = who;
  return { browser, answer: await browser.post('/api/staff/sign-in', { loginName, password, ...more }) };
}
