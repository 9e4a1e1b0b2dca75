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

test('the palette finds a decision and its draft, a meeting, a round and a vacancy, each under its own id', async () => {
  const fund = await openTestFund();
  const find = async (text: string) => (await fund.as('member').reference.find({ text })).hits;
  const { meetings } = await fund.as('member').meetings.list({});
  const { decided, pending } = await fund.as('member').decisions.list({});
  for (const { id, reference } of meetings)
    expect(await find(reference)).toContainEqual(expect.objectContaining({ kind: 'meeting', id }));
  for (const { id, reference } of [...decided, ...pending])
    expect((await find(reference)).filter((hit) => hit.id === id)).toMatchObject([{ kind: 'decision' }]);
  const [round] = (await fund.as('member').rounds.list({})).rounds;
  expect(await find(round?.name ?? '')).toContainEqual(expect.objectContaining({ kind: 'round', id: round?.id }));
  const [vacancy] = (await fund.as('member').vacancies.list({})).rows;
  expect(await find(vacancy?.position.title ?? '')).toContainEqual(
    expect.objectContaining({ kind: 'vacancy', id: vacancy?.id }),
  );
  expect((await fund.as('contributor').reference.find({ text: 'SC' })).hits.map(({ kind }) => kind)).not.toContain(
    'decision',
  );
});
