import { beforeAll, expect, it } from 'vitest';
import type { Overview } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { sinceDecisionWords } from './since-decision.ts';

beforeAll(startWords);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const change = (amounts: Partial<NonNullable<Overview['sinceDecision']>>): Pick<Overview, 'sinceDecision'> => ({
  sinceDecision: {
    reference: 'SC-2026/2',
    decidedOn: '2026-10-06',
    received: usd('0.00'),
    signed: usd('0.00'),
    transferred: usd('0.00'),
    spent: usd('0.00'),
    ...amounts,
  },
});

it('says nothing before the first decision', () => {
  expect(sinceDecisionWords({ sinceDecision: null })).toBeNull();
});

/** With plain spaces where the screen keeps an amount or a date on one line. */
const said = (overview: Pick<Overview, 'sinceDecision'>) => sinceDecisionWords(overview)?.replaceAll('\u00a0', ' ');

it('names only what changed since the last decision', () => {
  expect(said(change({ received: usd('480000.00'), transferred: usd('140000.00') }))).toBe(
    'Since decision SC-2026/2 of 6 Oct 2026: US$ 480,000 received, US$ 140,000 sent to hosts.',
  );
});

it('says so when no money has moved', () => {
  expect(said(change({}))).toBe('No money has moved since decision SC-2026/2 of 6 Oct 2026.');
});
