import { describe, expect, it } from 'vitest';
import { type Author, memberId, type MemberId, THE_ROOM } from '../../../shared/base/ids.ts';
import { CONTROLS, type Control } from '../../../shared/event/holding.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { OwnWish } from '../../../shared/event/wish.ts';
import { decide } from '../../../shared/room/decide.ts';
import { decideLine } from '../../../shared/room/decide-line.ts';
import { SILENT_LINE } from '../../../shared/room/line-state.ts';
import { decidePassing } from '../../../shared/room/passing/decide-passing.ts';
import { NOTHING_PASSING } from '../../../shared/room/passing/passing.ts';
import { PERMISSIONS, whyNot } from '../../../shared/room/permissions.ts';
import type { Holder, RoomState } from '../../../shared/room/state.ts';
import { ADA, admit, BEN, LIV, OPENED_AT, roomOfThree, STRANGER, wished } from './a-room.ts';
import { EVA, LINE_WISHES, ONE_OF_EACH, OWN_WISHES, PASSING_WISHES, ROOM_WISHES } from './wishes.ts';

/**
 * The table once more, by hand. A change of the one in shared/room has to be made here as well, and so is never made by accident.
 *
 *   f facilitator, p player, l listener, r the room itself; a control in words: whoever holds it
 *   playing: not on a break          shaping: not once the end is announced or all was stopped
 */
const MAY: Readonly<Record<keyof typeof PERMISSIONS, string>> = {
  leave: 'f p l',
  chooseInstrument: 'f p',
  setKeeping: 'f p',
  reportReadiness: 'f p l',
  takeBreak: 'f p l',
  endBreak: 'f p l',

  playNote: 'f p playing',
  releaseNote: 'f p',
  bendNote: 'f p playing',
  setLoop: 'f p playing',
  stopLoop: 'f p',

  setDoor: 'door',
  renewCode: 'door',
  putAtDoor: 'door f',
  remove: 'door f',
  callIn: 'door',
  sayAtDoor: 'door',
  notNow: 'door',
  turnAway: 'door',
  objectToListener: 'f p l',
  inviteCompany: 'f r',
  sendCompanyHome: 'f r',

  inviteToHold: 'f',
  openToAll: 'f',
  takeBack: 'f',
  giveBack: 'f p l',
  inviteToInstrument: 'people',
  acceptInvitation: 'f p l',
  declineInvitation: 'f p l',
  withdrawInvitation: 'f p l',

  setTempo: 'tempo shaping',
  setMetre: 'tempo shaping',
  startPulse: 'tempo shaping',
  stopPulse: 'tempo shaping',
  pause: 'tempo shaping',
  fixEcho: 'tempo shaping',
  setFrame: 'frame shaping',
  holdGround: 'frame shaping',

  swell: 'dynamics shaping',
  setDensity: 'dynamics shaping',
  conduct: 'dynamics shaping',
  hush: 'dynamics f',
  liftHush: 'dynamics f shaping',
  soften: 'people',
  endSoftening: 'people f shaping',

  beginRound: 'rounds shaping',
  beginCallAndAnswer: 'rounds shaping',
  endRound: 'rounds f',

  setArc: 'arc',
  moveArc: 'arc',
  setGoals: 'arc',

  announceEnding: 'ending f calm',
  callOffEnding: 'ending f calm',
  stopNow: 'ending f',
  closeRoom: 'ending f r',

  sendSignal: 'f p l',
  clearSignal: 'people',
  propose: 'f p',
  second: 'f p',
  takeProposal: 'f p',
  setAside: 'f p',

  admit: 'r',
  loseLink: 'r',
  goAway: 'r',
  returnToSeat: 'r',
  expireSeat: 'r',
  disable: 'r',
  proposeEcho: 'r',
  stopWaiting: 'r',
  doWhatIsDue: 'r',
};

const CAM = memberId('cam0000000');

interface Wisher {
  readonly who: string;
  readonly id: Author;
  readonly letter: 'f' | 'p' | 'l' | 'r' | undefined;
}

/** Ben is the one who holds a control where a member does. */
const WISHERS: readonly Wisher[] = [
  { who: 'the facilitator', id: ADA, letter: 'f' },
  { who: 'a player', id: BEN, letter: 'p' },
  { who: 'one of the company', id: CAM, letter: 'p' },
  { who: 'a listener', id: LIV, letter: 'l' },
  { who: 'a stranger', id: STRANGER, letter: undefined },
  { who: 'the room', id: THE_ROOM, letter: 'r' },
];

