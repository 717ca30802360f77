import { describe, expect, it } from 'vitest';
import { runWorld, type WorldReport } from '../support/world/world.ts';

/** More of them on request: `WORLDS=10000 npx vitest run --project unit test/server/room/worlds.test.ts`. */
const WORLDS = Number(process.env['WORLDS'] ?? 300);
const AT_ONCE = 25;

/** Worlds that went wrong once, by what holds in them now. */
const ONCE_WRONG = [
  [9, 'a loop sent again after a restart, with a new bar line, is no repeat'],
  [17, 'a page that reloads after a restart counts anew from what was stored; its notes are no repeats'],
  [18, 'a loop sent again after a restart, for the same bar line, is no repeat'],
  [320, 'what a hand does after a return does not overtake the no that still waits to be sent'],
  [4627, 'a wish that changed nothing, sent again after a restart, does not undo a later one'],
] as const;

const firsts = Array.from({ length: Math.ceil(WORLDS / AT_ONCE) }, (_, index) => 1 + index * AT_ONCE);
const total = { entries: 0, lines: 0, kills: 0, drops: 0 };

function add(report: WorldReport) {
  total.entries += report.entries;
  total.lines += report.lines;
  total.kills += report.kills;
  total.drops += report.drops;
}

describe('seeded worlds: lag, drops, repeats, restarts', () => {
  for (const [seed, what] of ONCE_WRONG)
    it(`[L3][L5][N7] seed ${seed}: ${what}`, async () => {
      const { complaints, swallowed } = await runWorld(seed);
      expect({ complaints, swallowed }).toEqual({ complaints: [], swallowed: 0 });
    });

  it.each(firsts)(
    '[L1] to [L8] hold in the 25 worlds from seed %i on',
    async (first) => {
      const wrong: string[] = [];
      for (let seed = first; seed < Math.min(first + AT_ONCE, WORLDS + 1); seed++) {
        const report = await runWorld(seed);
        add(report);
        for (const complaint of report.complaints) wrong.push(`seed ${seed}: ${complaint}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it.each(firsts.slice(0, Math.ceil(firsts.length / 3)))(
    '[L1] to [L8] hold in the 25 worlds from seed %i on in which people hold the room together',
    async (first) => {
      const wrong: string[] = [];
      for (let seed = first; seed < first + AT_ONCE; seed++) {
        const { complaints } = await runWorld(seed, true);
        for (const complaint of complaints) wrong.push(`held seed ${seed}: ${complaint}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('had enough happen in them to mean something', () => {
    expect(total.entries / WORLDS).toBeGreaterThan(20);
    expect(total.lines / WORLDS).toBeGreaterThan(20);
    expect(total.kills / WORLDS).toBeGreaterThan(0.5);
    expect(total.drops / WORLDS).toBeGreaterThan(3);
  });
});
