import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The store as Node runs it: bundled, for Node 20 runs no TypeScript. */
export interface BuiltStore {
  readonly workerUrl: URL;
  /** Appends and tells what was acknowledged: a server as far as the disk sees it. */
  readonly childPath: string;
  remove(): void;
}

/** Built into a folder of its own inside the project, from where the packages are found. */
export async function buildStore(): Promise<BuiltStore> {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'store-'));
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: {
          'store-worker': join(root, 'server/store/worker.ts'),
          child: join(root, 'test/server/store/child/child.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return {
    workerUrl: pathToFileURL(join(folder, 'store-worker.mjs')),
    childPath: join(folder, 'child.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
