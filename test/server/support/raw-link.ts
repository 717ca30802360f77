import { WebSocket } from 'ws';
import { PROTOCOL } from '../../../shared/wire/protocol.ts';
import type { Browser } from './browser.ts';
import type { Edge } from './edge.ts';

/** A WebSocket that speaks Engine.IO by hand, so that it can say what no client library would. */
export interface RawLink {
  readonly socket: WebSocket;
  /** Frames received, but for heartbeats. */
  readonly frames: readonly string[];
  send(frame: string | Buffer): void;
  /** Resolves when a frame that begins so has come. */
  frame(beginning: string): Promise<string>;
  /** Resolves when everything sent before has been handled. */
  settled(): Promise<void>;
  readonly closed: Promise<void>;
}

export async function openRawLink(
  edge: Edge,
  browser: Browser,
  session: string,
  hello?: string,
): Promise<RawLink> {
  const socket = new WebSocket(`${edge.origin.replace('http', 'ws')}/socket/?EIO=4&transport=websocket`, {
    headers: { cookie: browser.cookieHeader(), origin: edge.origin },
  });
  const frames: string[] = [];
  const waiting = new Set<(frame: string) => void>();
  socket.on('message', (data: Buffer) => {
    const frame = data.toString();
    if (frame === '2') {
      if (socket.readyState === WebSocket.OPEN) socket.send('3');
      return;
    }
    frames.push(frame);
    for (const check of waiting) check(frame);
  });
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  socket.on('error', () => {});
  let pings = 0;

  const frame = (beginning: string) =>
    new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No frame ${beginning} among ${frames.length}`)), 5000);
      const check = (one: string) => {
        if (!one.startsWith(beginning)) return;
        clearTimeout(late);
        waiting.delete(check);
        resolve(one);
      };
      waiting.add(check);
      const known = frames.find((one) => one.startsWith(beginning));
      if (known !== undefined) check(known);
    });

  await frame('0');
  socket.send(`40${hello ?? JSON.stringify({ protocol: PROTOCOL, session, haveSeq: 0 })}`);
  return {
    socket,
    frames,
    closed,
    frame,
    send: (sent) => socket.send(sent),
    async settled() {
      const sentMs = 5_000_000 + pings++;
      const pong = frame(`42["pong",{"sentMs":${sentMs},`);
      socket.send(`42["ping",{"sentMs":${sentMs}}]`);
      await pong;
    },
  };
}
