import { LARGEST_DOCUMENT, LARGEST_MEGABYTES } from '@dcc/domain/documents/document';
import { addDocumentInput } from '@dcc/domain/documents/inputs';
import { idSchema } from '@dcc/domain/wire';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { type NextFunction, type Request, type Response, Router } from 'express';
import { addDocument, expectDocument } from '../features/documents/add-document.ts';
import { readDocument } from '../features/documents/read-documents.ts';
import { refuseForeign } from '../http-guard.ts';
import { codeOf, toWireViolation } from '../trpc/wire-refusal.ts';
import type { RequestContext } from '../trpc/trpc.ts';
import type { Context } from '../use-case/context.ts';
import { Refusal } from '../use-case/refusal.ts';
import { attachment } from './content-disposition.ts';
import { receiveBody, SharedMemory } from './receive-body.ts';

/** How many senders may wait for memory; together they have as much as the largest file needs. */
const LONGEST_QUEUE = 20;

type ContextOf = (request: Request) => Promise<RequestContext>;

/** What goes wrong here is told in the words that the pages know from their other calls. */
function refuse(response: Response, status: number, code: string, violation: Refusal['violation'] | null = null): void {
  response.status(status).json({ error: { data: { code, violation: violation && toWireViolation(violation) } } });
}

function refuseWith(response: Response, { violation }: Refusal): void {
  const code = codeOf(violation);
  refuse(response, getHTTPStatusCodeFromError(new TRPCError({ code })), code, violation);
}

/** Reads on and forgets what a refused sender is still sending, so that it hears the answer; not for ever. */
function drain(request: Request): void {
  let read = 0;
  request.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > 2 * LARGEST_DOCUMENT) request.destroy();
  });
  request.on('error', () => undefined);
}

/** Runs an answer for who is signed in; a rule's refusal is told, anything else goes to the last handler of the server. */
function answer(contextOf: ContextOf, work: (context: Context, request: Request, response: Response) => Promise<void>) {
  return async (request: Request, response: Response): Promise<void> => {
    const { shell, actor } = await contextOf(request);
    try {
      if (actor === null) refuse(response, 401, 'UNAUTHORIZED');
      else await work({ shell, actor }, request, response);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuseWith(response, error);
    } finally {
      if (!request.readableEnded && !request.destroyed) drain(request);
    }
  };
}

/** The length that a sender announces; a body of unknown length, or one that is packed, is not taken. */
function announcedLength(request: Request, response: Response): number | null {
  const length = Number(request.get('content-length') ?? Number.NaN);
  if (request.get('content-encoding') !== undefined) refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE');
  else if (!Number.isSafeInteger(length)) refuse(response, 411, 'LENGTH_REQUIRED');
  else if (length === 0) refuseWith(response, new Refusal({ kind: 'DocumentEmpty' }));
  else if (length > LARGEST_DOCUMENT)
    refuseWith(response, new Refusal({ kind: 'DocumentTooLarge', limitMegabytes: LARGEST_MEGABYTES }));
  else return length;
  return null;
}

/** Takes a file: everything that can be refused is refused before it is read. */
function upload(memory: SharedMemory) {
  return async (context: Context, request: Request, response: Response): Promise<void> => {
    const input = addDocumentInput.safeParse(request.query);
    if (!input.success) return refuse(response, 400, 'BAD_REQUEST');
    await expectDocument(context, input.data);
    const length = announcedLength(request, response);
    if (length === null) return undefined;
    const added = await memory.use(length, async () =>
      addDocument(context, input.data, await receiveBody(request, length)),
    );
    return added === null ? refuse(response, 503, 'SERVICE_UNAVAILABLE') : void response.json(added);
  };
}

/** Gives a file to be saved: no browser shows it, runs anything in it or takes it for something else. */
async function download(context: Context, request: Request, response: Response): Promise<void> {
  const id = idSchema.safeParse(request.params['id']);
  if (!id.success) throw new Refusal({ kind: 'NotFound', subject: 'document' });
  const { name, type, content } = await readDocument(context, id.data);
  response.set({
    'Content-Type': type,
    'Content-Disposition': attachment(name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  });
  response.send(content);
}

/** The papers of the fund: PUT /api/documents with the file as its body, GET /api/documents/ID. */
export function documentApi(publicUrl: string | null, contextOf: ContextOf): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.put(
    '/',
    (request: Request, response: Response, next: NextFunction) => {
      if (!refuseForeign(request, response, publicUrl)) next();
      else drain(request);
    },
    answer(contextOf, upload(new SharedMemory(LARGEST_DOCUMENT, LONGEST_QUEUE))),
  );
  router.get('/:id', answer(contextOf, download));
  router.use((_request, response) => refuse(response, 405, 'METHOD_NOT_SUPPORTED'));
  return router;
}
