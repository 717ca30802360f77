import { assert } from '../base/assert.ts';
import { type Beats, beats } from '../base/units.ts';

/**
 * A level (of loudness, of density) over time: 0 to 1, constant or moving evenly in beats, never jumping.
 *
 *   level = from + (to − from) · min(1, Δb / glide)
 */
export interface LevelPiece {
  readonly from: Beats;
  readonly level: number;
  readonly to: number;
  /** Above 0: nothing jumps. */
  readonly glideBeats: Beats;
}

/** In order of time; before the first piece, and in an empty map, the level is 1. Plain JSON, never changed in place. */
export interface LevelMap {
  readonly pieces: readonly LevelPiece[];
}

export const FULL_LEVEL: LevelMap = { pieces: [] };

/** The shortest way from one level to another, in beats: an eighth at any tempo is no click and no startle. */
export const SHORTEST_GLIDE = beats(0.5);

export function levelAt(map: LevelMap, beat: number): number {
  const piece = map.pieces.findLast(({ from }) => from <= beat);
  if (!piece) return 1;
  const way = (beat - piece.from) / piece.glideBeats;
  // There it is exactly there: rounding must not leave a hair to go.
  return way >= 1 ? piece.to : piece.level + (piece.to - piece.level) * way;
}

/** Where it will rest when nothing more is changed. */
export const levelToCome = (map: LevelMap): number => map.pieces.at(-1)?.to ?? 1;

/** The map that leaves its way at `from` and is at `to` a glide later, in place of what was planned from there. */
export function withLevel(map: LevelMap, from: Beats, to: number, glideBeats: number): LevelMap {
  assert(to >= 0 && to <= 1, `a level lies from 0 to 1, not at ${to}`);
  const level = levelAt(map, from);
  const pieces = map.pieces.filter((piece) => piece.from < from);
  if (level === to && levelToCome({ pieces }) === to)
    return pieces.length === map.pieces.length ? map : { pieces };
  return {
    pieces: [...pieces, { from, level, to, glideBeats: beats(Math.max(SHORTEST_GLIDE, glideBeats)) }],
  };
}
