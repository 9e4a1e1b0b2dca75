import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { openTestFund, testFolder } from '@dcc/server/testing/test-fund';
import { clientHeaders, post, startTestServer, type TestServer } from '@dcc/server/testing/test-server';
import { expect, test } from 'vitest';
import { reportFault } from './report.ts';

async function serve(options: { publicUrl?: string } = {}): Promise<TestServer> {
  const webRoot = testFolder();
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Fund</title>');
  writeFileSync(join(webRoot, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(webRoot, 'assets/app-0a1b2c.js'), `console.log(${JSON.stringify('fund '.repeat(2000))})`);
  const { shell } = await openTestFund();
  return startTestServer(shell, { webRoot, ...options });
}

const CSP =
  "default-src 'none';script-src 'self';style-src 'self';font-src 'self';img-src 'self' data:;connect-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none';require-trusted-types-for 'script'";

test('every answer carries the security headers, exactly', async () => {
  const server = await serve();
  for (const path of [
    '/',
    '/overview',
    '/assets/app-0a1b2c.js',
    '/assets/none.js',
    '/healthz',
    '/api/none',
    '/api/trpc/x',
  ]) {
    const { headers } = await fetch(server.url + path);
    expect([path, headers.get('content-security-policy')]).toEqual([path, CSP]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  }
  const secure = await serve({ publicUrl: 'https://fund.example.org' });
  const { headers } = await fetch(secure.url);
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

test('files named by their hash are kept for ever and travel compressed; pages and answers are not kept', async () => {
  const server = await serve();
  const asset = await fetch(`${server.url}/assets/app-0a1b2c.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-encoding')).toBe('gzip');
  const cache = async (path: string) => (await fetch(server.url + path)).headers.get('cache-control');
  expect(await cache('/')).toBe('no-store');
  expect(await cache('/contributions/1')).toBe('no-store');
  expect(await cache('/favicon.svg')).toBe('no-cache');
  expect(await cache('/healthz')).toBe('no-store');
  expect((await post(server, 'session.current', {})).headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${server.url}/assets/gone.js`)).headers.get('cache-control') ?? '').not.toContain('immutable');
});

test('there is no way out of the web’s folder', async () => {
  const server = await serve();
  for (const path of [
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/%00',
    '/assets/%00',
    '/%ff',
    '/assets//etc/passwd',
  ]) {
    const status = await new Promise<number>((resolve, reject) => {
      request(server.url, { path, method: 'GET' }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => {
          expect(body).not.toMatch(/root:|"dependencies"|at file:|node_modules/u);
          resolve(response.statusCode ?? 0);
        });
      })
        .on('error', reject)
        .end();
    });
    expect([path, [200, 400, 403, 404].includes(status)]).toEqual([path, true]);
  }
});

const ONE_MEGABYTE = 1024 * 1024;
test.each([
  ['json', 'application/json'],
  ['json with a parameter that hides it from the parser', 'application/json; multipart/form-data'],
  ['json with an odd character set', 'application/json; charset="'],
])('a body over the limit is refused with 413 and plain JSON: %s', async (_name, type) => {
  const server = await serve();
  const body = JSON.stringify({ email: 'a', password: 'x'.repeat(ONE_MEGABYTE) });
  const answer = await post(server, 'session.signIn', body, { ...clientHeaders(), 'content-type': type });
  expect([413, 415]).toContain(answer.status);
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(answer.text).not.toMatch(/stack|\.ts|node_modules/u);
});

test('the refusals of the border say their code and no more', async () => {
  const server = await serve();
  const big = await post(server, 'session.signIn', JSON.stringify({ password: 'x'.repeat(ONE_MEGABYTE) }));
  expect([big.status, big.text]).toEqual([413, '{"error":{"code":"PAYLOAD_TOO_LARGE"}}']);
  const malformed = await post(server, 'session.signIn', '{"email":');
  expect([malformed.status, (JSON.parse(malformed.text) as { error: { message: string } }).error.message]).toEqual([
    400,
    'BAD_REQUEST',
  ]);
  const get = await fetch(`${server.url}/api/trpc/session.current`);
  expect([get.status, await get.text()]).toEqual([405, '{"error":{"code":"METHOD_NOT_SUPPORTED"}}']);
  const nothing = await fetch(`${server.url}/api/none`, { method: 'POST' });
  expect([nothing.status, await nothing.text()]).toEqual([404, '{"error":{"code":"NOT_FOUND"}}']);
  const deep = await post(server, 'session.current', `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(deep.status).toBe(400);
  const unknown = await post(server, 'session.nothing', {});
  expect(unknown.status).toBe(404);
});

test('ten calls in one request are answered, eleven are refused', async () => {
  const server = await serve();
  const batch = (size: number) => {
    const path = Array.from({ length: size }, () => 'session.current').join(',');
    return post(server, `${path}?batch=1`, Object.fromEntries(Array.from({ length: size }, (_, index) => [index, {}])));
  };
  const ten = await batch(10);
  expect([ten.status, (JSON.parse(ten.text) as unknown[]).length]).toEqual([200, 10]);
  for (const size of [11, 100, 300]) expect([size, (await batch(size)).status]).toEqual([size, 400]);
});

/** Sends raw bytes and waits until the server closes or half a second of silence has passed. */
function raw(server: TestServer, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    let said = '';
    socket.setTimeout(500, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
    socket.on('close', () => resolve(said));
    socket.on('error', () => undefined);
    socket.write(bytes);
  });
}

test('raw nonsense on the wire ends in a refusal, and the server goes on', async () => {
  const server = await serve();
  const head =
    'POST /api/trpc/session.current HTTP/1.1\r\nHost: x\r\nx-fund-client: web\r\nContent-Type: application/json\r\n';
  const cases = [
    `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`,
    `${head}Content-Length: 100\r\n\r\n{`,
    `${head}X: ${'a'.repeat(40_000)}\r\n\r\n`,
    'GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
    'GARBAGE\r\n\r\n',
    '\u0016\u0003\u0001\u0002\u0000',
  ];
  for (const bytes of cases) {
    const status = /^HTTP\/1\.1 (\d{3})/u.exec(await raw(server, bytes))?.[1];
    expect([bytes.slice(0, 40), status === undefined || status.startsWith('4')]).toEqual([bytes.slice(0, 40), true]);
  }
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  reportFault({
    fault: 'A15',
    tried: `${cases.length} raw requests, bodies over the limit, deep nesting, long batches`,
    lost: 'nothing: refused or closed, and the server goes on',
  });
});
