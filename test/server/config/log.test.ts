import { describe, expect, it } from 'vitest';
import { createLog, type LogFields, sparingly, tellFault } from '../../../server/config/log.ts';
import { StoreFault } from '../../../server/store/store-fault.ts';

function logging() {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', 'ward 3', {
    write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  return { log, lines };
}

describe('[S7] The log', () => {
  it('is one JSON object a line, with the fields of the list and no others', () => {
    const { log, lines } = logging();
    log('info', 'seatTaken', { session: 's1', member: 'm1', name: 'Ada', token: 'secret' } as LogFields);
    log('debug', 'unheard');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toEqual({
      level: 30,
      time: expect.any(Number),
      service: 'ward 3',
      session: 's1',
      member: 'm1',
      event: 'seatTaken',
    });
  });

  it('tells where a fault came from and never its message', () => {
    const told = tellFault(new StoreFault('full', 'Ada said hello', new Error('Ada again')));
    expect(told).toMatchObject({ fault: 'StoreFault', code: 'full' });
    expect(told.frames?.[0]).toMatch(/^at /);
    const many = new Error('first line\n    at Ada (said hello)\nsecond');
    expect(JSON.stringify([told, tellFault('Ada'), tellFault(many).fault])).not.toContain('Ada');
  });

  it('of a flood it tells thirty lines a minute, and how many it left out', () => {
    let nowMs = 0;
    const { log, lines } = logging();
    const calm = sparingly(log, () => nowMs);
    for (let one = 0; one < 500; one++) calm('warn', 'handshakeRefused', { why: 'origin' });
    calm('info', 'started');
    expect(lines.map(({ event }) => event).filter((event) => event === 'handshakeRefused')).toHaveLength(30);
    expect(lines.at(-1)?.['event']).toBe('started');
    nowMs = 60_001;
    calm('warn', 'handshakeRefused', { why: 'origin' });
    expect(lines.at(-1)).toMatchObject({ event: 'handshakeRefused', why: 'origin', leftOut: 470 });
  });
});
