import { useState } from 'react';
import { cleanPlan, type RoomPlan } from '../../../shared/event/plan.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** A plan to be worked on. */
export interface PlannedProps {
  readonly id: string;
  readonly plan: RoomPlan;
  /** Whether it was kept before. */
  readonly isKept: boolean;
}

export interface PlanAtWork {
  readonly plan: RoomPlan;
  readonly change: (part: Partial<RoomPlan>) => void;
  /** Whether it is kept just as it is now. */
  readonly isKept: boolean;
  readonly isKeeping: boolean;
  /** Keeps it; what stands in the way otherwise. */
  readonly keep: () => Promise<Trouble | undefined>;
}

/** A plan that is being written. */
export function usePlan(id: string, first: RoomPlan, isKeptAtFirst: boolean): PlanAtWork {
  const { client } = useStaff();
  const [plan, setPlan] = useState(first);
  const [kept, setKept] = useState(isKeptAtFirst ? first : undefined);
  const [isKeeping, setKeeping] = useState(false);
  return {
    plan,
    change: (part) => setPlan((before) => ({ ...before, ...part })),
    isKept: kept === plan,
    isKeeping,
    async keep() {
      const clean = cleanPlan(plan);
      if (clean.type === 'refused') return clean.reason;
      if (isKeeping) return undefined;
      setKeeping(true);
      const answer = await client.keepPlan(id, clean.value);
      setKeeping(false);
      if (answer.type === 'granted') setKept(plan);
      return troubleOf(answer);
    },
  };
}
