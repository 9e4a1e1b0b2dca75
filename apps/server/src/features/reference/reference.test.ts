import { type Role, ROLES } from '@dcc/domain/people/capability';
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

test('everybody finds what they may see: hosts and pools, documents, people; nobody finds a candidate', async () => {
  const fund = await openTestFund();
  const kinds = async (role: Role, text: string) =>
    new Set((await fund.as(role).reference.find({ text })).hits.map(({ kind }) => kind));
  const ofFund = ['contribution', 'pool', 'host', 'position', 'decision', 'meeting', 'round', 'vacancy'] as const;
  for (const role of ROLES) {
    const found = new Set<string>();
    for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789-')
      for (const kind of await kinds(role, letter)) found.add(kind);
    expect([role, found.has('person')]).toEqual([role, role === 'administrator' || role === 'auditor']);
    expect([role, ofFund.filter((kind) => found.has(kind))]).toEqual([
      role,
      role === 'administrator' ? [] : role === 'contributor' ? ['contribution'] : ofFund,
    ]);
  }
  const { rows } = await fund.as('secretariat').vacancies.list({});
  const candidates = await Promise.all(rows.map(({ id }) => fund.as('secretariat').candidates.list({ vacancyId: id })));
  const names = candidates.flatMap(({ rows: listed }) => listed.flatMap(({ person }) => person?.name ?? []));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names)
    for (const role of ROLES) expect((await fund.as(role).reference.find({ text: name })).hits).toEqual([]);
});
