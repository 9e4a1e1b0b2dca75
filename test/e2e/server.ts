import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { closeWindows } from './people.ts';

const ROOT = join(import.meta.dirname, '../..');
const ON_A_FIXED_DAY = ['--import', import.meta.resolve('./fixed-day.ts')];

/** The real server on a database of its own, in a folder of its own. */
export type RunningFund = {
  readonly address: string;
  /** What it has said since it opened. */
  readonly greeting: readonly string[];
  readonly databaseUrl: string;
  stop(): Promise<void>;
  /** Kills the server as a power cut does, and starts it again at the same address. `meanwhile` works on its database. */
  restart(meanwhile: (databaseUrl: string) => Promise<unknown>): Promise<void>;
};

function environment(databaseUrl: string, port = '0'): NodeJS.ProcessEnv {
  const { PUBLIC_URL: _publicUrl, LOG_LEVEL: _logLevel, ...rest } = process.env;
  return { ...rest, DATABASE_URL: databaseUrl, PORT: port, HOST: '127.0.0.1' };
}

/** Runs the command line on a database and gives what it said. */
export async function fund(databaseUrl: string, parameters: readonly string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, [...ON_A_FIXED_DAY, join(ROOT, 'apps/server/src/cli/main.ts'), ...parameters], {
    env: environment(databaseUrl),
  });
  child.stdin.end(input);
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`fund ${parameters.join(' ')} ended with ${code}: ${said}`);
  return said;
}

type Launched = { readonly child: ChildProcess; readonly address: string; readonly greeting: readonly string[] };

async function launch(databaseUrl: string, port?: string): Promise<Launched> {
  const child: ChildProcess = spawn(process.execPath, [...ON_A_FIXED_DAY, join(ROOT, 'apps/server/src/main.ts')], {
    env: environment(databaseUrl, port),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const greeting: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it opened`)));
    if (child.stdout === null) throw new Error('The server has no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      greeting.push(line);
      const found = /http:\/\/\S+/u.exec(line);
      if (found !== null) resolve(found[0]);
    });
  });
  return { child, address, greeting };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** Starts the server as `npm start` does, on a free port. `prepare` may fill the database first; else it opens the demonstration. */
export async function startFund(
  prepare: (databaseUrl: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<RunningFund> {
  const folder = await mkdtemp(join(tmpdir(), 'fund-e2e-'));
  const databaseUrl = `file:${join(folder, 'fund.db')}`;
  await prepare(databaseUrl);
  const { address, greeting, ...launched } = await launch(databaseUrl);
  let { child } = launched;
  return {
    address,
    greeting,
    databaseUrl,
    async stop() {
      await closeWindows(address);
      await end(child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
    async restart(meanwhile) {
      await end(child, 'SIGKILL');
      await meanwhile(databaseUrl);
      ({ child } = await launch(databaseUrl, new URL(address).port));
    },
  };
}
