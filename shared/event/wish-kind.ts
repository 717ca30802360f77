import type { LineWish } from './line.ts';
import type { PassingWish, Wish } from './wish.ts';

const LINE_WISHES: Readonly<Record<LineWish['type'], true>> = {
  playNote: true,
  releaseNote: true,
  bendNote: true,
  setLoop: true,
  stopLoop: true,
};

/** Whether a wish is about playing, and so concerns a line and not the room. */
export const isLineWish = (wish: Wish): wish is LineWish => wish.type in LINE_WISHES;

const PASSING_WISHES: Readonly<Record<PassingWish['type'], true>> = {
  callIn: true,
  sayAtDoor: true,
  notNow: true,
  turnAway: true,
  objectToListener: true,
  inviteToHold: true,
  inviteToInstrument: true,
  acceptInvitation: true,
  declineInvitation: true,
  withdrawInvitation: true,
  beginRound: true,
  beginCallAndAnswer: true,
  endRound: true,
  sendSignal: true,
  clearSignal: true,
  propose: true,
  second: true,
  takeProposal: true,
  setAside: true,
};

/** Whether a wish first only passes between people. */
export const isPassingWish = (wish: Exclude<Wish, LineWish>): wish is PassingWish =>
  wish.type in PASSING_WISHES;
