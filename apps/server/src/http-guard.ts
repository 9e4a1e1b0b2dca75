import type { NextFunction, Request, Response } from 'express';

/** Marks our own client; a form or an image on another site cannot send it (ASVS 5.0, 3.5.1). */
export const CLIENT_HEADER = 'x-fund-client';

function isOwnOrigin(request: Request, publicUrl: string | null): boolean {
  const origin = request.get('origin');
  if (origin === undefined) return true;
  const own = publicUrl === null ? `http://${request.get('host') ?? ''}` : new URL(publicUrl).origin;
  return origin === own;
}

/** Lets only our own pages and tools call the interface: POST, JSON, our header, our origin. Refuses before anything is parsed. */
export function guardCalls(publicUrl: string | null) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const refuse = (status: number, code: string): void => {
      response.status(status).json({ error: { code } });
    };
    const site = request.get('sec-fetch-site');
    if (request.method !== 'POST') return refuse(405, 'METHOD_NOT_SUPPORTED');
    if (request.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== 'application/json')
      return refuse(415, 'UNSUPPORTED_MEDIA_TYPE');
    if (request.get(CLIENT_HEADER) === undefined) return refuse(403, 'FORBIDDEN');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(403, 'FORBIDDEN');
    if (!isOwnOrigin(request, publicUrl)) return refuse(403, 'FORBIDDEN');
    return next();
  };
}
