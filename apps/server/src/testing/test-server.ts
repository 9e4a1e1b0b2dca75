import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createApp } from '../app.ts';
import type { Shell } from '../use-case/context.ts';

/** A running server of one test, on a free port of this machine. */
export type TestServer = {
  readonly url: string;
  /** Everything it wrote to its log. */
  readonly log: () => string;
};

/** Serves a fund over real HTTP until the test ends. */
export async function startTestServer(
  shell: Shell,
  options: { readonly publicUrl?: string; readonly webRoot?: string } = {},
): Promise<TestServer> {
  let log = '';
  const memory = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  const app = createApp({
    shell,
    logger: pino({ level: 'debug' }, memory),
    webRoot: options.webRoot ?? '/nowhere',
    publicUrl: options.publicUrl ?? null,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log: () => log };
}

/** The headers that our own web sends, with a session's cookie. */
export function clientHeaders(token?: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-fund-client': 'web',
    ...(token === undefined ? {} : { cookie: `fund-session=${token}` }),
  };
}

/** Calls a procedure as our web does and returns the status, the headers and the text of the answer. */
export async function post(
  server: Pick<TestServer, 'url'>,
  path: string,
  input: unknown,
  headers: Record<string, string> = clientHeaders(),
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`${server.url}/api/trpc/${path}`, {
    method: 'POST',
    headers,
    body: typeof input === 'string' ? input : JSON.stringify(input),
    signal: AbortSignal.timeout(10_000),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
