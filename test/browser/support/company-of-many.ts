import type { OpenRoom } from './scenes.ts';

/** Takes a seat over HTTP, as a page would, without one. */
export async function takeSeat(
  origin: string,
  room: OpenRoom,
  newcomer: Record<string, unknown> = {},
): Promise<Response> {
  const invite = room.link.replace(/^.*#\/join\//, '');
  return fetch(`${origin}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({
      key: { invite },
      newcomer: { shape: 'circle', role: 'player', isKept: false, ...newcomer },
    }),
  });
}

const SHAPES = ['circle', 'triangle', 'square', 'diamond', 'star', 'drop', 'leaf', 'wave'] as const;

/** Takes the next so many seats. */
export async function fillSeats(origin: string, room: OpenRoom, count: number): Promise<void> {
  for (let seat = 0; seat < count; seat++) {
    const answer = await takeSeat(origin, room, { shape: SHAPES[seat % SHAPES.length] });
    if (answer.status !== 201) throw new Error(`Seat ${seat + 1} was answered with ${answer.status}`);
  }
}
