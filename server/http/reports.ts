import type { MemberId, SessionId } from '../../shared/base/ids.ts';

/** What the HTTP edge tells the operator. No address, name, code or token is in it. */
export type HttpReport =
  | { readonly type: 'roomOpened' | 'seatTaken'; readonly session: SessionId; readonly member: MemberId }
  | { readonly type: 'signInWrong' | 'startCodeWrong' | 'foreignRequest' }
  | { readonly type: 'throttled'; readonly what: 'codes' | 'requests' | 'passwords' }
  /** What someone did with their own account or as an admin. Accounts are named by their ids. */
  | {
      readonly type:
        | 'signedIn'
        | 'signedOutEverywhere'
        | 'accountMade'
        | 'passwordChanged'
        | 'passwordReset'
        | 'secondFactorOn'
        | 'secondFactorOff'
        | 'invited'
        | 'settingsSet';
      readonly account: string;
    }
  /** What an admin did to an account. */
  | {
      readonly type: 'accountDisabled' | 'accountEnabled' | 'rolesSet' | 'resetLinkMade';
      readonly account: string;
      readonly by: string;
    }
  /** A route threw: the disk, or a bug of ours. */
  | { readonly type: 'fault'; readonly fault: unknown };
