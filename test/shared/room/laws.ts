import { assert } from '../../../shared/base/assert.ts';
import { type Beats, beats, roomMs } from '../../../shared/base/units.ts';
import { CONTROLS, SHAREABLE_CONTROLS } from '../../../shared/event/holding.ts';
import { isSameFrame } from '../../../shared/music/frame.ts';
import { frameAt } from '../../../shared/music/frame-timeline.ts';
import { nextDueMs } from '../../../shared/room/decide-due.ts';
import { holds } from '../../../shared/room/holding.ts';
import { comingBarLine, leadMs, memberOf } from '../../../shared/room/questions.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { type LevelMap, levelAt } from '../../../shared/time/level-map.ts';
import { positionAt } from '../../../shared/time/metre-map.ts';
import { beatAt, roomMsAt } from '../../../shared/time/tempo-map.ts';
import { tidied } from '../../../shared/room/passing/tidy.ts';
import { eventsSince, type World } from './world.ts';

/** What holds of every step of every room; each throws with what it saw. */

/** [H1] [H3] Every control has one holder who is in the room and not away, or is everyone's and may be. */
export function expectOneHolder({ state }: World): void {
  for (const control of CONTROLS) {
    const holder = state.holding[control];
    if (holder.type === 'everyone') {
      assert((SHAREABLE_CONTROLS as readonly string[]).includes(control), `${control} is not everyone's`);
      continue;
    }
    const mayUse = state.members.filter(({ id }) => holds(state, control, id)).map(({ id }) => id);
    assert(mayUse.length <= 1, `${control} has one holder, not ${mayUse.join(' and ')}`);
    if (holder.type !== 'member') continue;
    const member = memberOf(state, holder.member);
    assert(member, `who holds ${control} is here`);
    assert(member.presence !== 'away', `who holds ${control} is not away`);
    assert(member.role === 'player' && !member.isCompany, `who holds ${control} plays`);
  }
}

/** [C1] Nothing jumps: where a piece begins the level is what it was. */
export function expectContinuous({ state }: World): void {
  for (const [name, map] of levelMaps(state))
    for (const { from, level, to, glideBeats } of map.pieces) {
      const jump = Math.abs(levelAt(map, from) - levelAt(map, from - 1e-9));
      assert(jump < 1e-6, `${name} jumps by ${jump} at ${from}`);
      assert(glideBeats >= 0.5, `${name} moves within ${glideBeats} beats`);
      assert(level >= 0 && level <= 1 && to >= 0 && to <= 1, `${name} leaves its range`);
    }
}

/** [C1] [T8] What has been heard stays what it was: no step changes a level or a frame of before its own moment. */
export function expectPastKept(before: World, after: World): void {
  const now = beatAt(before.state.tempo, before.now);
  const maps = new Map(levelMaps(after.state));
  for (const [name, map] of levelMaps(before.state)) {
    const then = maps.get(name);
    if (!then) continue;
    for (const beat of pastBeats(now)) {
      const [was, is] = [levelAt(map, beat), levelAt(then, beat)];
      assert(Math.abs(was - is) < 1e-6, `${name} at beat ${beat} was ${was} and is ${is} at ${now}`);
    }
  }
  for (const beat of pastBeats(now))
    assert(
      isSameFrame(frameAt(before.state.frames, beat), frameAt(after.state.frames, beat)),
      `the frame at beat ${beat} is what it was at ${now}`,
    );
}

/** [C4] Once the end is announced nothing but calling it off changes loudness, density, frame, tempo or metre. */
export function expectEndingKept(before: World, after: World): void {
  const { ending, stoppedAt } = before.state;
  if (!ending && stoppedAt === undefined) return;
  const events = eventsSince(before, after);
  const isCalledOff = events.some(({ type }) => type === 'endingCalledOff');
  assert(!(isCalledOff && stoppedAt !== undefined), 'what was stopped is not called off');
  if (isCalledOff) return;
  const shaped = events.find(({ type }) => SHAPED.includes(type));
  assert(!shaped, `${shaped?.type} is not said while it ends`);
  assert(stoppedAt !== undefined || after.state.ending === ending, 'the ending stays as it was announced');
}
const SHAPED = [
  'loudnessSet',
  'densitySet',
  'frameSet',
  'tempoSet',
  'metreSet',
  'softeningEnded',
  'hushLifted',
  'turnSet',
  'roundBegun',
  'groundSet',
  'endingAnnounced',
];

