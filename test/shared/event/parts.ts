type Path = readonly (string | number)[];

/** The places in a wish that hold no further places. */
export function leavesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    leavesIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return inside.length > 0 ? inside : [path];
}

/** The places that hold an object with named parts. */
export function objectsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    objectsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? inside : [path, ...inside];
}

export const partAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], value);

/** A copy with another part in one place; `undefined` takes the part away. */
export function changedAt(value: unknown, [key, ...path]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const parts = copy as Record<string | number, unknown>;
  if (part === undefined && path.length === 0) delete parts[key];
  else parts[key] = changedAt(parts[key], path, part);
  return copy;
}
