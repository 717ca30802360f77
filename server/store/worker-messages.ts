import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import type { Append } from './log-engine.ts';
import { StoreFault, type StoreFaultCode } from './store-fault.ts';

/** What the server asks of the store's thread. Its answers come in the order of the questions. */
export type Question =
  | { readonly type: 'open' }
  | { readonly type: 'commit'; readonly appends: readonly Append[] }
  | { readonly type: 'openSessions' }
  | { readonly type: 'lineOf'; readonly session: SessionId; readonly member: MemberId }
  | { readonly type: 'staffBook' }
  | { readonly type: 'plansOf'; readonly account: string }
  | { readonly type: 'latestMs' }
  | { readonly type: 'close' };

export type Answer =
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'fault'; readonly code: StoreFaultCode; readonly message: string };

/** Given to the thread at its start. */
export interface WorkerData {
  readonly dataDir: string;
}

/** A class does not cross threads, its fields do. */
export const faultAnswer = ({ code, message }: StoreFault): Answer => ({ type: 'fault', code, message });
export const faultOfAnswer = ({ code, message }: Extract<Answer, { readonly type: 'fault' }>) =>
  new StoreFault(code, message);
