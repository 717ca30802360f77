import { assertNever } from '../base/assert.ts';
import type { MemberId } from '../base/ids.ts';
import { beats, type RoomMs, roomMs } from '../base/units.ts';
import type { Entry } from '../event/entry.ts';
import type { Joined } from '../event/membership.ts';
import type { SessionOpened } from '../event/setting.ts';
import { INSTRUMENT_IDS } from '../music/instrument.ts';
import { withFrame } from '../music/frame-timeline.ts';
import { createEchoMap, type Echo, echoNamed, LIVE_ECHO, withEcho } from '../time/echo.ts';
import { FULL_LEVEL } from '../time/level-map.ts';
import { metreOf } from '../time/metre.ts';
import { createMetreMap, withMetre } from '../time/metre-map.ts';
import { createTempoMap, withGlide } from '../time/tempo-map.ts';
import { evolveShape } from './evolve-shape.ts';
import { FACILITATOR_HOLDS, HELD_BY_FACILITATOR, isHeld, withHolder, withoutHolder } from './holding.ts';
import type { Member, Presence, RoomState } from './state.ts';
import { withMember } from './with-member.ts';

/** The room as its first entry leaves it. */
export function openedRoom(entry: Entry, opened: SessionOpened): RoomState {
  return {
    seq: entry.seq,
    openedAt: entry.at,
    title: opened.title,
    place: opened.place,
    isClosed: false,
    tempo: createTempoMap(entry.at, opened.bpm),
    metre: createMetreMap(opened.metre),
    frames: [{ from: beats(0), frame: opened.frame }],
    pulse: { type: 'still' },
    echoes: createEchoMap(firstEcho(opened)),
    isEchoFixed: false,
    isCompanyInvited: false,
    instruments: opened.instruments ?? INSTRUMENT_IDS,
    door: { hasDoor: opened.hasDoor ?? false, isLocked: false },
    listening: opened.listening ?? 'announced',
    arc: { steps: opened.arc ?? [], step: undefined, since: entry.at },
    goals: opened.goals ?? '',
    holding: HELD_BY_FACILITATOR,
    unheldSince: entry.at,
    isCalmEndOffered: false,
    loudness: FULL_LEVEL,
    density: FULL_LEVEL,
    hushes: [],
    round: undefined,
    turns: [],
    grounds: [],
    ending: undefined,
    stoppedAt: undefined,
    members: [],
  };
}

/**
 * The room after one more entry. Server, browser and replay all run this one function. The same object when the
 * entry is in it already; throws when an entry in between is missing, since every later answer would be wrong.
 */
export function evolve(state: RoomState, entry: Entry): RoomState {
  if (entry.seq <= state.seq) return state;
  if (entry.seq !== state.seq + 1) throw new Error(`Entry ${entry.seq} came after ${state.seq}`);
  return withWatch({ ...change(state, entry), seq: entry.seq }, entry.at);
}

/** Since when nobody holds the room follows from who is here. */
function withWatch(state: RoomState, at: RoomMs): RoomState {
  if (isHeld(state)) {
    return state.unheldSince === undefined && !state.isCalmEndOffered
      ? state
      : { ...state, unheldSince: undefined, isCalmEndOffered: false };
  }
  return state.unheldSince === undefined ? { ...state, unheldSince: at } : state;
}

