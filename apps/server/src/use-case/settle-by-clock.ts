import { COMMAND_LINE } from '@dcc/db/stores/fund-store';
import type { Logger } from 'pino';
import type { Shell } from './context.ts';
import { settleConsented } from './settle-consented.ts';

/** How often a running server looks for windows that have passed, in milliseconds: a day begins for everybody within a minute. */
const EVERY = 60_000;

/**
 * Settles written decisions once their last day is over, without anybody acting: at the start and every minute. Any number of
 * servers may do so; of those that find a decision waiting one settles it. Gives back what stops it.
 */
export function settleByClock(shell: Shell, logger: Logger, every = EVERY): () => Promise<void> {
  const actor = {
    personId: COMMAND_LINE,
    name: 'The program',
    email: COMMAND_LINE,
    roles: [],
    organizationId: null,
    contributorId: null,
  };
  const settle = (): Promise<void> =>
    settleConsented({ shell, actor }).then(
      () => undefined,
      (error: unknown) => logger.error({ err: error }, 'Written decisions could not be settled'),
    );
  let running = settle();
  const timer = setInterval(() => {
    running = running.then(settle);
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}
