import { Router } from 'express';
import {
  emptySchema,
  type KeptPlan,
  planBodySchema,
  planIdSchema,
  type Plans,
} from '../../../shared/wire/account.ts';
import { refuse } from '../answers.ts';
import type { Gate } from './gate.ts';
import type { PlanShelf } from './plans.ts';

/** A facilitator's own plans: `/plans` of `shared/wire/account.ts`. Whose they are is decided by the cookie alone. */
export function planRoutes(gate: Gate, shelf: PlanShelf): Router {
  const router = Router();

  router.get('/plans', async (request, response) => {
    const record = gate.enter(request, response, 'facilitator');
    if (record) response.json({ plans: await shelf.of(record.account) } satisfies Plans);
  });

  router.put('/plans/:id', async (request, response) => {
    const record = gate.enter(request, response, 'facilitator');
    if (!record) return;
    const id = planIdSchema.safeParse(request.params.id);
    const body = planBodySchema.safeParse(request.body);
    if (!id.success || !body.success) return refuse(response, 'malformed');
    const saved = await shelf.save(record.account, id.data, body.data.plan);
    if (saved.type === 'refused') refuse(response, saved.reason);
    else response.json(saved.value satisfies KeptPlan);
  });

  router.delete('/plans/:id', async (request, response) => {
    const record = gate.enter(request, response, 'facilitator');
    if (!record) return;
    const id = planIdSchema.safeParse(request.params.id);
    if (!id.success || !emptySchema.safeParse(request.body).success) return refuse(response, 'malformed');
    await shelf.remove(record.account, id.data);
    response.status(204).end();
  });

  return router;
}
