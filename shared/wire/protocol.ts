/**
 * The number of the language browsers and server speak. A page of another number is told so and reloads.
 *
 *   1  the first: join, play, loops, tempo, frame, echo, company
 *   2  holding the room: door, controls, dynamics, rounds, ending, arc, what passes between people
 */
export const PROTOCOL = 2;

/** Where the socket listens. */
export const SOCKET_PATH = '/socket';
