import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Config } from './settings.ts';
import { StartFault } from './start-fault.ts';

/** Slow senders do not hold a connection for long: our requests are small. */
const TIMES = { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 10_000 };

/** An HTTP server, or HTTPS with the certificate of the settings; it does not listen yet. */
export async function createListener(config: Config, onRequest: RequestListener): Promise<Server> {
  if (!config.tls) return createHttpServer(TIMES, onRequest);
  const { certFile, keyFile } = config.tls;
  try {
    const [cert, key] = await Promise.all([readFile(certFile), readFile(keyFile)]);
    return createHttpsServer({ ...TIMES, cert, key, minVersion: 'TLSv1.2' }, onRequest);
  } catch (fault) {
    throw new StartFault(
      `The certificate ${certFile} and key ${keyFile} cannot be used together (${codeOf(fault)}). ` +
        'Both must be PEM files that belong to each other.',
    );
  }
}

/** The port it listens on from now. */
export async function listen(http: Server, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', (fault) => reject(listenFault(fault, host, port)));
    http.listen(port, host, resolve);
  });
  http.removeAllListeners('error');
  return (http.address() as AddressInfo).port;
}

function listenFault(fault: unknown, host: string, port: number): StartFault {
  const code = codeOf(fault);
  switch (code) {
    case 'EADDRINUSE':
      return new StartFault(
        `Port ${port} is in use by another program. Stop that program, or set PORT to another number.`,
      );
    case 'EACCES':
      return new StartFault(
        `This program has no right to listen on port ${port}. Set PORT to a number above 1023, or put a proxy before it.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFault(
        `This machine has no address ${host}. Set HOST to one it has, or to 0.0.0.0 for all.`,
      );
    default:
      return new StartFault(`The server cannot listen on ${host}, port ${port} (${code}).`);
  }
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown fault';