/** Who holds what: all with the facilitator, each control with Ben, everything with Ben, tempo or frame with everyone. */
const HOLDINGS: readonly { readonly title: string; readonly holding: RoomState['holding'] }[] = (() => {
  const all = (holder: Holder) =>
    Object.fromEntries(CONTROLS.map((control) => [control, holder])) as RoomState['holding'];
  const facilitator = all({ type: 'facilitator' });
  const bens: Holder = { type: 'member', member: BEN, until: null };
  const everyones = ['tempo', 'frame'] as const;
  return [
    { title: 'the facilitator holds all', holding: facilitator },
    { title: 'Ben holds all', holding: all(bens) },
    ...CONTROLS.map((control) => ({
      title: `Ben holds ${control}`,
      holding: { ...facilitator, [control]: bens },
    })),
    ...everyones.map((control) => ({
      title: `everyone may ${control}`,
      holding: { ...facilitator, [control]: { type: 'everyone' } as const },
    })),
  ];
})();

interface Condition {
  readonly title: string;
  readonly onBreak?: true;
  readonly ending?: true;
  readonly stopped?: true;
  readonly closed?: true;
  readonly calm?: true;
  readonly door?: RoomState['door'];
}
const CONDITIONS: readonly Condition[] = [
  { title: 'no door' },
  { title: 'a door', door: { hasDoor: true, isLocked: false } },
  { title: 'a locked door', door: { hasDoor: true, isLocked: true } },
  { title: 'all on a break', onBreak: true },
  { title: 'an ending announced', ending: true },
  { title: 'an ending announced, all on a break', ending: true, onBreak: true },
  { title: 'stopped', stopped: true },
  { title: 'stopped in an ending', stopped: true, ending: true },
  { title: 'a calm end offered', calm: true },
  { title: 'a calm end offered and announced', calm: true, ending: true },
  { title: 'a calm end offered, all on a break', calm: true, onBreak: true },
  { title: 'closed', closed: true },
  { title: 'closed after a stop with a calm end offered', closed: true, stopped: true, calm: true },
];

const peopled = [
  { ...admit(CAM, 'player'), shape: 'wave', isCompany: true } as OwnWish,
  { ...admit(EVA, 'player', 'Eva'), shape: 'drop' } as OwnWish,
].reduce((state, wish) => wished(state, wish, THE_ROOM), roomOfThree());

/** The room in a condition, by the wishes that lead there as far as there are any. */
function roomIn(condition: Condition, holding: RoomState['holding']): RoomState {
  let state: RoomState = { ...peopled, door: condition.door ?? peopled.door };
  if (condition.onBreak) for (const { id } of state.members) state = wished(state, { type: 'takeBreak' }, id);
  if (condition.ending) state = wished(state, { type: 'announceEnding', leadBars: null, closeBars: 4 }, ADA);
  if (condition.stopped) state = wished(state, { type: 'stopNow' }, ADA);
  if (condition.closed) state = wished(state, { type: 'closeRoom' }, ADA);
  return { ...state, holding, isCalmEndOffered: condition.calm === true };
}

const ROOMS = CONDITIONS.flatMap((condition) =>
  HOLDINGS.map(({ title, holding }) => ({
    title: `${title}, ${condition.title}`,
    condition,
    holding,
    state: roomIn(condition, holding),
  })),
);

/** What the table by hand says of one wish, one person and one room: undefined for yes. */
function byHand(
  words: readonly string[],
  { letter, id }: Wisher,
  condition: Condition,
  holding: RoomState['holding'],
): string | undefined {
  if (letter === 'r') return words.includes('r') ? undefined : 'notAllowed';
  if (condition.closed) return 'roomClosed';
  if (letter === undefined) return 'notHere';
  const control = CONTROLS.find((one) => words.includes(one));
  const isTheirs = control !== undefined && isHeldBy(holding[control], letter, id);
  const isOffered = condition.calm === true && words.includes('calm') && letter !== 'l';
  if (!isTheirs && !words.includes(letter) && !isOffered) return 'notAllowed';
  if (condition.onBreak && words.includes('playing')) return 'onBreak';
  if ((condition.ending || condition.stopped) && words.includes('shaping')) return 'endingNow';
  return undefined;
}

function isHeldBy(holder: Holder, letter: string, id: Author): boolean {
  if (holder.type === 'facilitator') return letter === 'f';
  return holder.type === 'everyone' ? letter !== 'l' : holder.member === id;
}