/** [C6] Over the close neither loudness nor density rises, of all or of a part, but for what is softened back. */
export function expectNoRise({ state }: World): void {
  const { ending } = state;
  if (!ending) return;
  const maps = levelMaps(state).filter(([name]) => !name.endsWith(' level'));
  for (const [name, map] of maps) {
    let last = levelAt(map, ending.from);
    for (let beat = ending.from + 0.25; beat <= ending.until + 8; beat += 0.25) {
      const now = levelAt(map, beat);
      assert(now <= last + 1e-9, `${name} rises from ${last} to ${now} in the close`);
      last = now;
    }
  }
}

/** [C9] Turns follow each other, never over each other, and were set on bar lines far enough ahead. */
export function expectTurnsInOrder(before: World, after: World): void {
  const { turns } = after.state;
  for (const [index, { from, until }] of turns.entries()) {
    assert(until > from - 1e-6, `a turn from ${from} to ${until} goes forward`);
    const next = turns[index + 1];
    assert(!next || next.from >= until - 1e-6, `a turn until ${until} and one from ${next?.from} overlap`);
  }
  let { state } = before;
  for (const entry of after.log.slice(before.log.length)) {
    const { event, at } = entry;
    if (event.type === 'turnSet') {
      state = { ...after.state, turns: [] };
      const leads = roomMsAt(state.tempo, event.from) - at;
      const isOwn = after.state.round?.kind !== 'round' || entry.by === event.member;
      assert(isOwn, `a turn of ${event.member} came of their own yes, not of ${entry.by}`);
      assert(leads > leadMs(state) - 1, `a turn is set ${leads} ms ahead`);
      for (const beat of [event.from, event.until])
        assert(offLine(state, beat) < 1e-6, `a turn lies on bar lines, not on ${beat}`);
      assert(event.from > comingBarLine(state, roomMs(at)) - 1e-6, 'a turn begins at a coming bar line');
    }
  }
}

/** [C15] Nothing is left undone, and looking once more changes nothing. */
export function expectDone({ state, passing, now }: World): void {
  if (state.isClosed) return;
  const again = tidied(state, passing, now);
  assert(again.passing === passing && again.events.length === 0, 'there is nothing left to tidy');
}

/** [C15] After time has passed nothing is due any more. */
export function expectNothingDue({ state, now }: World): void {
  assert((nextDueMs(state) ?? Infinity) > now, 'what was due has happened');
}

/** [R9] [C15] Of a closed room nothing more is said than who comes and goes. */
export function expectClosedIsLast({ log }: Pick<World, 'log'>): void {
  const closed = log.findIndex(({ event }) => event.type === 'roomClosed');
  const more = closed < 0 ? [] : log.slice(closed + 1).map(({ event }) => event.type);
  const other = more.find((type) => !['linkLost', 'wentAway', 'returned', 'left'].includes(type));
  assert(!other, `${other} is not said of a closed room`);
}

export function expectLaws(before: World, after: World): void {
  expectOneHolder(after);
  expectContinuous(after);
  expectPastKept(before, after);
  expectEndingKept(before, after);
  expectNoRise(after);
  expectTurnsInOrder(before, after);
  expectDone(after);
}

const levelMaps = (state: RoomState): readonly (readonly [name: string, map: LevelMap])[] => [
  ['loudness', state.loudness],
  ['density', state.density],
  ...state.members.flatMap(
    ({ id, level, density }) =>
      [
        [`${id} level`, level],
        [`${id} density`, density],
      ] as const,
  ),
];

const pastBeats = (now: number): readonly Beats[] =>
  [0, 0.1, 0.5, 1, 2, 4, 8, 16, 64].map((ago) => beats(now - ago)).filter((beat) => beat >= 0);

/** How far from the nearest bar line. */
function offLine({ metre }: RoomState, beat: Beats): number {
  const { beatInBar, phase } = positionAt(metre, beat);
  return phase > 0.5 ? beatInBar / phase - beatInBar : beatInBar;
}
