import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
  server: { port: 5173, proxy: proxyToServer() },
  test: { ...test, root: folder('.') },
};

const serverBuild = {
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
  const target = process.env['PUBLIC_ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? '8080'}`;
  return {
    '/api': target,
    '/healthz': target,
    '/readyz': target,
    '/socket': { target, ws: true },
  };
}
