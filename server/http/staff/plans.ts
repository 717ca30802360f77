import { granted, refused, type Result } from '../../../shared/base/result.ts';
import { cleanPlan, type RoomPlan, roomPlanSchema } from '../../../shared/event/plan.ts';
import { type KeptPlan, MAX_PLANS } from '../../../shared/wire/account.ts';
import type { ServerClock, Store } from '../../room/ports.ts';

/** The plans each facilitator keeps, for nobody else's eyes. */
export interface PlanShelf {
  /** The latest first. One that this version cannot read any more is left out, and left where it is. */
  of(account: string): Promise<readonly KeptPlan[]>;
  /** New, or in place of the one with its id. */
  save(account: string, id: string, plan: RoomPlan): Promise<Result<KeptPlan>>;
  remove(account: string, id: string): Promise<void>;
}

export function createPlanShelf(
  store: Pick<Store, 'append' | 'plansOf'>,
  clock: Pick<ServerClock, 'now'>,
): PlanShelf {
  const turns = new Map<string, Promise<unknown>>();
  /** One after the other for each account, so that two pages at once do not save more than there is room for. */
  const inTurn = <Value>(account: string, task: () => Promise<Value>): Promise<Value> => {
    const mine = (turns.get(account) ?? Promise.resolve()).then(task, task);
    const settled = mine
      .catch(() => undefined)
      .finally(() => {
        if (turns.get(account) === settled) turns.delete(account);
      });
    turns.set(account, settled);
    return mine;
  };

  return {
    async of(account) {
      const kept = await store.plansOf(account);
      return kept.filter(({ plan }) => roomPlanSchema.safeParse(plan).success);
    },
    save: (account, id, asked) =>
      inTurn(account, async () => {
        const plan = cleanPlan(asked);
        if (plan.type === 'refused') return plan;
        const known = await store.plansOf(account);
        const isNew = known.every((one) => one.id !== id);
        if (isNew && known.length >= MAX_PLANS) return refused('plansFull');
        const kept = { id, savedAt: clock.now(), plan: plan.value };
        await store.append([{ type: 'plan', account, plan: kept }]);
        return granted(kept);
      }),
    remove: (account, id) => inTurn(account, () => store.append([{ type: 'planGone', account, id }])),
  };
}
