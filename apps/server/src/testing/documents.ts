import { randomUUID } from 'node:crypto';
import type { TestServer } from './test-server.ts';

const text = (words: string): Buffer => Buffer.from(words, 'latin1');

/** Small files that are what they say; `mark` makes one differ from another. */
export const FILES = {
  pdf: (mark: string = randomUUID()): Buffer =>
    text(`%PDF-1.7\n% ${mark}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`),
  png: (mark: string = randomUUID()): Buffer =>
    text(
      `\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\u000dIHDR${mark}\u0000\u0000\u0000\u0000IEND\u00ae\u0042\u0060\u0082`,
    ),
  jpeg: (mark: string = randomUUID()): Buffer => text(`\u00ff\u00d8\u00ff\u00e0${mark}\u00ff\u00d9`),
};

/** A PDF of exactly so many bytes. */
export function pdfOf(bytes: number): Buffer {
  const small = FILES.pdf();
  const end = text('\n%%EOF\n');
  return Buffer.concat([small, Buffer.alloc(bytes - small.length - end.length, 0x20), end]);
}

export type Upload = {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly name: string;
  readonly idempotencyKey: string;
};

/** Sends a file as our own page does and returns the status and what was answered. */
export async function upload(
  server: Pick<TestServer, 'url'>,
  token: string,
  about: Partial<Upload>,
  content: Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; id: string | null; violation: { kind: string } | null }> {
  const query = new URLSearchParams({ idempotencyKey: randomUUID(), ...about });
  const response = await fetch(`${server.url}/api/documents?${query.toString()}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'x-fund-client': 'web',
      cookie: `fund-session=${token}`,
      ...headers,
    },
    body: new Uint8Array(content),
    signal: AbortSignal.timeout(30_000),
  });
  const said = await response.text();
  const body = JSON.parse(said) as { id?: string; error?: { data?: { violation: { kind: string } | null } } };
  return { status: response.status, text: said, id: body.id ?? null, violation: body.error?.data?.violation ?? null };
}
