import { posix } from 'node:path';
import {
  GUARDED_PACKAGES,
  HOUSE,
  MAX_LINES,
  MAY_BE_LONG,
  ONLY_PACKAGES,
  UNKNOWN_TO_SHARED,
} from './house.ts';
import { type ImportLine, importsOf as readImports, withoutComments } from './source-text.ts';

/** A file of the source tree: its path from the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const known = new WeakMap<SourceFile, readonly ImportLine[]>();

/** The import lines of a file, read once. */
function importsOf(file: SourceFile): readonly ImportLine[] {
  const imports = known.get(file) ?? readImports(file.text);
  known.set(file, imports);
  return imports;
}

/** Whether a path lies in a folder of the table, or is the file it names. */
const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`);

const isRelative = (from: string) => from.startsWith('.');

/** The path a relative import means; what Vite is asked for after a question mark is no part of it. */
const target = (file: SourceFile, from: string) =>
  posix.join(posix.dirname(file.path), from.replace(/\?.*$/, ''));

/** `tone` of `tone/build/…`, `@fluent/bundle` of `@fluent/bundle/…`. */
const packageOf = (from: string) =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

const rowOf = (path: string): string | undefined =>
  Object.keys(HOUSE)
    .filter((row) => isIn(path, row))
    .sort((one, other) => other.length - one.length)[0];

/** Imports against an arrow of the table, or to a folder that has no row. */
export function againstArrows(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const row = rowOf(file.path);
    if (!row) return [`${file.path} lies in no folder of the table`];
    return importsOf(file)
      .filter(({ from }) => isRelative(from))
      .map(({ from, line }) => ({ line, to: target(file, from) }))
      .filter(({ to }) => !isAllowed(row, to))
      .map(({ line, to }) => `${file.path}:${line} imports ${to}, which ${row} may not`);
  });
}

function isAllowed(row: string, to: string): boolean {
  const itsRow = rowOf(to);
  if (itsRow === row) return true;
  return (HOUSE[row] ?? []).some((place) => isIn(to, place));
}

/** Circles of files, types included, each told once from its first file on. */
export function circles(files: readonly SourceFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  const arrows = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(({ from }) => isRelative(from))
        .map(({ from }) => target(file, from))
        .filter((path) => paths.has(path)),
    ]),
  );
  const found = new Map<string, string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const circle = trail.slice(start);
      const key = [...circle].sort().join();
      if (!found.has(key)) found.set(key, [...circle, path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of arrows.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of arrows.keys()) walk(path, []);
  return [...found.values()];
}

/** What `shared/` knows and should not: clocks, timers, chance, the console, the page, Node. */
export function knowsTooMuch(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => isIn(path, 'shared'))
    .flatMap(({ path, text }) =>
      withoutComments(text, true)
        .split('\n')
        .flatMap((code, index) => {
          const token = UNKNOWN_TO_SHARED.map((pattern) => pattern.exec(code)?.[0]).find(Boolean);
          return token ? [`${path}:${index + 1} knows ${token}`] : [];
        }),
    );
}

/** Packages imported where they must not be, or that are not declared for the running product. */
export function wrongPackages(files: readonly SourceFile[], declared: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => !isRelative(from))
      .flatMap(({ from, line }) => {
        const objection = whyNotPackage(file.path, from, declared);
        return objection ? [`${file.path}:${line} imports ${from}: ${objection}`] : [];
      }),
  );
}

function whyNotPackage(path: string, from: string, declared: readonly string[]): string | undefined {
  const name = packageOf(from);
  for (const [folder, only] of Object.entries(ONLY_PACKAGES))
    if (isIn(path, folder) && !only.includes(from)) return `${folder} may import only ${only.join(', ')}`;
  const places = GUARDED_PACKAGES[name];
  if (places && !places.some((place) => isIn(path, place))) return `only ${places.join(', ')} may`;
  if (name.startsWith('node:')) return isIn(path, 'server') ? undefined : 'only the server runs on Node';
  return declared.includes(name) ? undefined : 'not declared in package.json';
}

/** Files that only pass on what others export, or pass on everything of another. */
export function barrels(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path, text }) => {
      const code = withoutComments(text);
      const rest = code.replaceAll(/^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"][^'"]+['"];?/gm, '').trim();
      return /(?:^|\/)index\.tsx?$/.test(path) || /^\s*export\s*\*/m.test(code) || isOnlyPassedOn(code, rest);
    })
    .map(({ path }) => `${path} is a barrel file`);
}

const isOnlyPassedOn = (code: string, rest: string) =>
  rest === '' && /^\s*export\b[^'";]*?\bfrom\s*['"]\./m.test(code);

/** Default exports, but for what is loaded later by `import('…')`, as React.lazy wants it. */
export function defaultExports(files: readonly SourceFile[]): readonly string[] {
  const later = new Set(
    files.flatMap((file) =>
      importsOf(file)
        .filter(({ isLater }) => isLater)
        .map(({ from }) => target(file, from)),
    ),
  );
  return files
    .filter(({ path, text }) => {
      const code = withoutComments(text, true);
      return /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/.test(code) && !later.has(path);
    })
    .map(({ path }) => `${path} has a default export`);
}

/** Files that have outgrown one idea. */
export function tooLong(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => !MAY_BE_LONG.includes(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${MAX_LINES}`);
}

/** Imports of a file that is not there: moved, or misspelt. */
export function danglingImports(
  files: readonly SourceFile[],
  exists: (path: string) => boolean,
): readonly string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => isRelative(from))
      .map(({ from, line }) => ({ line, to: target(file, from) }))
      .filter(({ to }) => !exists(to))
      .map(({ line, to }) => `${file.path}:${line} imports ${to}, which is not there`),
  );
}
