import { ECHO_NAMES, type Echo, type EchoName, echoesOf } from '../../shared/time/echo.ts';
import { type MetreName, metreOf } from '../../shared/time/metre.ts';
import type { PlainWordId } from '../words/speech.ts';

/**
 * Note values as parts of a beat as it is felt: where a beat is a quarter, an eighth is half a beat; where beats are
 * groups of eighths (6/8, 7/8) it is some part of one, and is called so.
 */
const isCountedInQuarters = (metre: MetreName) => metreOf(metre).beatUnit === 4;

const PARTS_OF_A_BEAT: ReadonlySet<EchoName> = new Set(['sixteenth', 'eighth', 'quarter']);

/** "You hear each other half a beat later, in time." */
export function echoSentence(echo: Echo, metre: MetreName): PlainWordId {
  if (echo.type === 'live') return 'echo-live';
  if (PARTS_OF_A_BEAT.has(echo.name) && !isCountedInQuarters(metre)) return 'echo-partBeat';
  return `echo-${echo.name}`;
}

export type EchoChoice = EchoName | 'live' | 'auto';

/** What a facilitator can fix the echo to in this metre, shortest first, and what each is called. */
export function echoChoices(
  metre: MetreName,
): readonly { readonly value: EchoChoice; readonly label: PlainWordId }[] {
  const names = new Set(echoesOf(metreOf(metre)).map((echo) => (echo.type === 'live' ? 'live' : echo.name)));
  const labelOf = (name: EchoName): PlainWordId =>
    PARTS_OF_A_BEAT.has(name) && !isCountedInQuarters(metre)
      ? NOTE_VALUES[name as keyof typeof NOTE_VALUES]
      : `echo-choice-${name}`;
  return [
    { value: 'auto', label: 'echo-choice-auto' },
    { value: 'live', label: 'echo-choice-live' },
    ...ECHO_NAMES.filter((name) => names.has(name)).map((name) => ({ value: name, label: labelOf(name) })),
  ];
}

const NOTE_VALUES = {
  sixteenth: 'echo-choice-noteSixteenth',
  eighth: 'echo-choice-noteEighth',
  quarter: 'echo-choice-noteQuarter',
} as const satisfies Partial<Record<EchoName, PlainWordId>>;
