import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../shared/event/entry.ts';
import { fold } from '../../../shared/room/fold.ts';
import { expectClosedIsLast, expectLaws, expectNothingDue } from './laws.ts';
import { ANY_STORY, lived, storyOf } from './stories.ts';
import { aWorld } from './world.ts';

describe('a room whatever happens in it', () => {
  it.each([
    ['everything', ANY_STORY, 400],
    ['endings', storyOf({ shaping: 4, ending: 4, time: 6, presence: 1 }, 40), 250],
    ['rounds', storyOf({ passing: 4, answers: 8, time: 4, shaping: 2, presence: 2, ending: 1 }, 40), 250],
    ['holding', storyOf({ holding: 4, answers: 5, time: 3, presence: 4 }, 40), 250],
    ['the door', storyOf({ door: 5, presence: 6, time: 3 }, 40), 250],
  ] as const)('[H1][H3][C1][C4][C6][C9][C15] keeps its laws in stories of %s', (_, stories, numRuns) => {
    fc.assert(
      fc.property(stories, (story) => {
        const over = lived(story, (before, after, { title }) => {
          expectLaws(before, after);
          if (title.endsWith(' ms')) expectNothingDue(after);
        });
        expect(over.state.seq).toBe(over.log.length);
      }),
      { numRuns },
    );
  });

  it('[L2][R9] is what its log folds to, also through a disk, and closes last', () => {
    fc.assert(
      fc.property(ANY_STORY, (story) => {
        const { log, state } = lived(story, () => {});
        expect(fold(log)).toEqual(state);
        expect(fold(JSON.parse(JSON.stringify(log)) as Entry[])).toEqual(state);
        expectClosedIsLast({ log });
      }),
      { numRuns: 300 },
    );
  });

  it('comes in these stories to every kind of event there is, so that each law is tried', () => {
    const reached = new Set<string>();
    for (const story of fc.sample(ANY_STORY, { numRuns: 600, seed: 7 }))
      for (const { event } of lived(story, () => {}).log.slice(aWorld().log.length)) reached.add(event.type);
    expect([...reached].sort()).toEqual([
      'breakEnded',
      'breakTaken',
      'calmEndOffered',
      'controlsGiven',
      'controlsReturned',
      'densitySet',
      'doorSet',
      'endingAnnounced',
      'endingCalledOff',
      'frameSet',
      'hushLifted',
      'hushed',
      'instrumentChosen',
      'joined',
      'left',
      'linkLost',
      'loudnessSet',
      'metreSet',
      'pulseAwaited',
      'pulseStarted',
      'pulseStopped',
      'returned',
      'roomClosed',
      'roundBegun',
      'roundEnded',
      'softened',
      'softeningEnded',
      'stopped',
      'tempoSet',
      'turnSet',
      'wentAway',
    ]);
  });
});
