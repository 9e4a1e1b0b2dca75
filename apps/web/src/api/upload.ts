import { TRPCClientError } from '@trpc/client';
import type { Recorded } from './views.ts';

/** What a file is attached to, under a key that makes a repeated try the same one. */
export type UploadAbout = {
  readonly subjectKind: 'contribution' | 'entry' | 'decision';
  readonly subjectId: string;
  readonly idempotencyKey: string;
};

export type RunningUpload = {
  /** What was recorded, or that it was cancelled; rejects as any refused call does. */
  readonly done: Promise<Recorded | 'cancelled'>;
  readonly cancel: () => void;
};

/** An answer that says no, as the calls of tRPC say it: what it holds tells which kind of refusal it is. */
function refusedAs(body: unknown): Error {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
  return TRPCClientError.from({ error: { message: 'refused', code: -32_000, data: data ?? error } } as never);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends a file and says how far it is; only this kind of request tells a page how much of it has gone out. */
export function upload(file: File, about: UploadAbout, onProgress: (part: number) => void): RunningUpload {
  const request = new XMLHttpRequest();
  const done = new Promise<Recorded | 'cancelled'>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status === 200) resolve(body as Recorded);
      else reject(refusedAs(body));
    });
    // Without an answer, as when the line is down.
    request.addEventListener('error', () => reject(TRPCClientError.from(new Error('offline'))));
    request.addEventListener('abort', () => resolve('cancelled'));
  });
  const query = new URLSearchParams({ ...about, name: file.name });
  request.open('PUT', `/api/documents?${query.toString()}`);
  request.setRequestHeader('x-fund-client', 'web');
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { done, cancel: () => request.abort() };
}
