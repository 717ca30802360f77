import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A line between browsers and the server that can be cut, for everyone or for one person. Who a connection belongs to is
 * read from the User-Agent of its first request, since the two share one address.
 */
export interface CuttableLine {
  readonly port: number;
  /** From now on connections of this person (or of all) break at once. */
  cut(person?: string): void;
  /** As if nothing had been. */
  mend(): void;
  /** From now on this person's network lets no WebSocket through. */
  forbidWebSockets(person: string): void;
  close(): Promise<void>;
}

const ALL = '';

/** @param target the port of the server; asked at each connection, so that it may come later. */
export async function openLine(target: () => number): Promise<CuttableLine> {
  let broken: string | undefined;
  let withoutWebSockets: string | undefined;
  const pairs = new Map<Socket, { agent: string; far?: Socket }>();

  const isBroken = (agent: string) => broken === ALL || (broken !== undefined && agent.includes(broken));
  const server = createServer((near) => {
    const pair: { agent: string; far?: Socket } = { agent: '' };
    pairs.set(near, pair);
    near.on('close', () => {
      pairs.delete(near);
      pair.far?.destroy();
    });
    near.on('error', () => near.destroy());
    near.once('data', (first: Buffer) => {
      pair.agent = /^user-agent: (.*)$/im.exec(first.toString('latin1'))?.[1] ?? '';
      if (isBroken(pair.agent)) return near.destroy();
      const isUpgrade = /^upgrade: websocket/im.test(first.toString('latin1'));
      if (isUpgrade && withoutWebSockets && pair.agent.includes(withoutWebSockets)) return near.destroy();
      const far = connect(target(), '127.0.0.1');
      pair.far = far;
      far.on('error', () => near.destroy());
      far.on('close', () => near.destroy());
      far.write(first);
      far.pipe(near);
      return near.pipe(far);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    cut(person = ALL) {
      broken = person;
      for (const [near, { agent }] of pairs) if (isBroken(agent)) near.destroy();
    },
    mend() {
      broken = undefined;
      withoutWebSockets = undefined;
    },
    forbidWebSockets(person) {
      withoutWebSockets = person;
    },
    async close() {
      for (const near of pairs.keys()) near.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
