import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const PAGE_PORT = 5173;
const PAGE_AT_WORK = `http://localhost:${PAGE_PORT}`;

/** Two builds of one tree: `vite build` makes the page, `vite build --mode server` the Node program. */
export default defineConfig(({ mode }) => (mode === 'server' ? serverBuild : clientBuild));

const test = {
  projects: [
    {
      extends: true as const,
      test: {
        name: 'unit',
        include: ['test/{shared,server,client,architecture}/**/*.test.{ts,tsx}'],
        environment: 'node',
        testTimeout: 20_000,
      },
    },
    {
      extends: true as const,
      test: {
        name: 'browser',
        include: ['test/browser/**/*.test.ts'],
        environment: 'node',
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 120_000,
        globalSetup: ['test/browser/setup.ts'],
      },
    },
  ],
};

const clientBuild = {
  root: folder('client'),
  publicDir: folder('client/public'),
  plugins: [react()],
  build: { outDir: folder('dist/client'), emptyOutDir: true, target: 'es2022', sourcemap: false },
  server: { port: PAGE_PORT, strictPort: true, proxy: proxyToServer() },
  test: { ...test, root: folder('.') },
};

/** While working on it: each build that is done starts the program anew, with the page served by Vite. */
function runAfterBuild(): Plugin {
  let program: ChildProcess | undefined;
  const stop = () => program?.kill('SIGTERM');
  process.on('exit', stop);
  return {
    name: 'run-after-build',
    closeBundle() {
      if (!this.meta.watchMode) return;
      const start = () => {
        const env = { PUBLIC_ORIGIN: PAGE_AT_WORK, ...process.env };
        program = spawn(process.execPath, [folder('dist/server/main.js')], { stdio: 'inherit', env });
      };
      if (program && program.exitCode === null) {
        program.once('exit', start);
        stop();
      } else {
        start();
      }
    },
  };
}

const serverBuild = {
  plugins: [runAfterBuild()],
  build: {
    ssr: true,
    outDir: folder('dist/server'),
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: {
        main: folder('server/main.ts'),
        'store-worker': folder('server/store/worker.ts'),
        'company-worker': folder('server/company/worker.ts'),
      },
    },
  },
};

function proxyToServer() {
  const target = `http://localhost:${process.env['PORT'] ?? '8080'}`;
  return {
    '/api': target,
    '/healthz': target,
    '/readyz': target,
    '/socket': { target, ws: true },
  };
}
