import { type Request, type Response, Router } from 'express';
import type * as z from 'zod/mini';
import type { Result } from '../../../shared/base/result.ts';
import {
  acceptanceSchema,
  confirmSchema,
  emptySchema,
  firstAccountSchema,
  lookSchema,
  type Me,
  newPasswordSchema,
  offSchema,
  resetSchema,
  type RoomToReturnTo,
  type SecondFactorOffer,
  signInSchema,
  type StaffLink,
} from '../../../shared/wire/account.ts';
import type { AccountRecord } from '../../room/account-ports.ts';
import { refuse } from '../answers.ts';
import { goneCookieText, readCookie, STAFF_COOKIE, cookieText } from '../cookies.ts';
import type { HttpReport } from '../reports.ts';
import type { Gate } from './gate.ts';
import { createOwnAccount } from './own-account.ts';
import type { StaffParts } from './parts.ts';
import { signIn } from './sign-in.ts';
import type { Welcome } from './welcome.ts';

export interface StaffRoutesDeps {
  readonly parts: StaffParts;
  readonly gate: Gate;
  readonly welcome: Welcome;
  readonly roomsOf: (request: Request, account: string) => readonly RoomToReturnTo[];
  readonly addressOf: (request: Request) => string;
  readonly isHttps: boolean;
  readonly report: (report: HttpReport) => void;
}

/** One's own account: the first part of the routes of `shared/wire/account.ts`. */
export function staffRoutes(deps: StaffRoutesDeps): Router {
  const { parts, gate, welcome, addressOf, isHttps, report } = deps;
  const { sessions } = parts;
  const own = createOwnAccount(parts);
  const router = Router();

  const me = (request: Request, record: AccountRecord): Me => ({
    account: record.account,
    loginName: record.loginName,
    displayName: record.displayName,
    roles: record.roles,
    secondFactor: gate.isIncomplete(record)
      ? 'mustBeSetUp'
      : record.sealedSecondFactor === undefined
        ? 'off'
        : 'on',
    rooms: deps.roomsOf(request, record.account),
  });

  /** Always a new token; what this browser had before ends. */
  const begin = async (request: Request, response: Response, record: AccountRecord, status: 200 | 201) => {
    const before = readCookie(request.headers.cookie, STAFF_COOKIE);
    const [token] = await Promise.all([sessions.begin(record.account), before && sessions.end(before)]);
    response.append('Set-Cookie', cookieText(STAFF_COOKIE, token, isHttps));
    response.status(status).json(me(request, record));
  };

  const answerWrong = (response: Response, reason: Extract<Result<never>, { type: 'refused' }>['reason']) => {
    if (reason === 'tryLater') {
      report({ type: 'throttled', what: 'passwords' });
      response.set('Retry-After', '60');
    }
    refuse(response, reason);
  };

  /** A route with a body: parsed, done, and refused in words or answered. */
  const post = <Schema extends z.ZodMiniType, Value>(
    path: string,
    schema: Schema,
    task: (
      asked: z.output<Schema>,
      request: Request,
      response: Response,
    ) => Promise<Result<Value> | undefined>,
    answer: (value: Value, request: Request, response: Response) => unknown,
  ) =>
    router.post(path, async (request, response) => {
      const asked = schema.safeParse(request.body);
      if (!asked.success) return refuse(response, 'malformed');
      const done = await task(asked.data, request, response);
      if (!done) return;
      if (done.type === 'refused') answerWrong(response, done.reason);
      else await answer(done.value, request, response);
    });

  const told = (type: AccountReportType) => (record: AccountRecord) =>
    report({ type, account: record.account });

  router.get('/me', (request, response) => {
    const record = gate.enter(request, response, 'anyone');
    if (record) response.json(me(request, record));
  });

  post(
    '/sign-in',
    signInSchema,
    async (asked, request) => {
      const done = await signIn(parts, asked, addressOf(request));
      const isWrong = done.type === 'refused' && done.reason !== 'secondFactorNeeded';
      if (isWrong && done.reason !== 'tryLater') report({ type: 'signInWrong' });
      return done;
    },
    async (record, request, response) => {
      told('signedIn')(record);
      await begin(request, response, record, 200);
    },
  );

  router.post('/sign-out', async (request, response) => {
    if (!emptySchema.safeParse(request.body).success) return refuse(response, 'malformed');
    const token = readCookie(request.headers.cookie, STAFF_COOKIE);
    if (token !== undefined) await sessions.end(token);
    response.append('Set-Cookie', goneCookieText(STAFF_COOKIE, isHttps));
    response.status(204).end();
  });

  router.post('/sign-out-everywhere', async (request, response) => {
    if (!emptySchema.safeParse(request.body).success) return refuse(response, 'malformed');
    const record = gate.enter(request, response, 'anyone');
    if (!record) return;
    await sessions.endAll(record.account);
    told('signedOutEverywhere')(record);
    response.append('Set-Cookie', goneCookieText(STAFF_COOKIE, isHttps));
    response.status(204).end();
  });

  post(
    '/first-account',
    firstAccountSchema,
    async (asked) => {
      const done = await welcome.firstAccount(asked);
      if (done.type === 'refused' && done.reason === 'notAllowed') report({ type: 'startCodeWrong' });
      return done;
    },
    async (record, request, response) => {
      told('accountMade')(record);
      await begin(request, response, record, 201);
    },
  );

  post(
    '/look',
    lookSchema,
    ({ token }) => welcome.look(token),
    (link, _request, response) => response.json(link satisfies StaffLink),
  );

  post(
    '/accept-invitation',
    acceptanceSchema,
    (asked) => welcome.accept(asked),
    async (record, request, response) => {
      told('accountMade')(record);
      await begin(request, response, record, 201);
    },
  );

  post(
    '/reset-password',
    resetSchema,
    (asked) => welcome.reset(asked),
    (record, _request, response) => {
      told('passwordReset')(record);
      response.append('Set-Cookie', goneCookieText(STAFF_COOKIE, isHttps));
      response.status(204).end();
    },
  );

  post(
    '/password',
    newPasswordSchema,
    async (asked, request, response) => {
      const record = gate.enter(request, response, 'anyone');
      return record && own.changePassword(record, asked, addressOf(request));
    },
    async (record, request, response) => {
      told('passwordChanged')(record);
      await begin(request, response, record, 200);
    },
  );

  post(
    '/second-factor',
    emptySchema,
    async (_asked, request, response) => {
      const record = gate.enter(request, response, 'anyone');
      return record && own.beginSecondFactor(record);
    },
    (offer, _request, response) => response.json(offer satisfies SecondFactorOffer),
  );

  post(
    '/second-factor/confirm',
    confirmSchema,
    async ({ code }, request, response) => {
      const record = gate.enter(request, response, 'anyone');
      return record && own.confirmSecondFactor(record, code, addressOf(request));
    },
    (record, request, response) => {
      told('secondFactorOn')(record);
      response.json(me(request, record));
    },
  );

  post(
    '/second-factor/off',
    offSchema,
    async ({ password }, request, response) => {
      const record = gate.enter(request, response, 'anyone');
      return record && own.endSecondFactor(record, password, addressOf(request));
    },
    (record, request, response) => {
      told('secondFactorOff')(record);
      response.json(me(request, record));
    },
  );

  return router;
}

type AccountReportType = Exclude<
  Extract<HttpReport, { readonly account: string }>,
  { readonly by: string }
>['type'];
