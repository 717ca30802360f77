import { granted, refused, type Result } from '../../shared/base/result.ts';
import { cleanName } from '../../shared/base/text.ts';
import type { Newcomer } from '../../shared/event/membership.ts';

/** A symbol alone is enough; a name that is given must be one. */
export function cleanNewcomer(newcomer: Newcomer): Result<Newcomer> {
  if (newcomer.name === undefined) return granted(newcomer);
  const name = cleanName(newcomer.name);
  return name.type === 'refused' ? refused(name.reason) : granted({ ...newcomer, name: name.value });
}
