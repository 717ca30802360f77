import type { RequestListener, Server } from 'node:http';
import type { SessionId } from '../shared/base/ids.ts';
import type { CompanyCall } from './company/company-call.ts';
import { type Log, sparingly, tellFault } from './config/log.ts';
import { isWithin, originOf } from './config/read-config.ts';
import type { Config } from './config/settings.ts';
import { createListener, listen } from './config/listener.ts';
import { readClientFiles } from './http/client-files.ts';
import { readCookie, seatCookie } from './http/cookies.ts';
import { createDoorkeeper } from './http/doorkeeper.ts';
import type { Unready } from './http/health-routes.ts';
import { createHttpApp } from './http/http-app.ts';
import { mayConnect, type Whereabouts } from './http/own-pages.ts';
import type { HttpReport } from './http/reports.ts';
import { isSame } from './http/same.ts';
import { createStaffParts } from './http/staff/parts.ts';
import type { PasswordCost } from './http/staff/passwords.ts';
import { createWelcome } from './http/staff/welcome.ts';
import type { OperatorResets } from './room/account-ports.ts';
import type { After, ServerClock, Store } from './room/ports.ts';
import { createRegistry, type Registry } from './room/registry.ts';
import { createSecrets } from './room/secrets.ts';
import type { SocketReport } from './socket/reports.ts';
import { createSocketServer } from './socket/socket-server.ts';

/** By its token in this header, a join is known to come from this server's own simulated musicians. */
export const COMPANY_HEADER = 'x-company';

export interface AppDeps {
  readonly config: Config;
  readonly store: Store;
  readonly clock: ServerClock;
  /** 32 bytes: seals what must be shown again after a restart. */
  readonly key: Uint8Array;
  /** Where the built page lies. */
  readonly clientDir: string;
  readonly monotonicMs: () => number;
  /** Unix ms as the machine has it at this moment. */
  readonly wallMs: () => number;
  readonly after: After;
  readonly passwordCost: PasswordCost;
  /** Ways back in that the operator made beside the running server. */
  readonly operatorResets: OperatorResets;
  readonly log: Log;
  /** The address with a start code in it, for the operator's eyes: once, at the start, while there is no account. */
  readonly onStartLink: (link: string) => void;
  /** Simulated musicians set out for a room; returns the function that calls them back. */
  readonly startCompany: (call: CompanyCall) => () => void;
}

export interface App {
  readonly origin: string;
  readonly port: number;
  readonly rooms: Registry;
  /** Not ready, farewell to all rooms, every link flushed and closed, then the store. */
  close(): Promise<void>;
}

/** The server, put together from its parts. Resolves when it listens and every open room is back. */
export async function startApp(deps: AppDeps): Promise<App> {
  const { config, store, clock, monotonicMs } = deps;
  const log = sparingly(deps.log, monotonicMs);
  const readiness = createReadiness(store, log);

  let handle: RequestListener = notYet;
  const http = await createListener(config, (request, response) => handle(request, response));
  const port = await listen(http, config);
  const origin = originOf(config, port);
  const where: Whereabouts = {
    origin,
    isProxy: isWithin(config.trustedProxies),
    isBehindProxy: config.trustedProxies.length > 0 && !config.tls,
  };
  const secrets = createSecrets(deps.key);
  const companyToken = secrets.token();

  const sockets = createSocketServer(http, {
    clock,
    monotonicMs,
    mayConnect: (request) => mayConnect(request, where),
    seatTokenOf: (request, session) => readCookie(request.headers.cookie, seatCookie(session)),
    report: (report) => logSocket(log, report),
  });
  const company = createCompanyDesk((session) => {
    const invite = rooms.keysOf(session)?.invite;
    const address = addressHere(config, port);
    return invite === undefined
      ? undefined
      : deps.startCompany({ address, origin, session, invite, companyToken });
  });
  const rooms = createRegistry({
    clock,
    store,
    secrets,
    after: deps.after,
    broadcastTo: sockets.broadcastTo,
    onFault: (fault) => log('error', 'roomFault', tellFault(fault)),
    onCompany: company.onInvited,
  });
  const files = await readClientFiles(deps.clientDir);
  await rooms.restore();
  sockets.serve(rooms);
  const staff = createStaffParts(await store.staffBook(), {
    ...deps,
    secrets,
    rooms: {
      isRunning: (session) => rooms.room(session)?.state().isClosed === false,
      openedBy: rooms.openedBy,
      disable: rooms.disableAccount,
    },
    onFault: (fault) => log('error', 'staffFault', tellFault(fault)),
  });
  // Who was disabled just before the server was killed may still have a room.
  for (const { account, isDisabled, roles } of staff.book.all()) {
    if (isDisabled || !roles.includes('facilitator')) rooms.disableAccount(account);
  }
  const welcome = createWelcome(staff);
  if (welcome.startCode !== undefined) deps.onStartLink(`${origin}/#/start/${welcome.startCode}`);
  handle = createHttpApp({
    rooms,
    staff,
    welcome,
    doorkeeper: createDoorkeeper(monotonicMs),
    isCompany: (request) => isSame(String(request.headers[COMPANY_HEADER] ?? ''), companyToken),
    where,
    files,
    whyUnready: readiness.whyUnready,
    monotonicMs,
    report: (report) => logHttp(log, report),
  });
  readiness.onStarted();
  log('info', 'started', { port });

  return {
    origin,
    port,
    rooms,
    async close() {
      readiness.onStopping();
      staff.sessions.stop();
      company.stopAll();
      rooms.stopAll('serverStopping');
      await closeAll(http, () => sockets.close());
      await store.close();
      log('info', 'stopped');
    },
  };
}

