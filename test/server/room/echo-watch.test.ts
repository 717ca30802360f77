import { describe, expect, it } from 'vitest';
import { ticksOfBeats } from '../../../shared/base/units.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import { echoAt } from '../../../shared/time/echo.ts';
import { binOfLag } from '../../../shared/time/lag-summary.ts';
import { openRoomAtTest } from '../support/room-at-test.ts';

const BAR_MS = 2000;
const BAR_TICKS = 4 * 960;

function roomApart() {
  const at = openRoomAtTest();
  const ada = at.seat('Ada', { role: 'facilitator' });
  const ben = at.seat('Ben');
  const late = (lagMs: number, count = 200, guest = ben) =>
    at.room.onLags(guest.id, [[binOfLag(lagMs), count]]);
  const echoNow = () => {
    const { tempo, echoes } = at.room.state();
    const echo = echoAt(echoes, ticksOfBeats(beatAt(tempo, at.time.now())));
    return echo.type === 'live' ? 'live' : echo.name;
  };
  const echoes = () => at.said('echoSet').map(({ event }) => event);
  return { ...at, ada, ben, late, echoNow, echoes };
}

describe('the echo of a room', () => {
  it('[T10] goes up at the next bar line as far as it takes, announced a safe bar ahead', async () => {
    const { time, late, echoes, echoNow } = roomApart();
    await time.advance(100);
    late(700);
    await time.advance(BAR_MS - 101);
    expect(echoes()).toEqual([]);
    await time.advance(1);
    expect(echoes()).toEqual([
      {
        type: 'echoSet',
        from: 2 * BAR_TICKS,
        echo: { type: 'musical', name: 'halfBar', length: 1920 },
        isFixed: false,
      },
    ]);
    expect(echoNow()).toBe('eighth');
    await time.advance(BAR_MS);
    expect(echoNow()).toBe('halfBar');
  });

  it('[T10] is proposed once, not at every bar line again', async () => {
    const { time, late, echoes } = roomApart();
    late(700);
    await time.advance(20 * BAR_MS);
    expect(echoes()).toHaveLength(1);
  });

  it('[T10] comes down one step after the need is two minutes past and 15 s more went well', async () => {
    const { time, late, echoes, echoNow } = roomApart();
    late(700);
    await time.advance(2 * BAR_MS);
    for (let second = 4; second < 118; second += 2) {
      late(20, 20);
      await time.advance(BAR_MS);
    }
    expect(echoNow()).toBe('halfBar');
    for (let second = 118; second < 146; second += 2) {
      late(20, 20);
      await time.advance(BAR_MS);
    }
    expect(echoes().map((event) => event.type === 'echoSet' && event.echo)).toMatchObject([
      { name: 'halfBar' },
      { name: 'quarter' },
    ]);
  });

  it('[T10] no longer counts who has left', async () => {
    const { time, late, ben, echoes } = roomApart();
    late(700);
    ben.ask({ type: 'leave' });
    await time.advance(4 * BAR_MS);
    expect(echoes()).toEqual([]);
  });

  it('[T10] that a person fixed stays, and the room proposes nothing until it is set free', async () => {
    const { time, ada, late, echoes, echoNow } = roomApart();
    ada.ask({ type: 'fixEcho', echo: 'quarter' });
    late(700);
    await time.advance(10 * BAR_MS);
    expect(echoNow()).toBe('quarter');
    expect(echoes()).toHaveLength(1);
    ada.ask({ type: 'fixEcho', echo: 'auto' });
    late(700);
    await time.advance(3 * BAR_MS);
    late(700);
    await time.advance(3 * BAR_MS);
    expect(echoNow()).toBe('halfBar');
  });

  it('[T9] follows a new metre at its bar line, fixed or not, and is not turned back on the way', async () => {
    for (const isFixed of [true, false]) {
      const { time, ada, late, room, echoes } = roomApart();
      if (isFixed) ada.ask({ type: 'fixEcho', echo: 'bar' });
      else late(1200);
      await time.advance(3 * BAR_MS + 100);
      const before = echoes().length;
      ada.ask({ type: 'setMetre', metre: '3/4' });
      for (let bars = 0; bars < 5; bars++) await time.advance(1500);
      const inThree = room.state().metre.segments.at(-1)?.startBeat ?? 0;
      expect(echoes().slice(before)).toMatchObject([
        { from: inThree * 960, echo: { name: 'bar', length: 3 * 960 }, isFixed },
      ]);
    }
  });

  it('stops asking when the room stops', async () => {
    const { time, room } = roomApart();
    await time.advance(5000);
    room.stop('serverStopping');
    expect(time.waiting()).toBe(0);
  });
});
