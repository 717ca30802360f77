import { SETTINGS, type Setting } from './settings.ts';

/** Shorter names have too many innocent neighbours: `PORT` and `POST`, `HOST` and `HOSTS`. */
const SHORTEST_COMPARED = 7;

/**
 * Names in the environment that were probably meant for one of ours: a letter off, two letters swapped, or other case
 * or underscores. Not more, since `SSL_CERT_FILE` is a setting of many programs; and only where the right one is not set,
 * so that a neighbour's setting can always be lived with.
 */
export function nearNames(
  env: Readonly<Record<string, string | undefined>>,
): readonly { readonly written: string; readonly meant: Setting }[] {
  const unset = SETTINGS.filter((name) => name.length >= SHORTEST_COMPARED && env[name] === undefined);
  return Object.keys(env)
    .filter((written) => !(SETTINGS as readonly string[]).includes(written))
    .flatMap((written) => {
      const meant = unset.find((name) => isNear(plain(written), plain(name)));
      return meant ? [{ written, meant }] : [];
    });
}

const plain = (name: string) => name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

const isNear = (one: string, other: string) =>
  Math.abs(one.length - other.length) <= 1 && editsBetween(one, other) <= 1;

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function editsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last: number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          isSwap && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[other.length] ?? 0;
}
