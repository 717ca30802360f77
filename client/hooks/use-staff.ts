import { createContext, useContext } from 'react';
import type { Me, StaffRole } from '../../shared/wire/account.ts';
import type { StaffClient } from '../session/staff-client.ts';

/** What the pages of those who work here share. */
export interface Staff {
  readonly client: StaffClient;
  /** Who is signed in; undefined for nobody, and while it is not known. */
  readonly me: Me | undefined;
  readonly onMe: (me: Me | undefined) => void;
}

export const StaffContext = createContext<Staff | undefined>(undefined);

export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (!staff) throw new Error('The staff is asked for outside of its pages');
  return staff;
}

/** Who is signed in, on pages that nobody else sees. */
export function useMe(): Me {
  const { me } = useStaff();
  if (!me) throw new Error('A page of someone signed in is shown to nobody');
  return me;
}

export const hasRole = (me: Me, role: StaffRole): boolean => me.roles.includes(role);
