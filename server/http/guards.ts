import { type ErrorRequestHandler, json, type RequestHandler } from 'express';
import { MAX_MESSAGE_BYTES } from '../../shared/base/limits.ts';
import { refuse } from './answers.ts';
import { createBudget } from './budget.ts';
import { addressOf, mayReach, namesOwnOrigin, type Whereabouts } from './own-pages.ts';
import type { HttpReport } from './reports.ts';

/** Requests that change something, of one address in a minute: a whole ward coming in at once, twice over. */
const CHANGES_PER_MINUTE = 240;

const isSafe = (method: string) => method === 'GET' || method === 'HEAD';

/** What every request under `/api` must pass: from our own page, not too often, JSON of a bounded size. */
export function apiGuards(
  where: Whereabouts,
  nowMs: () => number,
  report: (report: HttpReport) => void,
): readonly RequestHandler[] {
  const changes = createBudget(CHANGES_PER_MINUTE, 60_000, nowMs);
  return [
    (request, response, next) => {
      response.set('Cache-Control', 'no-store');
      if (mayReach(request, where) && (isSafe(request.method) || namesOwnOrigin(request, where)))
        return next();
      report({ type: 'foreignRequest' });
      return refuse(response, 'notAllowed');
    },
    (request, response, next) => {
      if (isSafe(request.method)) return next();
      const address = addressOf(request, where);
      if (changes.isSpent(address)) {
        report({ type: 'throttled', what: 'requests' });
        response.set('Retry-After', '60');
        return refuse(response, 'tryLater');
      }
      changes.spend(address);
      return request.is('application/json') ? next() : refuse(response, 'malformed', 415);
    },
    json({ limit: MAX_MESSAGE_BYTES, inflate: false, type: 'application/json' }),
  ];
}

/** Whatever went wrong, the answer says no more than its kind. */
export function answerFaults(report: (report: HttpReport) => void): ErrorRequestHandler {
  return (fault: unknown, _request, response, next) => {
    if (response.headersSent) return next(fault);
    const status = statusOf(fault);
    if (status === 413) return refuse(response, 'tooLarge');
    if (status !== undefined && status < 500) return refuse(response, 'malformed', status);
    report({ type: 'fault', fault });
    return refuse(response, 'tryLater', 503);
  };
}

/** The parser of bodies marks what is the sender's doing with a status. */
function statusOf(fault: unknown): number | undefined {
  const status = typeof fault === 'object' && fault !== null && 'status' in fault ? fault.status : undefined;
  return typeof status === 'number' ? status : undefined;
}
