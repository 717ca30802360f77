import { Router } from 'express';

/** Why the server should get no new visitors now, if so. */
export type Unready = 'starting' | 'stopping' | 'diskFull' | 'diskBroken';

/** `/healthz`: the process answers. `/readyz`: migrated, writable and not stopping. */
export function healthRoutes(whyUnready: () => Unready | undefined): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ isAlive: true });
  });
  router.get('/readyz', (_request, response) => {
    const why = whyUnready();
    response.set('Cache-Control', 'no-store').status(why ? 503 : 200);
    response.json(why ? { isReady: false, why } : { isReady: true });
  });
  return router;
}
