import { refused, granted, type Result } from '../../../shared/base/result.ts';
import { cleanName, cleanText, graphemes } from '../../../shared/base/text.ts';
import {
  MAX_LOGIN_GRAPHEMES,
  MAX_SAFETY_GRAPHEMES,
  MAX_SERVICE_NAME_GRAPHEMES,
  type ServiceSettings,
  STAFF_ROLES,
  type StaffRole,
} from '../../../shared/wire/account.ts';

/** What people write about themselves and their service, cleaned once on its way in. */

export interface StaffNames {
  readonly loginName: string;
  readonly loginKey: string;
  readonly displayName: string;
}

/** The same for all spellings of one name: case and width do not tell two people apart. */
export const loginKeyOf = (loginName: string): string =>
  cleanText(cleanText(loginName).normalize('NFKC').toLowerCase());

export function cleanNames(asked: {
  readonly loginName: string;
  readonly displayName: string;
}): Result<StaffNames> {
  const loginName = cleanText(asked.loginName);
  if (!/[\p{L}\p{N}]/u.test(loginName)) return refused('nameEmpty');
  if (graphemes(loginName) > MAX_LOGIN_GRAPHEMES) return refused('nameTooLong');
  const displayName = cleanName(asked.displayName);
  if (displayName.type === 'refused') return displayName;
  return granted({ loginName, loginKey: loginKeyOf(loginName), displayName: displayName.value });
}

/** Each once, in one order. */
export const cleanRoles = (roles: readonly StaffRole[]): readonly StaffRole[] =>
  STAFF_ROLES.filter((role) => roles.includes(role));

export function cleanSettings(settings: ServiceSettings): Result<ServiceSettings> {
  const safetySentence = cleanText(settings.safetySentence);
  const serviceName = cleanText(settings.serviceName);
  const isTooLong =
    graphemes(safetySentence) > MAX_SAFETY_GRAPHEMES || graphemes(serviceName) > MAX_SERVICE_NAME_GRAPHEMES;
  return isTooLong ? refused('textTooLong') : granted({ ...settings, safetySentence, serviceName });
}
