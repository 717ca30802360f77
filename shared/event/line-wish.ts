import type { LineWish } from './line.ts';
import type { Wish } from './wish.ts';

const LINE_WISHES: Readonly<Record<LineWish['type'], true>> = {
  playNote: true,
  releaseNote: true,
  bendNote: true,
  setLoop: true,
  stopLoop: true,
};

/** Whether a wish is about playing, and so concerns a line and not the room. */
export const isLineWish = (wish: Wish): wish is LineWish => wish.type in LINE_WISHES;
