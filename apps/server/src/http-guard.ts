import type { NextFunction, Request, Response } from 'express';

/** Marks our own client; a form or an image on another site cannot send it (ASVS 5.0, 3.5.1). */
export const CLIENT_HEADER = 'x-fund-client';

function isOwnOrigin(request: Request, publicUrl: string | null): boolean {
  const origin = request.get('origin');
  if (origin === undefined) return true;
  const own = publicUrl === null ? `http://${request.get('host') ?? ''}` : new URL(publicUrl).origin;
  return origin === own;
}

/** Whether a request comes from our own pages and tools: with our header, from our origin. */
function isOurs(request: Request, publicUrl: string | null): boolean {
  const site = request.get('sec-fetch-site');
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  return request.get(CLIENT_HEADER) !== undefined && sameSite && isOwnOrigin(request, publicUrl);
}

function refuse(response: Response, status: number, code: string): void {
  response.status(status).json({ error: { code } });
}

/** Refuses what another site sends, and says whether it did. */
export function refuseForeign(request: Request, response: Response, publicUrl: string | null): boolean {
  if (isOurs(request, publicUrl)) return false;
  refuse(response, 403, 'FORBIDDEN');
  return true;
}

/** Lets only our own pages and tools call the interface: POST, JSON, our header, our origin. Refuses before anything is parsed. */
export function guardCalls(publicUrl: string | null) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'POST') return refuse(response, 405, 'METHOD_NOT_SUPPORTED');
    if (request.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
      return refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE');
    return refuseForeign(request, response, publicUrl) ? undefined : next();
  };
}