const ROWS = Object.entries(MAY).map(
  ([type, words]) => [type as keyof typeof PERMISSIONS, words.split(' ')] as const,
);

describe('who may wish for what', () => {
  it('[R7] is said of every wish there is', () => {
    expect(Object.keys(MAY).sort()).toEqual(Object.keys(PERMISSIONS).sort());
    expect(ONE_OF_EACH.map(({ type }) => type).sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  it.each(ROWS)(
    '[R7][R9][H1][H5][H6][C4] %s is as the table by hand has it, for each in each room',
    (type, words) => {
      for (const { title, condition, holding, state } of ROOMS)
        for (const wisher of WISHERS) {
          const wanted = byHand(words, wisher, condition, holding);
          const found = whyNot(state, type, wisher.id);
          if (found !== wanted)
            throw new Error(`${wisher.who} wishes ${type} (${title}): ${found}, by hand ${wanted}`);
        }
      expect(ROOMS).toHaveLength(CONDITIONS.length * (CONTROLS.length + 4));
    },
  );

  it('[H5] leaves the facilitator what keeps people safe, whoever holds the controls, and nothing else of them', () => {
    const bens = ROOMS.find(({ title }) => title === 'Ben holds all, no door');
    if (!bens) throw new Error('There is a room in which Ben holds all');
    const held = ROWS.filter(([, words]) => words.some((word) => CONTROLS.includes(word as Control)));
    const mayStill = held.map(([type]) => type).filter((type) => !whyNot(bens.state, type, ADA));
    expect(mayStill.sort()).toEqual([
      'announceEnding',
      'callOffEnding',
      'closeRoom',
      'endRound',
      'endSoftening',
      'hush',
      'liftHush',
      'putAtDoor',
      'remove',
      'stopNow',
    ]);
  });

  it('[H8] has no wish with which someone plays, chooses, agrees or rests for another', () => {
    const theirOwn = ONE_OF_EACH.filter(({ type }) =>
      [
        'playNote',
        'bendNote',
        'setLoop',
        'chooseInstrument',
        'setKeeping',
        'takeBreak',
        'endBreak',
        'acceptInvitation',
        'declineInvitation',
        'leave',
      ].includes(type),
    );
    expect(theirOwn).toHaveLength(10);
    for (const wish of theirOwn) expect(Object.keys(wish)).not.toContain('member');
  });
});

describe('what is decided', () => {
  const BY_THE_TABLE = ['notAllowed', 'notHere', 'onBreak', 'endingNow'];
  const members = WISHERS.flatMap(({ id }) => (id === THE_ROOM ? [] : [id]));

  /** Where the answer is not the table's. What it lets pass may still be refused for how things are, not for who asks or when. */
  const against = (
    type: keyof typeof PERMISSIONS,
    by: readonly Author[],
    decided: (state: RoomState, by: Author) => Result<unknown>,
    byTheTable = BY_THE_TABLE,
  ): readonly string[] =>
    ROOMS.flatMap(({ title, state }) =>
      by.flatMap((id) => {
        const objection = whyNot(state, type, id);
        const answer = decided(state, id);
        const reason = answer.type === 'refused' ? answer.reason : undefined;
        const isAsTold =
          objection === undefined
            ? reason === undefined || !byTheTable.includes(reason)
            : reason === objection;
        return isAsTold ? [] : [`${id} (${title}): ${reason}, by the table ${objection}`];
      }),
    );

  it.each([...ROOM_WISHES, ...OWN_WISHES])('[R7][R8] of $type asks the table first', (asked) => {
    const by: readonly Author[] = [...members, THE_ROOM];
    expect(against(asked.type, by, (state, id) => decide(state, asked, id, OPENED_AT))).toEqual([]);
  });

  it.each(PASSING_WISHES)('[R7][R8] of $type, which first only passes, asks the table first', (asked) => {
    const decided = (state: RoomState, by: Author) =>
      decidePassing(state, NOTHING_PASSING, asked, by as MemberId, OPENED_AT);
    expect(against(asked.type, members, decided)).toEqual([]);
  });

  it.each(LINE_WISHES)('[R7][R8] of $type, in a line, asks the table first', (asked) => {
    // That the last chord has sounded is refused by when it was played, not by the table.
    const decided = (state: RoomState, by: Author) =>
      decideLine(state, SILENT_LINE, asked, by as MemberId, OPENED_AT);
    expect(against(asked.type, members, decided, ['notAllowed', 'notHere', 'onBreak'])).toEqual([]);
  });
});
