import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '@dcc/db/open-database';
import { saveSession } from '@dcc/db/stores/session-store';

const SERVER = join(import.meta.dirname, '../apps/server/src');

function environment(databaseUrl: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'error' };
}

/** Runs a command of the real command line. */
export function runFund(databaseUrl: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, [join(SERVER, 'cli/main.ts'), ...args], {
    env: environment(databaseUrl),
    maxBuffer: 64 * 1024 * 1024,
  });
}

export type ServerProcess = {
  readonly url: string;
  /** From the start of the process to its first answer. */
  readonly firstAnswerMs: number;
  readonly child: ChildProcess;
  kill(): Promise<void>;
};

/** Starts the real server program in a process of its own, on a free port, and waits for its first answer. `flags` are Node's. */
export async function startServerProcess(databaseUrl: string, flags: readonly string[] = []): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, join(SERVER, 'main.ts')], {
    env: environment(databaseUrl),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const port = await new Promise<string>((resolve, reject) => {
      let said = '';
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        const found = /is open at http:\/\/localhost:(\d+)/u.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`The server did not start: ${said}`)));
    });
    const url = `http://127.0.0.1:${port}`;
    dataOf(await call(url, 'session.current', {}, ''));
    return { url, firstAnswerMs: performance.now() - started, child, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

export type Answer = { readonly status: number; readonly text: string };

/** Calls a procedure over HTTP with a session's token. Throws when the connection breaks. */
export async function call(url: string, path: string, input: unknown, token: string): Promise<Answer> {
  const response = await fetch(`${url}/api/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-fund-client': 'web', cookie: `fund-session=${token}` },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(60_000),
  });
  return { status: response.status, text: await response.text() };
}

/** The data of an answer that has to be good. */
export function dataOf<T>({ status, text }: Answer): T {
  if (status !== 200) throw new Error(`Answered ${status}: ${text}`);
  return (JSON.parse(text) as { result: { data: T } }).result.data;
}

/** Opens a session for a person straight in the database. */
export async function openSession(databaseUrl: string, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const db = await openDatabase(databaseUrl);
  const tokenHash = createHash('sha256').update(token).digest('hex');
  await saveSession(db, { tokenHash, personId, at: new Date().toISOString() });
  await db.close();
  return token;
}

/** Seeded chance (mulberry32), so that a run can be played again. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
