import type { MemberId, SessionId } from '../../shared/base/ids.ts';

/** What the HTTP edge tells the operator. No address, name, code or token is in it. */
export type HttpReport =
  | { readonly type: 'roomOpened' | 'seatTaken'; readonly session: SessionId; readonly member: MemberId }
  | { readonly type: 'facilitatorSignedIn' | 'startCodeWrong' | 'foreignRequest' }
  | { readonly type: 'throttled'; readonly what: 'codes' | 'requests' }
  /** A route threw: the disk, or a bug of ours. */
  | { readonly type: 'fault'; readonly fault: unknown };
