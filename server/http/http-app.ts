import express, { type Express, type RequestHandler } from 'express';
import { refuse } from './answers.ts';
import type { ClientFiles } from './client-files.ts';
import { type DoorDeps, doorRoutes } from './door-routes.ts';
import { answerFaults, apiGuards } from './guards.ts';
import { securityHeaders } from './headers.ts';
import { healthRoutes, type Unready } from './health-routes.ts';
import { addressOf, mayReach, type Whereabouts } from './own-pages.ts';

export interface HttpDeps extends Omit<DoorDeps, 'addressOf' | 'isHttps'> {
  readonly where: Whereabouts;
  readonly files: ClientFiles;
  readonly whyUnready: () => Unready | undefined;
  readonly monotonicMs: () => number;
}

/** Everything over HTTP but the socket: health, the page, the door. */
export function createHttpApp(deps: HttpDeps): Express {
  const { where, files, report } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(securityHeaders(where.origin));
  app.use(healthRoutes(deps.whyUnready));
  app.use('/api', ...apiGuards(where, deps.monotonicMs, report));
  app.use(
    '/api',
    doorRoutes({
      ...deps,
      addressOf: (request) => addressOf(request, where),
      isHttps: where.origin.startsWith('https:'),
    }),
  );
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