/** While it starts the server only says that it does. */
const notYet: RequestListener = (request, response) => {
  response.writeHead(request.url === '/healthz' ? 200 : 503, { 'Content-Type': 'application/json' });
  response.end(
    JSON.stringify(request.url === '/healthz' ? { isAlive: true } : { isReady: false, why: 'starting' }),
  );
};

function createReadiness(store: Store, log: Log) {
  let phase: 'starting' | 'stopping' | undefined = 'starting';
  let disk: 'diskFull' | 'diskBroken' | undefined;
  store.onHealth(({ type }) => {
    disk = type === 'well' ? undefined : type === 'full' ? 'diskFull' : 'diskBroken';
    log(disk ? 'error' : 'info', 'storeHealth', { what: type });
  });
  return {
    whyUnready: (): Unready | undefined => phase ?? disk,
    onStarted: () => {
      phase = undefined;
    },
    onStopping: () => {
      phase = 'stopping';
    },
  };
}

/** One company a room at most. */
function createCompanyDesk(start: (session: SessionId) => (() => void) | undefined) {
  const companies = new Map<SessionId, () => void>();
  const sendHome = (session: SessionId) => {
    companies.get(session)?.();
    companies.delete(session);
  };
  return {
    onInvited(session: SessionId, isInvited: boolean) {
      sendHome(session);
      const callBack = isInvited ? start(session) : undefined;
      if (callBack) companies.set(session, callBack);
    },
    stopAll() {
      for (const session of companies.keys()) sendHome(session);
    },
  };
}

/** Where this process can be reached from this machine. */
function addressHere({ host, tls }: Config, port: number): string {
  const isAny = host === '0.0.0.0' || host === '::';
  const name = isAny ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${port}`;
}

/** Requests still under way when the sockets are closed get this long. */
const LAST_REQUESTS_MS = 2000;

async function closeAll(http: Server, closeSockets: () => Promise<void>): Promise<void> {
  const hurry = setTimeout(() => http.closeAllConnections(), LAST_REQUESTS_MS);
  await closeSockets();
  clearTimeout(hurry);
}

function logSocket(log: Log, report: SocketReport): void {
  switch (report.type) {
    case 'bug':
      return log('error', 'bug', { during: report.during, ...tellFault(report.fault) });
    case 'handshakeRefused':
      return log('warn', report.type, { why: report.why });
    case 'flooding':
    case 'slowReader':
      return log('warn', report.type, { session: report.session, member: report.member });
    default:
      return log('info', report.type, { session: report.session, member: report.member });
  }
}

function logHttp(log: Log, report: HttpReport): void {
  switch (report.type) {
    case 'fault':
      return log('error', 'requestFault', tellFault(report.fault));
    case 'throttled':
      return log('warn', report.type, { what: report.what });
    case 'roomOpened':
    case 'seatTaken':
      return log('info', report.type, { session: report.session, member: report.member });
    case 'signInWrong':
    case 'startCodeWrong':
    case 'foreignRequest':
      return log('warn', report.type);
    case 'accountDisabled':
    case 'accountEnabled':
    case 'rolesSet':
    case 'resetLinkMade':
      return log('info', report.type, { account: report.account, by: report.by });
    default:
      return log('info', report.type, { account: report.account });
  }
}
