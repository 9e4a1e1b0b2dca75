import { lastAudit } from '@dcc/db/stores/audit-store';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { stillSignedIn } from '../auth/session.ts';
import type { RequestContext } from '../trpc/trpc.ts';
import type { Shell } from '../use-case/context.ts';

/** How often the server looks whether anything was recorded, in milliseconds: open pages follow within a second. */
const LOOK_EVERY = 300;
/** How often a silent stream is written to, so that both sides notice when it is gone, and its session is looked at again. */
const BEAT_EVERY = 15_000;
/** An act is dated when it begins and is there when it is done: what is as old as this, in milliseconds, may have come meanwhile. */
const AT_WORK = 2_000;
/** Streams at once: a few for each of a hundred people. */
const MOST_STREAMS = 500;

const RECORDED = 'data: recorded\n\n';

type ContextOf = (request: Request) => Promise<Pick<RequestContext, 'actor' | 'token'>>;
type Stream = { readonly response: Response; readonly token: string };

/**
 * Tells the open pages of whoever is signed in that something was recorded, by whichever process, and never what: each page asks
 * anew for what its reader may see. One look at the trail answers for all streams, and none is taken while there is no stream.
 *
 * A page says for how many milliseconds it has been reading (`?reading=`): what was recorded since then it may not have seen, and is told
 * at once.
 */
export function liveChanges(shell: Shell, logger: Logger, contextOf: ContextOf, beatEvery = BEAT_EVERY) {
  const streams = new Set<Stream>();
  let timers: readonly NodeJS.Timeout[] = [];
  let seen: string | null = null;

  const drop = (stream: Stream): void => {
    streams.delete(stream);
    stream.response.end();
    if (streams.size > 0) return;
    for (const timer of timers) clearInterval(timer);
    timers = [];
    seen = null;
  };

  const look = async (): Promise<void> => {
    const { mark } = await lastAudit(shell.db.read);
    if (seen !== null && seen !== mark) for (const { response } of streams) response.write(RECORDED);
    if (streams.size > 0) seen = mark;
  };

  const beat = async (): Promise<void> => {
    for (const stream of streams) {
      const goesOn = await stillSignedIn(shell, stream.token);
      // Its reader may have left meanwhile.
      if (!streams.has(stream)) continue;
      if (goesOn) stream.response.write(': here\n\n');
      else {
        stream.response.write('event: ended\ndata: session\n\n');
        drop(stream);
      }
    }
  };

  /** One after the other, and a failure is written down: the next look may succeed. */
  const repeat = (work: () => Promise<void>, every: number): NodeJS.Timeout => {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      void work()
        .catch((error: unknown) => logger.error({ err: error }, 'Open pages could not be told of changes'))
        .finally(() => (busy = false));
    }, every);
    return timer.unref();
  };

  return async (request: Request, response: Response): Promise<void> => {
    const { actor, token } = await contextOf(request);
    if (actor === null || token === null) {
      response.status(401).json({ error: { code: 'UNAUTHORIZED' } });
      return;
    }
    if (streams.size >= MOST_STREAMS) {
      response.status(503).json({ error: { code: 'SERVICE_UNAVAILABLE' } });
      return;
    }
    const last = await lastAudit(shell.db.read);
    seen ??= last.mark;
    const since = shell.now().getTime() - Number(request.query['reading']) - AT_WORK;
    // `no-transform` keeps the compression from holding back what is to arrive at once.
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' });
    response.flushHeaders();
    response.write('retry: 1000\n\n');
    const stream = { response, token };
    streams.add(stream);
    if (seen !== last.mark || Date.parse(last.at) > since) response.write(RECORDED);
    if (timers.length === 0) timers = [repeat(look, LOOK_EVERY), repeat(beat, beatEvery)];
    request.once('close', () => drop(stream));
  };
}
