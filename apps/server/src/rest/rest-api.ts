import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { fieldProblems } from '../trpc/field-problems.ts';
import type { RequestContext } from '../trpc/trpc.ts';
import { toWireViolation } from '../trpc/wire-refusal.ts';
import { Refusal } from '../use-case/refusal.ts';
import { openApi } from './open-api.ts';
import { inputOf } from './query.ts';
import { read, type Resource, RESOURCES, schemasOf } from './resources.ts';

function refuse(response: Response, status: number, code: string, more: object = {}): void {
  response.status(status).json({ error: { code, ...more } });
}

/** What a program is told of a refusal: its code, the fields that are wrong, the rule that was broken. */
function refuseWith(response: Response, error: TRPCError): void {
  const { cause } = error;
  refuse(response, getHTTPStatusCodeFromError(error), error.code, {
    ...(cause instanceof z.ZodError ? { fields: fieldProblems(cause) } : {}),
    ...(cause instanceof Refusal ? { violation: toWireViolation(cause.violation) } : {}),
  });
}

function answer(resource: Resource, contextOf: (request: Request) => Promise<RequestContext>) {
  const { input } = schemasOf(resource);
  return async (request: Request, response: Response): Promise<void> => {
    const context = await contextOf(request);
    try {
      response.json(await read(resource, context, inputOf(input, { ...request.query, ...request.params })));
    } catch (error) {
      // The last handler of the server tells of anything else by an id.
      if (!(error instanceof TRPCError) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
      refuseWith(response, error);
    }
  };
}

/**
 * The books for other programs, read-only, under /api/v1. A page of another site cannot read an answer (no CORS, same-origin resource
 * policy) and is refused besides; nothing is kept by a cache.
 */
export function restApi(contextOf: (request: Request) => Promise<RequestContext>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use((request, response, next) => {
    const site = request.get('sec-fetch-site');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET, HEAD');
      return refuse(response, 405, 'METHOD_NOT_SUPPORTED');
    }
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(response, 403, 'FORBIDDEN');
    return next();
  });
  const description = openApi();
  router.get('/openapi.json', (_request, response) => {
    response.json(description);
  });
  for (const resource of RESOURCES)
    router.get(resource.path.replaceAll(/\{(\w+)\}/gu, ':$1'), answer(resource, contextOf));
  return router;
}
