/**
 * The number of the language browsers and server speak. A page of another number is told so and reloads.
 *
 *   1  the first: join, play, loops, tempo, frame, echo, company
 */
export const PROTOCOL = 1;

/** Where the socket listens. */
export const SOCKET_PATH = '/socket';
