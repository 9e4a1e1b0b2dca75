import { NO_IDS } from '@dcc/server/testing/procedures';
import { demoIds } from '@dcc/server/testing/real-ids';
import { openTestFund, sessionOf } from '@dcc/server/testing/test-fund';
import { clientHeaders, post, startTestServer } from '@dcc/server/testing/test-server';
import { expect, test } from 'vitest';
import { reportFault } from './report.ts';

/** A body without what differs by nature: ids and the time of the answer. */
const bare = (text: string, id: string): string => text.replaceAll(id, 'ID');

test('to a contributor what belongs to another does not exist, whichever way it asks', async () => {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const headers = clientHeaders(await sessionOf(fund, 'p-contributor'));
  const reader = fund.as('auditor');
  const own = new Set((await reader.contributions.list({ contributorId: 'c-aurelia' })).rows.map(({ id }) => id));
  const contributions = (await reader.contributions.list({})).rows.map(({ id }) => id);
  const contributors = (await reader.contributors.list({})).rows.map(({ contributor }) => contributor.id);
  const foreign = [
    ...contributions.filter((id) => !own.has(id)).map((id) => ['contributions.get', id] as const),
    ...contributors.filter((id) => id !== 'c-aurelia').map((id) => ['contributors.get', id] as const),
  ];
  let asked = 0;
  for (const [path, id] of foreign) {
    const answer = await post(server, path, { id }, headers);
    const nothing = await post(server, path, { id: NO_IDS.contribution }, headers);
    expect(answer.status).toBe(404);
    expect(bare(answer.text, id)).toBe(bare(nothing.text, NO_IDS.contribution));
    asked += 1;
  }
  const names = [
    'Borealis',
    'Caldera',
    'Delta',
    'Estuary',
    'Fjord',
    'Gannet',
    'BOR-',
    'CAL-',
    'DDB-',
    'ESU-',
    'FJO-',
    'GAN-',
  ];
  for (const text of [...names, 'e', 'a', '%', '_', '-']) {
    const found = await post(server, 'reference.find', { text }, headers);
    const listed = await post(server, 'contributions.list', { text }, headers);
    for (const name of names) expect(found.text + listed.text).not.toContain(name);
    asked += 2;
  }
  for (const input of [
    { contributorId: 'c-borealis' },
    { poolId: 'e-women' },
    { stage: 'overdue' },
    { sort: 'received' },
  ]) {
    const { text } = await post(server, 'contributions.list', input, headers);
    for (const name of names) expect(text).not.toContain(name);
    asked += 1;
  }
  for (const path of [
    'statement.get',
    'books.get',
    'contributors.list',
    'reference.choices',
    'ledger.list',
    'positions.list',
    'people.list',
  ]) {
    const { text } = await post(server, path, path === 'ledger.list' ? { filter: {} } : {}, headers);
    for (const name of names) expect(text).not.toContain(name);
    asked += 1;
  }
  for (const id of own) expect((await post(server, 'contributions.get', { id }, headers)).status).toBe(200);
  reportFault({
    fault: 'A2',
    tried: `${asked} calls of a contributor for what is not its own`,
    lost: 'nothing was told',
  });
});

test('a contributor whose contributor was taken away sees nothing at all', async () => {
  const fund = await openTestFund();
  await fund.db.write.updateTable('person').set({ contributor_id: null }).where('id', '=', 'p-contributor').execute();
  const server = await startTestServer(fund.shell);
  const headers = clientHeaders(await sessionOf(fund, 'p-contributor'));
  const ids = await demoIds(fund.as('auditor'));
  expect((await post(server, 'contributions.get', { id: ids.contribution }, headers)).status).toBe(404);
  expect(JSON.parse((await post(server, 'contributions.list', {}, headers)).text)).toMatchObject({
    result: { data: { rowCount: 0, rows: [] } },
  });
});
