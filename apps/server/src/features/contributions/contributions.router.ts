import {
  amendPledgeInput,
  listContributionsInput,
  receiveDepositInput,
  recordPledgeInput,
  refundContributorInput,
  signAgreementInput,
} from '@dcc/domain/contributions/inputs';
import { idSchema, standpointFields } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, recordingRouter, router } from '../../trpc/trpc.ts';
import { contributionListView, contributionView } from './contributions.views.ts';
import { getContribution, listContributions } from './read-contributions.ts';
import { receiveDeposit } from './receive-deposit.ts';
import { amendPledge, recordPledge } from './record-pledge.ts';
import { refundContributor } from './refund-contributor.ts';
import { signAgreement } from './sign-agreement.ts';

export const contributionsRouter = router({
  list: procedure('contributions.read')
    .input(listContributionsInput)
    .output(contributionListView)
    .query(({ ctx, input }) => listContributions(ctx.context, input)),
  get: procedure('contributions.read')
    .input(z.strictObject({ id: idSchema, ...standpointFields }))
    .output(contributionView)
    .query(({ ctx, input }) => getContribution(ctx.context, input.id, input)),
  pledge: recordingRouter(recordPledge, recordPledgeInput),
  amendPledge: recordingRouter(amendPledge, amendPledgeInput),
  agreement: recordingRouter(signAgreement, signAgreementInput),
  deposit: recordingRouter(receiveDeposit, receiveDepositInput),
  refund: recordingRouter(refundContributor, refundContributorInput),
});
