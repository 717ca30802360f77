import express, { type Express, type Request, type RequestHandler, type Router } from 'express';
import { refuse } from './answers.ts';
import type { ClientFiles } from './client-files.ts';
import { type DoorDeps, doorRoutes } from './door-routes.ts';
import { answerFaults, apiGuards } from './guards.ts';
import { securityHeaders } from './headers.ts';
import { healthRoutes, type Unready } from './health-routes.ts';
import { addressOf, mayReach, type Whereabouts } from './own-pages.ts';
import { roomRoutes } from './room-routes.ts';
import { roomsToReturnTo, seatsIn } from './seats.ts';
import { adminRoutes } from './staff/admin-routes.ts';
import { createGate } from './staff/gate.ts';
import type { StaffParts } from './staff/parts.ts';
import { planRoutes } from './staff/plan-routes.ts';
import { createPlanShelf } from './staff/plans.ts';
import { staffRoutes } from './staff/staff-routes.ts';
import type { Welcome } from './staff/welcome.ts';

export interface HttpDeps extends Omit<DoorDeps, 'addressOf' | 'isHttps'> {
  readonly staff: StaffParts;
  readonly welcome: Welcome;
  readonly where: Whereabouts;
  readonly files: ClientFiles;
  readonly whyUnready: () => Unready | undefined;
  readonly monotonicMs: () => number;
}

/** Everything over HTTP but the socket: health, the page, accounts, rooms and their doors. */
export function createHttpApp(deps: HttpDeps): Express {
  const { where, files, report } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(securityHeaders(where.origin));
  app.use(healthRoutes(deps.whyUnready));
  app.use('/api', ...apiGuards(where, deps.monotonicMs, report));
  const edge = {
    ...deps,
    addressOf: (request: Request) => addressOf(request, where),
    isHttps: where.origin.startsWith('https:'),
  };
  app.use('/api/staff', ...staffRouters(edge));
  app.use('/api', roomRouter(edge), doorRoutes(edge));
  app.use('/api', (_request, response) => refuse(response, 'malformed', 404));
  app.use(onlyOwnAddress(where), files.serve);
  app.use((request, response) => {
    const isRoot = request.path === '/';
    response.status(isRoot ? 503 : 404).type('text/plain');
    response.send(isRoot ? 'The page has not been built yet. Run: npm run build' : 'There is nothing here.');
  });
  app.use(answerFaults(report));
  return app;
}

type EdgeDeps = HttpDeps & DoorDeps;

const gateOf = ({ staff, rooms }: EdgeDeps) => createGate(staff, (request) => seatsIn(request, rooms));

function staffRouters(deps: EdgeDeps): readonly Router[] {
  const { staff: parts, rooms, where, report } = deps;
  const gate = gateOf(deps);
  return [
    staffRoutes({
      ...deps,
      parts,
      gate,
      roomsOf: (request, account) => roomsToReturnTo(request, account, rooms),
    }),
    planRoutes(gate, createPlanShelf(parts.store, parts.clock)),
    adminRoutes({ parts, gate, origin: where.origin, report }),
  ];
}

function roomRouter(deps: EdgeDeps): Router {
  const { book, rooms } = deps.staff;
  return roomRoutes({
    ...deps,
    gate: gateOf(deps),
    mayHold(account) {
      const record = book.of(account);
      return record !== undefined && !record.isDisabled && record.roles.includes('facilitator');
    },
    disable: rooms.disable,
  });
}

/**
 * The page works at one address only, the one its requests are checked against. Whoever typed another that leads here
 * is sent to it. A proxy may name any host it likes, so behind one this is its business.
 */
function onlyOwnAddress(where: Whereabouts): RequestHandler {
  const { host } = new URL(where.origin);
  return (request, response, next) => {
    if (!mayReach(request, where)) return refuse(response, 'notAllowed');
    const isElsewhere = !where.isBehindProxy && request.headers.host !== host && request.path === '/';
    return isElsewhere ? response.redirect(307, `${where.origin}/`) : next();
  };
}
