import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openDatabase } from '@dcc/db/open-database';
import { findFund } from '@dcc/db/stores/fund-store';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { type Config, isLoopback, readConfig } from './config.ts';
import { beginDemonstrationFund } from './setup/demonstration-fund.ts';
import type { Shell } from './use-case/context.ts';
import { settleByClock } from './use-case/settle-by-clock.ts';

const WEB_ROOT = join(import.meta.dirname, '../../web/dist');

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A demonstration fund, whose passwords everybody knows, is neither begun nor shown where others can reach it. */
function refuseToShowAround({ host, publicUrl }: Config): void {
  const setting = isLoopback(host) ? (publicUrl === null ? null : `PUBLIC_URL is ${publicUrl}`) : `HOST is ${host}`;
  if (setting === null) return;
  throw new Error(
    `${setting}, and there is no real fund in this database. A demonstration fund, whose passwords everybody knows, is shown on this machine only. Unset it, or begin the real fund with: npm run --silent fund -- init`,
  );
}

async function start(): Promise<void> {
  const config = readConfig();
  const logger = pino(
    { level: config.logLevel === 'info' ? 'warn' : config.logLevel, base: null },
    pino.destination(2),
  );
  const db = await openDatabase(config.databaseUrl);
  const shell: Shell = { db, now: () => new Date(), newId: randomUUID };
  const known = await findFund(db.read);
  if (known?.demonstration ?? true) refuseToShowAround(config);
  if (known === null) await beginDemonstrationFund(shell);
  const fund = await findFund(db.read);
  const server = createServer(createApp({ shell, logger, webRoot: WEB_ROOT, publicUrl: config.publicUrl }));
  // Twenty megabytes, the largest document, at the half megabit a second of a poor line.
  server.requestTimeout = 320_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  say(`${fund?.name ?? 'The fund'} is open at ${config.publicUrl ?? `http://localhost:${port}`}`);
  if (fund?.demonstration === true) {
    say('This is a demonstration fund: every name and figure is invented. The sign-in page offers its people.');
    say('To begin the real fund: stop, move the data folder away, and run  npm run --silent fund -- init');
  }
  const stopSettling = settleByClock(shell, logger);
  const stop = (): void => {
    const settled = stopSettling();
    server.close(() => {
      void settled.then(() => db.close()).then(() => process.exit(0));
    });
    server.closeIdleConnections();
    // A browser may hold a connection open on which it asks nothing: what is being answered gets two seconds.
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await start();
} catch (error) {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const reason = busy
    ? 'The port is taken by another program. Set PORT to a free one.'
    : error instanceof Error
      ? error.message
      : String(error);
  process.stderr.write(`The server did not start. ${reason}\n`);
  process.exit(1);
}
