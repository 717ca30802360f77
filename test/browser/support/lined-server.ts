import { type BuiltServer, startServer } from './built-server.ts';
import { type CuttableLine, openLine } from './cuttable-line.ts';

export interface LinedServer extends BuiltServer {
  readonly line: CuttableLine;
}

/** A server that browsers reach over a line which can be cut: to them the line's address is the server's. */
export async function startLinedServer(): Promise<LinedServer> {
  let port = 0;
  const line = await openLine(() => port);
  const server = await startServer({ settings: { PUBLIC_ORIGIN: `http://localhost:${line.port}` } });
  port = server.port;
  return {
    ...server,
    line,
    async close() {
      await line.close();
      await server.close();
    },
  };
}
