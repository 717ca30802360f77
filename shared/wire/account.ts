import * as z from 'zod/mini';
import type { SessionId } from '../base/ids.ts';
import { MAX_NAME_GRAPHEMES } from '../base/limits.ts';
import { roomPlanSchema, type RoomPlan } from '../event/plan.ts';
import { textSchema } from '../event/schema.ts';

/**
 * Accounts of the people who work here, JSON both ways under `/api/staff`. A signed-in browser has the staff cookie.
 *
 *   GET    /me                               → 200 Me
 *   POST   /sign-in             SignIn       → 200 Me and a fresh cookie; `secondFactorNeeded`: once more, with the code
 *   POST   /sign-out            {}           → 204; also when nobody was signed in
 *   POST   /sign-out-everywhere {}           → 204; every browser of this account, this one too
 *   POST   /first-account       FirstAccount → 201 Me and a cookie; only while there is no account
 *   POST   /look                { token }    → 200 StaffLink: what a link of `#/welcome-staff/<token>` is for; it stays unused
 *   POST   /accept-invitation   Acceptance   → 201 Me and a cookie
 *   POST   /reset-password      Reset        → 204; every browser of this account is signed out; sign in next
 *   POST   /password            NewPassword  → 200 Me and a fresh cookie; all other browsers are signed out
 *   POST   /second-factor       {}           → 200 SecondFactorOffer: a secret to be set up; on only when confirmed
 *   POST   /second-factor/confirm { code }   → 200 Me
 *   POST   /second-factor/off   { password } → 200 Me
 *
 * For facilitators, their own plans only:
 *
 *   GET    /plans                            → 200 Plans, the latest first
 *   PUT    /plans/:id           { plan }     → 200 KeptPlan; the page chooses the id, so that a repeat saves nothing twice
 *   DELETE /plans/:id           {}           → 204; also when there was none
 *
 * For service admins, who see no room, no plan and nothing that was played:
 *
 *   GET    /accounts                         → 200 Accounts
 *   POST   /accounts/invite     { roles }    → 201 OneTimeLink, for 7 days
 *   POST   /accounts/:id/disable {}          → 200 AccountShown; signed out everywhere, their rooms are closed
 *   POST   /accounts/:id/enable  {}          → 200 AccountShown
 *   POST   /accounts/:id/roles  { roles }    → 200 AccountShown
 *   POST   /accounts/:id/reset   {}          → 201 OneTimeLink, for 24 hours; the second factor stays as it is
 *   GET    /settings                         → 200 ServiceSettings
 *   PUT    /settings       ServiceSettings   → 200 ServiceSettings, cleaned
 *
 * And of rooms, beside `wire/door.ts`:
 *
 *   POST /api/rooms             OpenRoom     → 201 Opened and a seat cookie; for facilitators
 *   POST /api/rooms/:id/return  {}           → 200 Seat and a fresh seat cookie, for whoever opened that room
 *
 * A refusal is 4xx with `{ reason }`. 401: sign in (`signInNeeded`; nothing that is being typed need be lost).
 * 403: `notAllowed` by role, or `secondFactorMissing`: the service asks for one; only `me`, `second-factor`, `password`
 * and signing out are answered until it is on. A link that was used, has run out or never was is `linkUsed`.
 */

export const STAFF_ROLES = ['facilitator', 'admin'] as const;
/** `facilitator` opens rooms; `admin` manages accounts and settings and sees no content. */
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Length is what makes a password strong; there are no rules about its letters (NIST SP 800-63B). In code points. */
export const MIN_PASSWORD_CHARS = 10;
export const MAX_PASSWORD_CHARS = 256;
export const MAX_LOGIN_GRAPHEMES = 64;
export const MAX_SAFETY_GRAPHEMES = 400;
export const MAX_SERVICE_NAME_GRAPHEMES = 60;
/** Plans an account keeps. */
export const MAX_PLANS = 100;
export const SECOND_FACTOR_DIGITS = 6;

