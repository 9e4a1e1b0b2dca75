import { Agent, request } from 'node:http';

/** Asks procedures of a running server as a browser does, over one connection that stays open, and takes answers uncompressed. */
export function asker(
  url: string,
  token: string,
): { ask(path: string, input: object): Promise<string>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { 'content-type': 'application/json', 'x-fund-client': 'web', cookie: `fund-session=${token}` };
  return {
    ask: (path, input) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify(input);
        const sent = request(
          `${url}/api/trpc/${path}`,
          { agent, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
          (response) => {
            let text = '';
            response.setEncoding('utf8').on('data', (part: string) => (text += part));
            response.on('end', () => {
              if (response.statusCode === 200) resolve(text);
              else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
            });
          },
        );
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
