import { type Action } from '@dcc/domain/people/capability';
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { entryPreviewView, recordedView } from '../views/common-views.ts';
import { previewOf } from '../read-models/entries.ts';
import { preview, record, type Recording } from '../use-case/command.ts';
import type { Actor, Context, Shell } from '../use-case/context.ts';
import { Refusal } from '../use-case/refusal.ts';
import { fieldProblems } from './field-problems.ts';
import { codeOf, toWireViolation } from './wire-refusal.ts';

/** What a request brings: the shell, who is signed in, and the session cookie's two hands. */
export type RequestContext = {
  readonly shell: Shell;
  readonly actor: Actor | null;
  readonly remoteAddress: string;
  readonly token: string | null;
  readonly setToken: (token: string | null) => void;
  /** Writes an unexpected error to the log and returns the id that people are given. */
  readonly report: (error: unknown) => string;
};

/** Public procedures name no action; every other one names the capability it needs. */
export type ProcedureMeta = { readonly action: Action | 'signed-in' | 'public' };

/** An unexpected error that is in the log already, under this id. */
export class ReportedError extends Error {
  readonly errorId: string;
  constructor(errorId: string) {
    super('Reported');
    this.errorId = errorId;
  }
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const { cause } = error;
      const violation = cause instanceof Refusal ? toWireViolation(cause.violation) : null;
      const fields = cause instanceof z.ZodError && error.code === 'BAD_REQUEST' ? fieldProblems(cause) : null;
      const unexpected = violation === null && error.code === 'INTERNAL_SERVER_ERROR';
      const reported = cause instanceof ReportedError ? cause.errorId : null;
      const errorId = unexpected ? (reported ?? ctx?.report(cause ?? error) ?? null) : null;
      return {
        code: shape.code,
        message: violation?.kind ?? (unexpected ? 'Unexpected' : error.code),
        data: { code: error.code, httpStatus: shape.data.httpStatus, violation, fields, errorId },
      };
    },
  });

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: TRPCError };

/** Turns a rule's refusal into the answer's code; everything else stays unexpected. */
function refusalsCoded<R extends Outcome>(result: R): R {
  if (!result.ok && result.error.cause instanceof Refusal)
    throw new TRPCError({ code: codeOf(result.error.cause.violation), cause: result.error.cause });
  return result;
}

const anybody = t.middleware(async ({ next }) => refusalsCoded(await next()));

type Schemas = {
  readonly input: (schema: z.ZodType) => object;
  readonly output: (schema: z.ZodType) => object;
};

/** A schema that is asked at once: tRPC asks asynchronously where it can, and zod compiles a schema only for who does not. */
const atOnce = (schema: z.ZodType): z.ZodType =>
  Object.create(schema, { parseAsync: { value: undefined } }) as z.ZodType;

/** A procedure whose schemas are asked at once: none of ours waits for anything. */
function parsingAtOnce<B extends object>(builder: B): B {
  const { input, output } = builder as B & Schemas;
  return {
    ...builder,
    input: (schema: z.ZodType) => parsingAtOnce(input(atOnce(schema))),
    output: (schema: z.ZodType) => parsingAtOnce(output(atOnce(schema))),
  };
}

/** The base procedures: nothing is reachable but by one of these. */
export const publicProcedure = parsingAtOnce(t.procedure.use(anybody).meta({ action: 'public' }));

const signedIn = t.middleware(async ({ ctx, next }) => {
  if (ctx.actor === null) throw new TRPCError({ code: 'UNAUTHORIZED' });
  const context: Context = { shell: ctx.shell, actor: ctx.actor };
  return refusalsCoded(await next({ ctx: { ...ctx, context } }));
});

/** A procedure that needs a session, and within its use case the capability that it names here. */
export const procedure = (action: Action | 'signed-in') => parsingAtOnce(t.procedure.use(signedIn).meta({ action }));

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** The two procedures of a way to record money: what it will post, and posting it. */
export function recordingRouter<S extends z.ZodType>(
  recording: Recording<z.output<S> & { readonly idempotencyKey: string }>,
  input: S,
) {
  type Input = z.output<S> & { readonly idempotencyKey: string };
  return router({
    preview: procedure(recording.action)
      .input(input)
      .output(entryPreviewView)
      .query(async ({ ctx, input: parsed }) =>
        previewOf(ctx.shell.db.read, await preview(recording, ctx.context, parsed as Input)),
      ),
    record: procedure(recording.action)
      .input(input)
      .output(recordedView)
      .mutation(({ ctx, input: parsed }) => record(recording, ctx.context, parsed as Input)),
  });
}

export const nothing = z.strictObject({});
