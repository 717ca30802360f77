import type { RoomMs } from '../../shared/base/units.ts';
import type { KeptPlan, ServiceSettings, StaffRole } from '../../shared/wire/account.ts';

/** What accounts need from the store, beside what rooms do. */

export interface AccountRecord {
  readonly account: string;
  /** As it was chosen, cleaned. */
  readonly loginName: string;
  /** The same for all spellings of one name; no two accounts have it. */
  readonly loginKey: string;
  readonly displayName: string;
  /** argon2id, with its salt and cost (PHC string). */
  readonly passwordHash: string;
  readonly roles: readonly StaffRole[];
  /** The secret of the second factor, sealed with the server's own key; undefined while it is off. */
  readonly sealedSecondFactor: string | undefined;
  /** The latest of its half minutes whose code was used: no code opens twice. */
  readonly secondFactorStep: number;
  readonly isDisabled: boolean;
}

/** One signed-in browser. */
export interface StaffSessionRecord {
  /** SHA-256 of the cookie's token, hex. */
  readonly tokenHash: string;
  readonly account: string;
  readonly expiresAt: RoomMs;
}

/** A link that works once. */
export type StaffLinkRecord = {
  /** SHA-256 of the token in the link, hex. */
  readonly tokenHash: string;
  /** The account that made it. */
  readonly madeBy: string;
  readonly expiresAt: RoomMs;
} & (
  | { readonly type: 'invitation'; readonly roles: readonly StaffRole[] }
  | { readonly type: 'reset'; readonly account: string }
);

export type AccountWrite =
  /** As it is from now on. */
  | { readonly type: 'account'; readonly record: AccountRecord }
  | { readonly type: 'staff'; readonly record: StaffSessionRecord }
  | { readonly type: 'staffGone'; readonly tokenHash: string }
  | { readonly type: 'staffLink'; readonly record: StaffLinkRecord }
  | { readonly type: 'staffLinkGone'; readonly tokenHash: string }
  /** New, or in place of the one with its id. */
  | { readonly type: 'plan'; readonly account: string; readonly plan: KeptPlan }
  | { readonly type: 'planGone'; readonly account: string; readonly id: string }
  | { readonly type: 'serviceSettings'; readonly settings: ServiceSettings };

/** Everything about accounts but their plans: small enough to be held in memory. */
export interface StaffBook {
  readonly accounts: readonly AccountRecord[];
  readonly sessions: readonly StaffSessionRecord[];
  readonly links: readonly StaffLinkRecord[];
  /** Undefined until someone has set them. */
  readonly settings: ServiceSettings | undefined;
}

export interface AccountReading {
  staffBook(): Promise<StaffBook>;
  /** The latest first. */
  plansOf(account: string): Promise<readonly KeptPlan[]>;
}

/** A way back in that the operator of the machine made, beside the running server. */
export interface OperatorReset {
  readonly loginKey: string;
  /** For someone who lost the device with their second factor. */
  readonly isSecondFactorOff: boolean;
}

export interface OperatorResets {
  /** Undefined when there is none, or it has run out. */
  find(tokenHash: string): Promise<OperatorReset | undefined>;
  /** Uses it up; true for one caller only. */
  use(tokenHash: string): Promise<boolean>;
}
