import type { z } from 'zod';
import { appRouter } from '../trpc/app-router.ts';
import { createCallerFactory, type RequestContext } from '../trpc/trpc.ts';

/** Something of the books that other programs may read: a procedure of the screens, with its schemas and permissions. */
export type Resource = {
  /** With `{id}` where one record is meant. */
  readonly path: string;
  readonly procedure: string;
  readonly summary: string;
};

export const RESOURCES: readonly Resource[] = [
  {
    path: '/statement',
    procedure: 'statement.get',
    summary: 'The statement of source and use of funds, of any period, whole and in columns.',
  },
  {
    path: '/years',
    procedure: 'years.list',
    summary: 'The financial years: their sums, whether they are closed, and what was done to them.',
  },
  {
    path: '/books',
    procedure: 'books.get',
    summary: 'The administrator’s record beside each host organization’s own, with the difference.',
  },
  {
    path: '/ledger',
    procedure: 'ledger.list',
    summary: 'Entries of the ledger, newest first; go on with beside, set to what the answer calls next, or with page.',
  },
  { path: '/ledger/{id}', procedure: 'ledger.get', summary: 'One entry with its postings, by its number.' },
  { path: '/contributions', procedure: 'contributions.list', summary: 'Contributions, a page at a time.' },
  {
    path: '/contributions/{id}',
    procedure: 'contributions.get',
    summary: 'One contribution, from its pledge to its last deposit.',
  },
  { path: '/positions', procedure: 'positions.list', summary: 'Positions, a page at a time.' },
  {
    path: '/positions/{id}',
    procedure: 'positions.get',
    summary: 'One position, with its years, steps, decisions and transfers.',
  },
];

type Schemas = { readonly inputs: readonly [z.ZodObject]; readonly output: z.ZodType };

const PROCEDURES = appRouter._def.procedures as unknown as Record<string, { readonly _def: Schemas } | undefined>;

/** The schemas by which a resource is asked and answers. */
export function schemasOf({ procedure }: Resource): { readonly input: z.ZodObject; readonly output: z.ZodType } {
  const found = PROCEDURES[procedure];
  if (found === undefined) throw new Error(`There is no procedure ${procedure}`);
  return { input: found._def.inputs[0], output: found._def.output };
}

const callers = createCallerFactory(appRouter);
type Query = (input: unknown) => Promise<unknown>;

/** Asks a resource as a screen would ask its procedure. */
export function read({ procedure }: Resource, context: RequestContext, input: unknown): Promise<unknown> {
  const [feature = '', name = ''] = procedure.split('.');
  const caller = callers(context) as unknown as Record<string, Record<string, Query> | undefined>;
  const query = caller[feature]?.[name];
  if (query === undefined) throw new Error(`There is no procedure ${procedure}`);
  return query(input);
}
