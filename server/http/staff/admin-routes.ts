import { type Request, type Response, Router } from 'express';
import type { Result } from '../../../shared/base/result.ts';
import {
  accountIdSchema,
  type Accounts,
  type AccountShown,
  emptySchema,
  type OneTimeLink,
  rolesBodySchema,
  type ServiceSettings,
  serviceSettingsSchema,
} from '../../../shared/wire/account.ts';
import type { AccountRecord } from '../../room/account-ports.ts';
import { refuse } from '../answers.ts';
import type { HttpReport } from '../reports.ts';
import { createAdministration, type MadeLink } from './administration.ts';
import type { Gate } from './gate.ts';
import type { StaffParts } from './parts.ts';

export interface AdminRoutesDeps {
  readonly parts: StaffParts;
  readonly gate: Gate;
  /** Of our pages. */
  readonly origin: string;
  readonly report: (report: HttpReport) => void;
}

/** For service admins: `/accounts` and `/settings` of `shared/wire/account.ts`. */
export function adminRoutes({ parts, gate, origin, report }: AdminRoutesDeps): Router {
  const { book } = parts;
  const administration = createAdministration(parts);
  const router = Router();

  const linkTo = ({ token, expiresAt }: MadeLink): OneTimeLink => ({
    link: `${origin}/#/welcome-staff/${token}`,
    expiresAt,
  });

  /** A route about one account; what was done to whom, and by whom, is logged by their ids. */
  const about = <Value>(
    path: string,
    type: Extract<HttpReport, { readonly by: string }>['type'],
    task: (account: string, request: Request, by: string) => Promise<Result<Value> | undefined>,
    answer: (value: Value, response: Response) => unknown,
  ) =>
    router.post(`/accounts/:id/${path}`, async (request, response) => {
      const admin = gate.enter(request, response, 'admin');
      if (!admin) return;
      const id = accountIdSchema.safeParse(request.params['id']);
      const done = id.success ? await task(id.data, request, admin.account) : undefined;
      if (!id.success || !done) return refuse(response, 'malformed');
      if (done.type === 'refused') return refuse(response, done.reason);
      report({ type, account: id.data, by: admin.account });
      answer(done.value, response);
    });

  const isEmpty = (request: Request) => emptySchema.safeParse(request.body).success;
  const show = (record: AccountRecord, response: Response) => response.json(shown(record));

  router.get('/accounts', (request, response) => {
    if (gate.enter(request, response, 'admin'))
      response.json({ accounts: book.all().map(shown) } satisfies Accounts);
  });

  router.post('/accounts/invite', async (request, response) => {
    const admin = gate.enter(request, response, 'admin');
    if (!admin) return;
    const asked = rolesBodySchema.safeParse(request.body);
    if (!asked.success) return refuse(response, 'malformed');
    const made = await administration.invite(admin.account, asked.data.roles);
    report({ type: 'invited', account: admin.account });
    response.status(201).json(linkTo(made));
  });

  about(
    'disable',
    'accountDisabled',
    async (account, request) => (isEmpty(request) ? administration.disable(account) : undefined),
    show,
  );
  about(
    'enable',
    'accountEnabled',
    async (account, request) => (isEmpty(request) ? administration.enable(account) : undefined),
    show,
  );
  about(
    'roles',
    'rolesSet',
    async (account, request) => {
      const asked = rolesBodySchema.safeParse(request.body);
      return asked.success ? administration.setRoles(account, asked.data.roles) : undefined;
    },
    show,
  );
  about(
    'reset',
    'resetLinkMade',
    async (account, request, by) => (isEmpty(request) ? administration.resetLink(by, account) : undefined),
    (made, response) => response.status(201).json(linkTo(made)),
  );

  router.get('/settings', (request, response) => {
    if (gate.enter(request, response, 'admin')) response.json(book.settings() satisfies ServiceSettings);
  });

  router.put('/settings', async (request, response) => {
    const admin = gate.enter(request, response, 'admin');
    if (!admin) return;
    const asked = serviceSettingsSchema.safeParse(request.body);
    if (!asked.success) return refuse(response, 'malformed');
    const set = await administration.setSettings(asked.data);
    if (set.type === 'refused') return refuse(response, set.reason);
    report({ type: 'settingsSet', account: admin.account });
    response.json(set.value satisfies ServiceSettings);
  });

  return router;
}

const shown = (record: AccountRecord): AccountShown => ({
  account: record.account,
  loginName: record.loginName,
  displayName: record.displayName,
  roles: record.roles,
  isDisabled: record.isDisabled,
  hasSecondFactor: record.sealedSecondFactor !== undefined,
});
