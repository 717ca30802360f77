import { parentPort } from 'node:worker_threads';
import type { SessionId } from '../../shared/base/ids.ts';
import { createRandom } from '../../shared/base/random.ts';
import type { Shape } from '../../shared/event/look.ts';
import type { CompanyCall, CompanyMessage } from './company-call.ts';
import { joinAsGuest } from './door.ts';
import { createDrummer } from './drummer.ts';
import { createGround } from './ground.ts';
import { createGuest } from './guest.ts';
import { openGuestLink } from './link.ts';
import type { CreateMusician } from './musician.ts';
import { createSinger } from './singer.ts';

/** The company's thread: its musicians think and play here, so that the room's own thread never waits for them. */

const TRIO: readonly { readonly name: string; readonly shape: Shape; readonly create: CreateMusician }[] = [
  { name: 'Rowan', shape: 'wave', create: createDrummer },
  { name: 'Linnea', shape: 'leaf', create: createSinger },
  { name: 'Odin', shape: 'drop', create: createGround },
];

const companies = new Map<SessionId, Set<() => void>>();

async function come(call: CompanyCall) {
  goHome(call.session);
  const stops = new Set<() => void>();
  companies.set(call.session, stops);
  for (const [index, { name, shape, create }] of TRIO.entries()) {
    // Someone in the room may have that name already; then the shape is enough.
    const cookie = (await joinAsGuest(call, name, shape)) ?? (await joinAsGuest(call, undefined, shape));
    if (cookie === undefined || companies.get(call.session) !== stops) continue;
    stops.add(
      createGuest({
        musician: create(createRandom(Date.now() + index)),
        open: (listener) => openGuestLink({ ...call, cookie }, listener),
        now: () => performance.now(),
        after: (delayMs, task) => {
          const timer = setTimeout(task, delayMs);
          return () => clearTimeout(timer);
        },
        onGone: () => {},
      }),
    );
  }
}

function goHome(session: SessionId) {
  for (const stop of companies.get(session) ?? []) stop();
  companies.delete(session);
}

parentPort?.on('message', (message: CompanyMessage) => {
  if (message.type === 'come') void come(message.call);
  else goHome(message.session);
});
