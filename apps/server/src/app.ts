import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ping } from '@dcc/db/stores/fund-store';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { actorOf } from './auth/session.ts';
import { isLoopback } from './config.ts';
import { documentApi } from './documents/document-api.ts';
import { guardCalls } from './http-guard.ts';
import { liveChanges } from './live/live-changes.ts';
import { openPages } from './open/open-pages.ts';
import { restApi } from './rest/rest-api.ts';
import { appRouter } from './trpc/app-router.ts';
import { ReportedError, type RequestContext } from './trpc/trpc.ts';
import type { Shell } from './use-case/context.ts';

export type AppOptions = {
  readonly shell: Shell;
  readonly logger: Logger;
  readonly webRoot: string;
  readonly publicUrl: string | null;
};

const YEAR_SECONDS = 31_536_000;
const LARGEST_BODY = 1024 * 1024;

function securityHeaders(publicUrl: string | null) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity:
      publicUrl?.startsWith('https:') === true ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
}

/** Who calls: the peer, or what a proxy on this machine says of it where PUBLIC_URL tells that one stands in front. */
function clientAddress(request: Pick<Request, 'socket' | 'headers'>, publicUrl: string | null): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  const behindProxy = publicUrl !== null && isLoopback(peer.replace(/^::ffff:/u, ''));
  const forwarded = behindProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return forwarded === undefined || forwarded === '' ? peer : forwarded;
}

function cookieName(publicUrl: string | null): string {
  return publicUrl?.startsWith('https:') === true ? '__Host-fund-session' : 'fund-session';
}

function readCookie(request: Request, name: string): string | null {
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value !== undefined && /^[\w-]{43}$/u.test(value)) return value;
  }
  return null;
}

/** Writes what went wrong to the log under an id; nobody but the log sees more than the id. */
function reporter(logger: Logger): (error: unknown) => string {
  return (error) => {
    const id = randomUUID();
    const known = error instanceof Error ? error : new Error('Unknown');
    const code = 'code' in known ? String(known.code) : undefined;
    logger.error({ errorId: id, name: known.name, code, stack: known.stack }, 'unexpected error');
    return id;
  };
}

function trpcEndpoint({ shell, publicUrl }: AppOptions, report: (error: unknown) => string) {
  const name = cookieName(publicUrl);
  const secure = publicUrl?.startsWith('https:') === true;
  return createExpressMiddleware({
    router: appRouter,
    allowMethodOverride: true,
    maxBatchSize: 10,
    maxBodySize: LARGEST_BODY,
    async createContext({ req, res }): Promise<RequestContext> {
      const token = readCookie(req, name);
      // Without a context there is nobody to report to later: what fails here gets its id here.
      const actor =
        token === null
          ? null
          : await actorOf(shell, token).catch((error: unknown) => {
              throw new ReportedError(report(error));
            });
      return {
        shell,
        token,
        report,
        actor,
        remoteAddress: clientAddress(req, publicUrl),
        setToken(value) {
          const options = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
          if (value !== null) {
            res.cookie(name, value, options);
            return;
          }
          res.clearCookie(name, options);
          res.set('Clear-Site-Data', '"cache", "cookies", "storage"');
        },
      };
    },
  });
}

/** Who asks with a session's cookie, outside the calls of our pages. */
function readerOf({ shell, publicUrl }: AppOptions, report: (error: unknown) => string) {
  const name = cookieName(publicUrl);
  return async (request: Request): Promise<RequestContext> => {
    const token = readCookie(request, name);
    return {
      shell,
      token,
      report,
      actor: token === null ? null : await actorOf(shell, token),
      remoteAddress: clientAddress(request, publicUrl),
      setToken: () => undefined,
    };
  };
}

/** Sends a file as the build has compressed it, to whoever takes it so. */
function compressedBefore(folder: string): RequestHandler {
  const kept = new Set(existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.br')) : []);
  return (request, response, next) => {
    const name = `${request.path.slice(1)}.br`;
    if (kept.has(name)) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('br') === 'br') {
        response.type(extname(request.path)).set('Content-Encoding', 'br');
        request.url = `/${name}`;
      }
    }
    next();
  };
}

/** Pages and their files: files named by their hash are kept for ever, pages never. */
function servePages(app: Express, webRoot: string): void {
  const assets = join(webRoot, 'assets');
  app.use(
    '/assets',
    compressedBefore(assets),
    express.static(assets, {
      immutable: true,
      maxAge: YEAR_SECONDS * 1000,
      index: false,
      fallthrough: false,
      redirect: false,
    }),
  );
  app.use(
    express.static(webRoot, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.set('Cache-Control', 'no-cache'),
    }),
  );
  app.get(/^\/(?!api\/|open\/|assets\/)/u, (_request, response, next) => {
    const page = join(webRoot, 'index.html');
    if (!existsSync(page)) return next();
    response.set('Cache-Control', 'no-store');
    return response.sendFile(page);
  });
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

/** The whole HTTP side: headers, health, the guarded interface, the pages, and a last handler that tells nothing but an id. */
export function createApp(options: AppOptions): Express {
  const { shell, logger } = options;
  const report = reporter(logger);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(securityHeaders(options.publicUrl));
  app.use(compression());
  app.use((request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      logger.info(
        {
          method: request.method,
          path: request.path,
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
        },
        'request',
      );
    });
    next();
  });
  app.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      await ping(shell.db);
      response.json({ status: 'ready' });
    } catch (error) {
      response.status(503).json({ error: { code: 'SERVICE_UNAVAILABLE', errorId: report(error) } });
    }
  });
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use(
    '/api/trpc',
    guardCalls(options.publicUrl),
    // As text: tRPC reads the JSON itself, once, and however deep it is nested.
    express.text({ limit: LARGEST_BODY, type: 'application/json' }),
    trpcEndpoint(options, report),
  );
  const contextOf = readerOf(options, report);
  app.get('/api/live', liveChanges(shell, logger, contextOf));
  app.use('/api/v1', restApi(contextOf));
  app.use('/api/documents', documentApi(options.publicUrl, contextOf));
  app.use('/open', openPages(shell));
  servePages(app, options.webRoot);
  app.use((_request, response) => {
    response.status(404).json({ error: { code: 'NOT_FOUND' } });
  });
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    const code = status === 413 ? 'PAYLOAD_TOO_LARGE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
    return response.status(status).json({ error: status < 500 ? { code } : { code, errorId: report(error) } });
  });
  return app;
}
