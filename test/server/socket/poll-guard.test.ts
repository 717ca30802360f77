import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createPollGuard } from '../../../server/socket/poll-guard.ts';

/** An answer that is under way until it is told otherwise. */
class Answer extends EventEmitter {
  status: number | undefined;
  headersSent = false;
  writableFinished = false;
  isDestroyed = false;
  setHeader() {}
  writeHead(status: number) {
    this.status = status;
  }
  end() {}
  destroy() {
    this.isDestroyed = true;
    this.emit('close');
  }
}

function guarding() {
  const guard = createPollGuard(
    () => true,
    () => {},
  );
  return (url: string, method = 'GET') => {
    const answer = new Answer();
    let isPassed = false;
    guard({ url, method } as IncomingMessage, answer as unknown as ServerResponse, () => {
      isPassed = true;
    });
    return { answer, isPassed };
  };
}

const POLL = '/socket/?EIO=4&transport=polling&sid=abc';

describe('[E4] Unread answers of one who polls do not pile up', () => {
  it('while the last answer is still on its way there is no next one, and its connection ends', () => {
    const ask = guarding();
    const first = ask(POLL);
    expect(first.isPassed).toBe(true);
    first.answer.headersSent = true;
    const second = ask(POLL);
    expect([second.isPassed, second.answer.status, first.answer.isDestroyed]).toEqual([false, 429, true]);
    expect(ask(POLL).isPassed).toBe(true);
  });

  it('once it was taken there is', () => {
    const ask = guarding();
    const first = ask(POLL);
    first.answer.headersSent = true;
    first.answer.writableFinished = true;
    expect(ask(POLL).isPassed).toBe(true);
  });

  it('what others poll, what is sent up, and a first request are no matter of this', () => {
    const ask = guarding();
    ask(POLL).answer.headersSent = true;
    expect(ask(POLL.replace('abc', 'other')).isPassed).toBe(true);
    expect(ask(POLL, 'POST').isPassed).toBe(true);
    expect(ask('/socket/?EIO=4&transport=polling').isPassed).toBe(true);
  });

  it('two at once are left to Engine.IO, which ends such a client', () => {
    const ask = guarding();
    ask(POLL);
    expect(ask(POLL).isPassed).toBe(true);
  });
});
