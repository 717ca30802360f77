import { writeSync } from 'node:fs';
import { openStore } from '../../../../server/store/open-store.ts';
import {
  ANNA,
  BEN,
  entryOf,
  entryWrite,
  lineEntryOf,
  lineWrite,
  sessionWrite,
} from '../../support/log-writes.ts';

/**
 * A server as far as the disk sees it, to be killed: `child.mjs <data folder> <first number> <most> <at once>`. Appends
 * one entry and two notes at a time, so many appends at once, and says a line for each that was acknowledged, for
 * each health, and one when it is ready. The pipe is written synchronously: what was said was acknowledged before.
 */
const [dataDir = '', first = '1', most = '100000', atOnce = '8'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const workerUrl = new URL('store-worker.mjs', import.meta.url);
const store = await openStore({ dataDir, workerUrl });
store.onHealth((health) => say(`health ${health.type}`));
if (first === '1') await store.append([sessionWrite()]);
say('ready');

let next = Number(first);
const appendNext = async (): Promise<void> => {
  while (next <= Number(most)) {
    const number = next;
    next += 1;
    await store.append([
      entryWrite(entryOf(number, ANNA), number),
      lineWrite(lineEntryOf(number, ANNA)),
      lineWrite(lineEntryOf(number, BEN)),
    ]);
    say(`kept ${number}`);
  }
};
await Promise.all(Array.from({ length: Number(atOnce) }, appendNext));
await store.close();
say('closed');
