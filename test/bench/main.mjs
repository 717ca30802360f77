import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** Runs the benches from their sources: `npm run bench`, or `npm run bench -- --json`, or one by name (`-- relay`). */
const vite = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
});
let code = 0;
try {
  const { runBenches } = await vite.ssrLoadModule('/test/bench/benches.ts');
  await runBenches(process.argv.slice(2));
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
  code = 1;
}
await vite.close();
process.exit(code);
