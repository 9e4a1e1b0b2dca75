import { expect, it } from 'vitest';
import type { Figure } from '../../api/views.ts';
import { statementAsData } from './statement-lines.ts';

const figure: Figure = {
  amount: { amount: '756821732.00', currency: 'USD' },
  basis: 'cash',
  asOf: '2026-11-22',
  entries: { account: 'cash' },
};

it('gives other programs exact decimal texts under the names of the published table', () => {
  const data = statementAsData({
    asOf: '2026-11-22',
    fundsWithAdministrativeAgent: { contributionsFromDonors: figure, balanceAsPercentOfDeposits: null },
    totalBalanceOfFunds: figure.amount,
    totalBalanceAsPercentOfDeposits: '26.5',
  });
  expect(data).toEqual({
    asOf: '2026-11-22',
    fundsWithAdministrativeAgent: { contributionsFromDonors: '756821732.00', balanceAsPercentOfDeposits: null },
    totalBalanceOfFunds: '756821732.00',
    totalBalanceAsPercentOfDeposits: '26.5',
  });
});

it('says columns, counts and choices to other programs too', () => {
  const data = statementAsData({
    certifiedOnly: true,
    from: null,
    columns: [{ key: '2024', fundsWithAdministrativeAgent: { balance: figure }, interim: undefined }],
    pending: { agent: { count: 2, figure } },
  });
  expect(data).toEqual({
    certifiedOnly: true,
    from: null,
    columns: [{ key: '2024', fundsWithAdministrativeAgent: { balance: '756821732.00' } }],
    pending: { agent: { count: 2, figure: '756821732.00' } },
  });
});
