/**
 * What can be wrong with the store.
 *
 * At the start, each of them final: `newer`, `damaged`, `notWritable`, `inUse`, `full`.
 * While it runs: `full` and `broken` pass when the disk is back; `conflict` is a bug of the writer; `tooMuch` means the
 * queue is at its bound; `closed` that the store was closed before the write was kept.
 */
export type StoreFaultCode =
  | 'newer'
  | 'damaged'
  | 'notWritable'
  | 'inUse'
  | 'full'
  | 'broken'
  | 'conflict'
  | 'tooMuch'
  | 'closed';

/** A fault of the disk or of what is on it. `message` is a sentence for the operator and holds nobody's words or tokens. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
