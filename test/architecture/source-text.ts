/**
 * A source text with its comments blanked, and, if asked for, what stands in its strings too: same length, same
 * lines, so that a finding still has its line number. Knows quotes, templates and regular expressions; no full parser.
 */
export function withoutComments(source: string, alsoStrings = false): string {
  // By code units, as all places below are counted.
  const out = source.split('');
  const blank = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (out[at] !== '\n') out[at] = ' ';
  };
  /** Depth of braces at which each open template goes on. */
  const templates: number[] = [];
  let depth = 0;
  let before = '';
  let at = 0;

  const skipTemplate = (from: number): number => {
    let end = from;
    while (end < source.length && source[end] !== '`') {
      if (source[end] === '\\') end++;
      else if (source.startsWith('${', end)) {
        if (alsoStrings) blank(from, end);
        templates.push(depth++);
        return end + 2;
      }
      end++;
    }
    if (alsoStrings) blank(from, end);
    return end + 1;
  };

  while (at < source.length) {
    const two = source.slice(at, at + 2);
    const one = source[at] ?? '';
    if (two === '//' || two === '/*') {
      const end = two === '//' ? source.indexOf('\n', at) : source.indexOf('*/', at + 2) + 2;
      const to = end < at ? source.length : end;
      blank(at, to);
      at = to;
      continue;
    }
    if (one === "'" || one === '"') {
      const end = endOfQuoted(source, at, one);
      if (alsoStrings) blank(at + 1, end);
      at = end + 1;
    } else if (one === '`') {
      at = skipTemplate(at + 1);
    } else if (one === '/' && REGEX_MAY_FOLLOW.test(before)) {
      const end = endOfRegex(source, at);
      if (alsoStrings) blank(at + 1, end);
      at = end + 1;
    } else {
      if (one === '{') depth++;
      if (one === '}') depth--;
      at++;
      if (one === '}' && templates.at(-1) === depth) {
        templates.pop();
        at = skipTemplate(at);
      }
    }
    if (one.trim()) before = `${before}${one}`.slice(-8);
    else if (/\w$/.test(before)) before = `${before} `;
  }
  return out.join('');
}

/** After these a slash begins a regular expression; after a value it divides. */
const REGEX_MAY_FOLLOW = /(?:^|[(,=:[!&|?{};+<>~^%*-]|\b(?:return|typeof|case|in|of)) ?$/;

function endOfQuoted(source: string, from: number, quote: string): number {
  let end = from + 1;
  while (end < source.length && source[end] !== quote) end += source[end] === '\\' ? 2 : 1;
  return end;
}

function endOfRegex(source: string, from: number): number {
  let end = from + 1;
  let isInClass = false;
  while (end < source.length && source[end] !== '\n' && (isInClass || source[end] !== '/')) {
    if (source[end] === '\\') end++;
    else if (source[end] === '[') isInClass = true;
    else if (source[end] === ']') isInClass = false;
    end++;
  }
  return end;
}

/** What a file imports or passes on, as written; `line` counts from 1. */
export interface ImportLine {
  readonly from: string;
  readonly line: number;
  /** `import('…')`: loaded when it is needed. */
  readonly isLater: boolean;
}

/** All import lines of a file, of types too, those inside `import('…')` types included. */
export function importsOf(source: string): readonly ImportLine[] {
  const code = withoutComments(source);
  const found: ImportLine[] = [];
  for (const match of code.matchAll(IMPORT)) {
    const { from, bare, later } = match.groups ?? {};
    const line = code.slice(0, match.index + match[0].length).split('\n').length;
    found.push({ from: from ?? bare ?? later ?? '', line, isLater: later !== undefined });
  }
  return found;
}

const IMPORT =
  /(?:^|[;\n])\s*(?:import|export)\b[^'";]*?\bfrom\s*['"](?<from>[^'"]+)['"]|(?:^|[;\n])\s*import\s*['"](?<bare>[^'"]+)['"]|\bimport\s*\(\s*['"](?<later>[^'"]+)['"]/g;
