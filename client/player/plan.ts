import { type Beats, beats, ticks, ticksOfBeats } from '../../shared/base/units.ts';
import type { Entry, LineEntry } from '../../shared/event/entry.ts';
import { fold } from '../../shared/room/fold.ts';
import type { Pulse } from '../../shared/room/state.ts';
import { beatAt } from '../../shared/time/tempo-map.ts';
import type { Command } from './command.ts';
import { type NotePlace, planLine } from './plan-line.ts';
import { type LoopSpan, planLoops, withLoop, withoutLoop } from './plan-loops.ts';
import { planPulse } from './plan-pulse.ts';

/**
 * Everything a log sounds up to a beat, as somebody hears it who plays nothing and whose network delivers all in time:
 * a golden log gives a golden list (P1). In order of the grid; what is at one place stays in the order of the log.
 *
 * @param lines entries of any players' lines, each line in its own order.
 */
export function plan(
  entries: readonly Entry[],
  lines: readonly LineEntry[],
  until: Beats,
): readonly Command[] {
  const state = fold(entries);
  const places = new Map<string, NotePlace>();
  let loops: readonly LoopSpan[] = [];
  const commands: Command[] = [];
  for (const entry of lines) {
    const planned = planLine(entry, state.echoes, (key) => places.get(key));
    if (planned.place) places.set(planned.place.key, planned.place);
    commands.push(...planned.commands);
    if (entry.event.type === 'loopSet') loops = withLoop(loops, { ...entry, event: entry.event });
    if (entry.event.type === 'loopStopped') loops = withoutLoop(loops, entry.by, entry.event.from);
  }
  for (const pulse of pulses(entries)) commands.push(...planPulse({ ...state, pulse }, beats(0), until));
  commands.push(...planLoops(loops, state.frames, ticks(0), ticksOfBeats(until)));
  return commands.filter(({ at }) => at.tick < ticksOfBeats(until)).sort((a, b) => place(a) - place(b));
}

const place = ({ at }: Command) => at.tick + at.plusMs / 1e6;

/** Every stretch in which the pulse went, as the log has them. */
function pulses(entries: readonly Entry[]): readonly Pulse[] {
  const found: Extract<Pulse, { type: 'going' }>[] = [];
  const endLast = (until: Beats) => {
    const last = found.pop();
    if (last) found.push({ ...last, until: last.until ?? until });
  };
  for (const { event, at, seq } of entries) {
    if (event.type === 'pulseStarted') found.push({ ...event, type: 'going', until: undefined });
    if (event.type === 'pulseStopped') endLast(event.from);
    if (event.type === 'roomClosed') endLast(beatAt(fold(entries.slice(0, seq)).tempo, at));
  }
  return found;
}
