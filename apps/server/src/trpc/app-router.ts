import { signInInput, changePasswordInput, addPersonInput, setRolesInput, setDisabledInput } from '@dcc/domain/people/inputs';
import * as ci from '@dcc/domain/contributions/inputs';
import * as pi from '@dcc/domain/positions/inputs';
import { listEntriesInput, reverseEntryInput } from '@dcc/domain/ledger/inputs';
import { dateSchema, idSchema, shortText } from '@dcc/domain/wire';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import * as cv from '../features/contributions/contributions.views.ts';
import * as dv from '../features/contributors/contributors.views.ts';
import { entryListView, entryView } from '../features/ledger/ledger.views.ts';
import { overviewView } from '../features/overview/overview.views.ts';
import { peopleView } from '../features/people/people.views.ts';
import * as pv from '../features/positions/positions.views.ts';
import { choicesView, findView } from '../features/reference/reference.views.ts';
import { sessionView } from '../features/session/session.views.ts';
import { entryPreviewView, recordedView } from '../features/shared-views.ts';
import { statementView } from '../features/statement/statement.views.ts';

const t = initTRPC.create();
const nothing = z.strictObject({});
const byId = z.strictObject({ id: idSchema });
const notYet = (): never => {
  throw new Error('not yet');
};
const q = <I extends z.ZodType, O extends z.ZodType>(i: I, o: O) => t.procedure.input(i).output(o).query(notYet);
const m = <I extends z.ZodType, O extends z.ZodType>(i: I, o: O) => t.procedure.input(i).output(o).mutation(notYet);
const rec = <I extends z.ZodType>(i: I) => t.router({ preview: q(i, entryPreviewView), record: m(i, recordedView) });

/** PLACEHOLDER of the right types, replaced within the hour. */
export const appRouter = t.router({
  session: t.router({ current: q(nothing, sessionView), signIn: m(signInInput, sessionView), signOut: m(nothing, sessionView), changePassword: m(changePasswordInput, nothing) }),
  overview: t.router({ get: q(nothing, overviewView) }),
  statement: t.router({ get: q(z.strictObject({ asOf: dateSchema.optional() }), statementView) }),
  contributions: t.router({
    list: q(ci.listContributionsInput, cv.contributionListView),
    get: q(byId, cv.contributionView),
    pledge: rec(ci.recordPledgeInput),
    amendPledge: rec(ci.amendPledgeInput),
    agreement: rec(ci.signAgreementInput),
    deposit: rec(ci.receiveDepositInput),
    refund: rec(ci.refundContributorInput),
  }),
  contributors: t.router({ list: q(nothing, dv.contributorListView), get: q(byId, dv.contributorView), create: m(ci.createContributorInput, recordedView) }),
  pools: t.router({ create: m(ci.createPoolInput, recordedView) }),
  positions: t.router({
    list: q(pi.listPositionsInput, pv.positionListView),
    get: q(byId, pv.positionView),
    propose: m(pi.proposePositionInput, recordedView),
    advance: m(pi.advancePositionInput, recordedView),
    allocation: rec(pi.decideAllocationInput),
  }),
  ledger: t.router({ list: q(listEntriesInput, entryListView), get: q(byId, entryView), reversal: rec(reverseEntryInput) }),
  people: t.router({ list: q(nothing, peopleView), add: m(addPersonInput, recordedView), setRoles: m(setRolesInput, recordedView), setDisabled: m(setDisabledInput, recordedView) }),
  reference: t.router({ choices: q(nothing, choicesView), find: q(z.strictObject({ text: shortText }), findView) }),
});
export type AppRouter = typeof appRouter;
