import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Action } from '@dcc/domain/people/capability';
import type { MovementForm } from './movements-search.ts';

type Item = { readonly form: MovementForm; readonly sentence: MessageDescriptor };
type Group = {
  readonly key: string;
  readonly title: MessageDescriptor;
  readonly items: readonly Item[];
};

/** Everything that can be recorded here, in the order of a year of the fund. */
export const MOVEMENT_GROUPS: readonly Group[] = [
  {
    key: 'in',
    title: msg`Money in`,
    items: [
      { form: 'interest-fund', sentence: msg`What the fund’s own cash earned.` },
      { form: 'interest-organization', sentence: msg`What a host earned on the fund’s money and handed over.` },
      { form: 'refund', sentence: msg`What a host sends back of what it was sent, because it was not spent.` },
      { form: 'other-income', sentence: msg`Any other money that came in and is no gift.` },
    ],
  },
  {
    key: 'out',
    title: msg`Money out`,
    items: [
      { form: 'transfer-for-position', sentence: msg`Cash to a host out of what decisions reserved for its position.` },
      { form: 'transfer', sentence: msg`Cash to a host that belongs to no single position.` },
      { form: 'transfer-other-fund', sentence: msg`Cash to another trust fund.` },
      { form: 'agent-fee', sentence: msg`The administrator’s percentage of deposits, once for each deposit.` },
      { form: 'support-cost', sentence: msg`The percentage that an agreement sets, of what hosts spent.` },
      { form: 'direct-cost', sentence: msg`What the committee itself charges to the fund.` },
      { form: 'bank-charge', sentence: msg`What the bank took.` },
    ],
  },
  {
    key: 'hosts',
    title: msg`Hosts’ own record`,
    items: [
      { form: 'organization-received', sentence: msg`What a host says it received.` },
      {
        form: 'organization-expenditure',
        sentence: msg`What a host says it spent, by cost component where it says so.`,
      },
      { form: 'organization-refund', sentence: msg`What a host says it sent back.` },
    ],
  },
  {
    key: 'commitments',
    title: msg`Commitments`,
    items: [
      {
        form: 'operating-reserve',
        sentence: msg`A percentage of planned annual expenditure that stays unallocated, as a decision says.`,
      },
    ],
  },
];

const ACTIONS: Partial<Record<MovementForm, Action>> = {
  'organization-received': 'host-report.record',
  'organization-expenditure': 'host-report.record',
  'organization-refund': 'host-report.record',
  'operating-reserve': 'reserve.set',
};

/** What a person must be allowed to do to record it. */
export const actionOf = (form: MovementForm): Action => ACTIONS[form] ?? 'movement.record';
