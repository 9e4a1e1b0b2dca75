import { describe, expect, test } from 'vitest';
import { checkCountry } from './contributor.ts';
import { CONTRIBUTOR_TYPES } from './kinds.ts';
import { amendPledgeInput, createContributorInput, listContributionsInput, signAgreementInput } from './inputs.ts';

describe('a contributor’s country', () => {
  test('is required of a country and of nobody else', () => {
    expect(checkCountry('country', null)).toEqual({ ok: false, violation: { kind: 'CountryRequired' } });
    for (const type of CONTRIBUTOR_TYPES.filter((kind) => kind !== 'country'))
      expect(checkCountry(type, null)).toEqual({ ok: true, value: null });
  });

  test.each(CONTRIBUTOR_TYPES)('is a real one of a contributor of type %s', (type) => {
    expect(checkCountry(type, 'NO')).toEqual({ ok: true, value: 'NO' });
    expect(checkCountry(type, 'ZZ')).toEqual({ ok: false, violation: { kind: 'CountryUnknown', code: 'ZZ' } });
  });
});

describe('inputs take what they name and nothing else', () => {
  const idempotencyKey = '0198c0de-0000-7000-8000-000000000000';
  const contributor = { idempotencyKey, name: 'Aurelia', type: 'country', countryCode: 'NO' };
  const agreement = {
    idempotencyKey,
    origin: 'new',
    contributorId: 'c-1',
    poolId: 'e-1',
    reference: 'AUR-2026',
    signedOn: '2026-01-31',
    currency: 'CHF',
    instalments: [{ dueOn: '2026-06-01', amount: '100.00' }],
    supportCostPercent: '8',
    description: '',
  };

  test('a contributor', () => {
    expect(createContributorInput.safeParse(contributor).success).toBe(true);
    for (const wrong of [
      { ...contributor, balance: '1' },
      { ...contributor, type: 'person' },
      { ...contributor, countryCode: 'no' },
      { ...contributor, name: '' },
      { ...contributor, idempotencyKey: '1' },
    ])
      expect(createContributorInput.safeParse(wrong).success).toBe(false);
  });

  test.each(['0', '8', '8.5', '99.99', '100', '100.00'])('support costs of %s %%', (supportCostPercent) => {
    expect(signAgreementInput.safeParse({ ...agreement, supportCostPercent }).success).toBe(true);
  });

  test.each([
    { supportCostPercent: '100.01' },
    { supportCostPercent: '-1' },
    { supportCostPercent: '8.555' },
    { signedOn: '2026-02-31' },
    { currency: 'ZZZ' },
    { instalments: [] },
    { instalments: Array.from({ length: 41 }, () => agreement.instalments[0]) },
    { instalments: [{ dueOn: '2026-06-01', amount: 100 }] },
    { origin: 'pledge' },
    { value: '1.00' },
  ])('no agreement with %o', (wrong) => {
    expect(signAgreementInput.safeParse({ ...agreement, ...wrong }).success).toBe(false);
  });

  test('an amendment says why', () => {
    const amendment = {
      idempotencyKey,
      contributionId: 'k-1',
      amendedOn: '2026-01-31',
      amount: '0',
      reason: 'Withdrawn',
    };
    expect(amendPledgeInput.safeParse(amendment).success).toBe(true);
    expect(amendPledgeInput.safeParse({ ...amendment, reason: '' }).success).toBe(false);
  });

  test('a list begins with the newest', () => {
    expect(listContributionsInput.parse({})).toEqual({ sort: 'date', direction: 'desc', page: 1 });
    expect(listContributionsInput.safeParse({ sort: 'password' }).success).toBe(false);
    expect(listContributionsInput.safeParse({ page: 0 }).success).toBe(false);
  });
});
