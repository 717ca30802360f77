import { describe, expect, it } from 'vitest';
import { roomNow } from '../../../client/hooks/use-room-now.ts';
import { surfacePitches } from '../../../shared/music/layout.ts';
import { tellSession } from '../support/a-session.ts';

const BAR = 3840;

describe('what holds in a room now', () => {
  const session = tellSession({ frame: { tonic: 0, scale: 'major', feel: 'straight' } });
  const chords = [
    { root: 0, kind: 'major', bars: 1 },
    { root: 7, kind: 'dominant', bars: 1 },
  ] as const;
  session.wish({ type: 'setFrame', frame: { tonic: 0, scale: 'major', feel: 'straight', chords } }, 100);
  const frameIn = (bar: number) => roomNow(session.room(), bar * BAR).frame;

  it('has the chord of the bar, so that what lies under the fingers follows it', () => {
    expect([0, 1, 2, 3, 4].map((bar) => frameIn(bar).chord?.root)).toEqual([undefined, 0, 7, 0, 7]);
    expect(surfacePitches(frameIn(1), 'marimba')).not.toEqual(surfacePitches(frameIn(2), 'marimba'));
    expect(surfacePitches(frameIn(1), 'marimba')).toHaveLength(surfacePitches(frameIn(2), 'marimba').length);
  });

  it('gives the same frame for the same chord, so that a surface is drawn anew only when it changes', () => {
    expect(frameIn(1)).toBe(frameIn(3));
    expect(roomNow(session.room(), BAR).frame).toBe(roomNow(session.room(), 2 * BAR - 1).frame);
  });
});
