import { CONTRIBUTION_SORTS, listContributionsInput } from '@dcc/domain/contributions/inputs';
import { z } from 'zod';
import { pageNumber } from '../../app/search-params.ts';

const { contributorId, poolId, stage, text } = listContributionsInput.shape;

/** State of the list of contributions in its address: filter, order, page. What is malformed is left out. */
export const contributionsSearch = z.object({
  contributorId: contributorId.catch(undefined),
  poolId: poolId.catch(undefined),
  stage: stage.catch(undefined),
  text: text.catch(undefined),
  sort: z.enum(CONTRIBUTION_SORTS).default('date').catch('date'),
  direction: z.enum(['asc', 'desc']).default('desc').catch('desc'),
  page: pageNumber,
  /** A form that is to open. */
  record: z.enum(['agreement', 'pledge', 'contributor', 'pool']).optional().catch(undefined),
});
export type ContributionsSearch = z.output<typeof contributionsSearch>;

/** What the list is asked for. */
export function contributionsQuery<S extends Pick<ContributionsSearch, 'record'>>({ record: _form, ...search }: S) {
  return search;
}
