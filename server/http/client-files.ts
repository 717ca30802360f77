import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler, Response } from 'express';

type Packing = 'br' | 'gzip';

interface ClientFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly etag: string;
  /** Its name changes with its content, so browsers may keep it for good. */
  readonly isImmutable: boolean;
  /** Packed once, when first asked for. */
  packed(packing: Packing): Promise<Buffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};
const PACKABLE = /^(text\/|image\/svg|application\/(json|manifest))/;
/** Below this, packing saves no packet. */
const SMALLEST_PACKED_BYTES = 1024;

/** What Vite builds, by the path it is asked for. Nothing outside of it can be asked for. */
export interface ClientFiles {
  readonly serve: RequestHandler;
  /** Whether there is a page to serve at all. */
  readonly hasPage: boolean;
}

/** Reads the built page into memory: it is a few hundred kilobytes, and stays what it was when the server started. */
export async function readClientFiles(folder: string): Promise<ClientFiles> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, ClientFile>();
  for (const entry of found) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, clientFile(path, await readFile(file)));
  }
  const page = files.get('/index.html');
  if (page) files.set('/', page);

  return {
    hasPage: page !== undefined,
    serve: async (request, response, next) => {
      const file = files.get(request.path);
      if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) next();
      else await send(file, request.headers, response);
    },
  };
}

function clientFile(path: string, bytes: Buffer): ClientFile {
  const packed = new Map<Packing, Promise<Buffer>>();
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    bytes,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isImmutable: path.startsWith('/assets/'),
    packed(packing) {
      const known = packed.get(packing);
      if (known) return known;
      const fresh = packing === 'br' ? brotli(bytes) : promisify(gzip)(bytes, { level: 9 });
      packed.set(packing, fresh);
      return fresh;
    },
  };
}

const brotli = (bytes: Buffer) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

async function send(
  file: ClientFile,
  asked: {
    readonly 'accept-encoding'?: string | string[] | undefined;
    readonly 'if-none-match'?: string | undefined;
  },
  response: Response,
): Promise<void> {
  const mayPack = file.bytes.length >= SMALLEST_PACKED_BYTES && PACKABLE.test(file.type);
  const packing = mayPack ? packingFor(String(asked['accept-encoding'] ?? '')) : undefined;
  const etag = packing ? `${file.etag.slice(0, -1)}-${packing}"` : file.etag;
  response.set({
    'Content-Type': file.type,
    'Cache-Control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    ...(mayPack ? { Vary: 'Accept-Encoding' } : {}),
  });
  if (asked['if-none-match'] === etag) {
    response.status(304).end();
    return;
  }
  const bytes = packing ? await file.packed(packing) : file.bytes;
  if (packing) response.set('Content-Encoding', packing);
  response.set('Content-Length', String(bytes.length));
  // Node leaves the body out where the request was HEAD.
  response.end(bytes);
}

/** The better of what the browser takes; what it names with a quality of 0 it does not take. */
function packingFor(accepted: string): Packing | undefined {
  const takes = (packing: Packing) =>
    accepted
      .split(',')
      .some((one) => new RegExp(`^\\s*${packing}\\s*(;\\s*q=(?!0(\\.0*)?\\s*$).*)?$`, 'i').test(one));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}
