import { expect, test } from 'vitest';
import { newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

test('a host organization is added once, by the secretariat', async () => {
  const fund = await openTestFund();
  const host = { name: 'Bureau of Tides', shortName: 'Tides' };
  await fund.as('secretariat').reference.createOrganization({ idempotencyKey: newKey(), ...host });
  const { organizations } = await fund.as('member').reference.choices({});
  expect(organizations.filter(({ shortName }) => shortName === 'Tides')).toHaveLength(1);
  const again = fund
    .as('secretariat')
    .reference.createOrganization({ idempotencyKey: newKey(), name: 'TIDES', shortName: 'T' });
  expect(await violationOf(again)).toMatchObject({ kind: 'NameTaken', name: 'TIDES' });
});

test('a duty station is added once, in a country that exists', async () => {
  const fund = await openTestFund();
  const add = (name: string, countryCode: string) =>
    fund.as('secretariat').reference.createDutyStation({ idempotencyKey: newKey(), name, countryCode });
  await add('Lusaka', 'ZM');
  expect(await violationOf(add('lusaka', 'ZM'))).toMatchObject({ kind: 'NameTaken', subject: 'duty-station' });
  expect(await violationOf(add('Nowhere', 'ZZ'))).toEqual({ kind: 'CountryUnknown', code: 'ZZ' });
});
