/** Why the server cannot start, as one plain sentence for its operator: what happened, and what to do. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
