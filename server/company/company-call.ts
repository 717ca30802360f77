import type { SessionId } from '../../shared/base/ids.ts';

/** What the simulated musicians need to come in by the door like anyone, and be known for what they are. */
export interface CompanyCall {
  /** Where this server listens on this machine; `origin` is what they name as their origin. */
  readonly address: string;
  readonly origin: string;
  readonly session: SessionId;
  readonly invite: string;
  /** For the header `x-company` of their join. */
  readonly companyToken: string;
}

/** From the server to the company's thread. */
export type CompanyMessage =
  | { readonly type: 'come'; readonly call: CompanyCall }
  | { readonly type: 'goHome'; readonly session: SessionId };
