import { STAFF_ROLES, type StaffRole } from '../../../shared/wire/account.ts';
import { useLanguage, useWords } from '../../words/use-words.tsx';

/** Says roles in one breath: "facilitator and admin". */
export function useRoleWords(): (roles: readonly StaffRole[]) => string {
  const words = useWords();
  const { language } = useLanguage();
  return (roles) =>
    new Intl.ListFormat(language).format(
      STAFF_ROLES.filter((role) => roles.includes(role)).map((role) => words(`staff-role-${role}`)),
    );
}