/** 128 bits in base64url. */
const tokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
const loginNameSchema = textSchema(MAX_LOGIN_GRAPHEMES);
const passwordSchema = z.string().check(z.maxLength(MAX_PASSWORD_CHARS * 2));
/** As people type it: with or without a space in the middle. */
const secondFactorCodeSchema = z.string().check(z.maxLength(16));
const rolesSchema = z.readonly(
  z.array(z.enum(STAFF_ROLES)).check(z.minLength(1), z.maxLength(STAFF_ROLES.length)),
);
/** Chosen by the page, from a cryptographic source. */
export const planIdSchema = z.string().check(z.regex(/^[a-z0-9]{10,32}$/));
export const accountIdSchema = z.string().check(z.regex(/^[a-z0-9]{10,32}$/));

export const emptySchema = z.strictObject({});

export const signInSchema = z.strictObject({
  loginName: loginNameSchema,
  password: passwordSchema,
  /** Of the second factor; left out until it is asked for. */
  code: z.optional(secondFactorCodeSchema),
});
export type SignIn = z.infer<typeof signInSchema>;

/** Who someone will be: the name they sign in with, and the one others see. */
const credentials = {
  loginName: loginNameSchema,
  displayName: textSchema(MAX_NAME_GRAPHEMES),
  password: passwordSchema,
};
export const firstAccountSchema = z.strictObject({ startCode: tokenSchema, ...credentials });
export type FirstAccount = z.infer<typeof firstAccountSchema>;
export const acceptanceSchema = z.strictObject({ token: tokenSchema, ...credentials });
export type Acceptance = z.infer<typeof acceptanceSchema>;

export const lookSchema = z.strictObject({ token: tokenSchema });
export const resetSchema = z.strictObject({ token: tokenSchema, password: passwordSchema });
export type Reset = z.infer<typeof resetSchema>;

export const newPasswordSchema = z.strictObject({ password: passwordSchema, newPassword: passwordSchema });
export type NewPassword = z.infer<typeof newPasswordSchema>;

export const confirmSchema = z.strictObject({ code: secondFactorCodeSchema });
export const offSchema = z.strictObject({ password: passwordSchema });

export const rolesBodySchema = z.strictObject({ roles: rolesSchema });
export const planBodySchema = z.strictObject({ plan: roomPlanSchema });

export const serviceSettingsSchema = z.strictObject({
  /** Nobody gets further than setting one up without it. */
  isSecondFactorRequired: z.boolean(),
  /** Where to turn when not safe, in the service's own words; empty until it is set. */
  safetySentence: textSchema(MAX_SAFETY_GRAPHEMES),
  /** May be empty. */
  serviceName: textSchema(MAX_SERVICE_NAME_GRAPHEMES),
});
export type ServiceSettings = z.infer<typeof serviceSettingsSchema>;

export interface Me {
  readonly account: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly roles: readonly StaffRole[];
  /** `mustBeSetUp`: the service requires one, and this account has none yet. */
  readonly secondFactor: 'off' | 'on' | 'mustBeSetUp';
  /** Open rooms: those of this account, and those this browser has a seat in. */
  readonly rooms: readonly RoomToReturnTo[];
}

export interface RoomToReturnTo {
  readonly session: SessionId;
  readonly title: string;
  /** This account opened it: POST /api/rooms/:id/return gives the seat back on any browser. */
  readonly isOwn: boolean;
  /** This browser holds a seat there and can go straight in. */
  readonly isSeatedHere: boolean;
}

/** What a one-time link is for, as its holder is told before using it. */
export type StaffLink =
  | { readonly type: 'invitation'; readonly roles: readonly StaffRole[] }
  | { readonly type: 'reset'; readonly loginName: string };

export interface SecondFactorOffer {
  /** Base32, for typing. */
  readonly secret: string;
  /** `otpauth://`, for a QR. */
  readonly uri: string;
}

/** An account as an admin sees it. */
export interface AccountShown {
  readonly account: string;
  readonly loginName: string;
  readonly displayName: string;
  readonly roles: readonly StaffRole[];
  readonly isDisabled: boolean;
  readonly hasSecondFactor: boolean;
}
export interface Accounts {
  readonly accounts: readonly AccountShown[];
}

/** Shown once, to be handed on; only its hash is kept. */
export interface OneTimeLink {
  readonly link: string;
  /** Unix ms. */
  readonly expiresAt: number;
}

export interface KeptPlan {
  readonly id: string;
  /** Unix ms. */
  readonly savedAt: number;
  readonly plan: RoomPlan;
}
export interface Plans {
  readonly plans: readonly KeptPlan[];
}
