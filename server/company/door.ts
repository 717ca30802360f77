import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Shape } from '../../shared/event/look.ts';
import type { CompanyCall } from './company-call.ts';

/** Comes in by the door like anyone, with the invitation; the seat cookie, or undefined if there was no seat. */
export function joinAsGuest(
  call: CompanyCall,
  name: string | undefined,
  shape: Shape,
): Promise<string | undefined> {
  const body = JSON.stringify({
    key: { invite: call.invite },
    newcomer: { name, shape, role: 'player', isKept: false },
  });
  const request = call.address.startsWith('https') ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const asking = request(
      `${call.address}/api/join`,
      {
        method: 'POST',
        // The server speaks to itself over loopback, where its certificate bears another name.
        rejectUnauthorized: false,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          origin: call.origin,
          'x-company': call.companyToken,
        },
      },
      (response) => {
        response.resume();
        const cookie = response.headers['set-cookie']?.[0]?.split(';')[0];
        resolve(response.statusCode === 201 ? cookie : undefined);
      },
    );
    asking.on('error', () => resolve(undefined));
    asking.end(body);
  });
}