function change(state: RoomState, entry: Entry): RoomState {
  const { event, at, by } = entry;
  switch (event.type) {
    case 'loudnessSet':
    case 'densitySet':
    case 'softened':
    case 'softeningEnded':
    case 'hushed':
    case 'hushLifted':
    case 'roundBegun':
    case 'turnSet':
    case 'roundEnded':
    case 'groundSet':
    case 'endingAnnounced':
    case 'endingCalledOff':
    case 'stopped':
      return evolveShape(state, event, by, at);
    case 'doorSet':
      return { ...state, door: { hasDoor: event.hasDoor, isLocked: event.isLocked } };
    case 'codeRenewed':
      return state;
    case 'controlsGiven':
      return {
        ...state,
        holding: withHolder(
          state.holding,
          event.controls,
          event.to === 'everyone'
            ? { type: 'everyone' }
            : { type: 'member', member: event.to, until: event.until },
        ),
      };
    case 'controlsReturned':
      return { ...state, holding: withHolder(state.holding, event.controls, FACILITATOR_HOLDS) };
    case 'calmEndOffered':
      return { ...state, isCalmEndOffered: true };
    case 'arcSet':
      return {
        ...state,
        arc: { steps: event.steps, step: stepWithin(state, event.steps.length), since: state.arc.since },
      };
    case 'arcMoved':
      return { ...state, arc: { ...state.arc, step: event.step ?? undefined, since: at } };
    case 'goalsSet':
      return { ...state, goals: event.goals };
    case 'breakTaken':
      return withMember(state, event.member, { isOnBreak: true });
    case 'breakEnded':
      return withMember(state, event.member, { isOnBreak: false });
    case 'sessionOpened':
      return state;
    case 'roomClosed':
      return { ...state, isClosed: true, pulse: { type: 'still' } };
    case 'joined':
      return { ...state, members: [...state.members, seated(event, at)] };
    case 'left':
      return {
        ...state,
        holding: withoutHolder(state.holding, event.member),
        members: state.members.filter((member) => member.id !== event.member),
      };
    case 'linkLost':
      return withPresence(state, event.member, 'lost');
    case 'wentAway':
      // What they held returns to the facilitator, so that the room is never held by someone who is gone.
      return {
        ...withPresence(state, event.member, 'away'),
        holding: withoutHolder(state.holding, event.member),
      };
    case 'returned':
      return withPresence(state, event.member, 'here');
    case 'instrumentChosen':
      return withMember(state, event.member, { instrument: event.instrument });
    case 'keepingSet':
      return withMember(state, event.member, { keptSince: event.isKept ? at : undefined });
    case 'readinessReported':
      return withMember(state, event.member, { isReady: event.isReady, clockErrorMs: event.clockErrorMs });
    case 'companyInvited':
      return { ...state, isCompanyInvited: true };
    case 'companySentHome':
      return { ...state, isCompanyInvited: false };
    case 'tempoSet':
      return { ...state, tempo: withGlide(state.tempo, event.from, event.glideBeats, event.bpm) };
    case 'metreSet':
      return { ...state, metre: withMetre(state.metre, event.fromBar, event.metre) };
    case 'pulseAwaited':
      return { ...state, pulse: { type: 'awaited', untilMs: roomMs(event.untilMs) } };
    case 'pulseStarted':
      return {
        ...state,
        pulse: { type: 'going', from: event.from, countInBars: event.countInBars, until: undefined },
      };
    case 'pulseStopped':
      return {
        ...state,
        pulse: state.pulse.type === 'going' ? { ...state.pulse, until: event.from } : { type: 'still' },
      };
    case 'frameSet':
      return { ...state, frames: withFrame(state.frames, event.from, event.frame) };
    case 'echoSet':
      return {
        ...state,
        echoes: withEcho(state.echoes, event.from, event.echo),
        isEchoFixed: event.isFixed,
      };
    default:
      return assertNever(event);
  }
}

/** Before anything is known of the links: live in one place, and an eighth apart, which holds on ward Wi-Fi. */
export const firstEcho = ({ place, metre }: SessionOpened): Echo =>
  place === 'together' ? LIVE_ECHO : echoNamed('eighth', metreOf(metre));

function seated(joined: Joined, at: RoomMs): Member {
  const { member, name, shape, colour, chair, role, instrument, isKept, isCompany } = joined;
  return {
    id: member,
    name,
    shape,
    colour,
    chair,
    role,
    instrument,
    keptSince: isKept ? at : undefined,
    isCompany,
    presence: 'here',
    isReady: false,
    clockErrorMs: 0,
    joinedAt: at,
    level: FULL_LEVEL,
    softened: undefined,
    density: FULL_LEVEL,
    isOnBreak: false,
  };
}

const stepWithin = ({ arc }: RoomState, count: number): number | undefined =>
  arc.step !== undefined && arc.step < count ? arc.step : undefined;

/** Someone whose link is gone cannot be ready; they report again when they return. */
function withPresence(state: RoomState, id: MemberId, presence: Presence): RoomState {
  return withMember(state, id, presence === 'here' ? { presence } : { presence, isReady: false });
}
