import type { MemberId, SessionId } from '../../shared/base/ids.ts';

/** What the socket edge tells the operator. Nothing of what a message said, and no token, is in it. */
export type SocketReport =
  | { readonly type: 'linkOpened' | 'linkClosed'; readonly session: SessionId; readonly member: MemberId }
  | { readonly type: 'flooding' | 'slowReader'; readonly session: SessionId; readonly member: MemberId }
  | { readonly type: 'handshakeRefused'; readonly why: 'origin' | 'busy' }
  /** A handler threw: a bug of ours. The room goes on. */
  | { readonly type: 'bug'; readonly during: string; readonly fault: unknown };
