import { DEMO_VACANCIES } from '@dcc/demo-fund/vacancies';
import { expect, test } from 'vitest';
import { newKey, openTestFund, sessionOf } from '../testing/test-fund.ts';
import { startTestServer } from '../testing/test-server.ts';
import { html } from './html.ts';

const PAGE = '/open/vacancies';

async function served(name: 'demo' | 'real' = 'demo') {
  const fund = await openTestFund(name);
  const server = await startTestServer(fund.shell);
  return { fund, server, get: (path = PAGE, headers = {}) => fetch(`${server.url}${path}`, { headers }) };
}

test('anybody reads what is open: where, until when, and what is asked for', async () => {
  const { get } = await served();
  const answer = await get();
  const text = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const said of [
    '1 position is open',
    'Fisheries policy officer',
    'Oceans and Islands Agency',
    'Honiara, Solomon Islands',
    '<time datetime="2026-12-06">6 December 2026</time>',
    'An advanced university degree',
    '2 years of work, gained after the first-level degree.',
    'French would help.',
    'At most 31 years old',
    'A national of one of 13 countries',
    '<li>Solomon Islands</li>',
    'This is a demonstration',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('Labour migration officer');
  expect(text).not.toContain('Urban planning analyst');
});

test('the page names no candidate and no number of them', async () => {
  const { get } = await served();
  const text = await (await get()).text();
  const names = DEMO_VACANCIES.flatMap(({ candidates }) => candidates.map(({ name }) => name));
  expect(names.filter((name) => text.includes(name))).toEqual([]);
});

test('a vacancy is on the page from the day it opens to the end of the day it closes', async () => {
  const { fund, get } = await served();
  const shown = async (on: string): Promise<boolean> => {
    fund.setTime(`${on}T23:59:59.000Z`);
    return (await (await get()).text()).includes('Fisheries policy officer');
  };
  expect([await shown('2026-12-06'), await shown('2026-12-07')]).toEqual([true, false]);
});

test('a vacancy of a position that is not advertised yet is not shown', async () => {
  const { fund, get } = await served();
  const secretariat = fund.as('secretariat');
  const positionId = (await secretariat.positions.list({ text: 'Urban planning' })).rows[0]?.id ?? '';
  const { criteria } = await secretariat.vacancies.get({ id: 'v-fisheries' });
  const days = { opensOn: '2026-11-20', closesOn: '2026-12-20' };
  await secretariat.vacancies.open({ positionId, ...days, criteria, text: '', idempotencyKey: newKey() });
  expect(await (await get()).text()).not.toContain('Urban planning');
  await secretariat.positions.advance({
    positionId,
    from: 'approved',
    to: 'advertised',
    on: '2026-11-20',
    note: '',
    idempotencyKey: newKey(),
  });
  expect(await (await get()).text()).toContain('2 positions are open');
});

test('it may be kept for a while, is the same with and without an account, and is told when nothing changed', async () => {
  const { fund, get } = await served();
  const answer = await get();
  const tag = answer.headers.get('etag') ?? '';
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  expect(answer.headers.get('set-cookie')).toBeNull();
  const cookie = `fund-session=${await sessionOf(fund, 'p-secretariat')}`;
  expect(await (await get(PAGE, { cookie })).text()).toBe(await answer.text());
  const again = await get(PAGE, { 'if-none-match': tag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  fund.setTime('2026-11-23T00:00:00.000Z');
  expect((await get(PAGE, { 'if-none-match': tag })).status).toBe(200);
});

test('it runs no script and takes its style from here; it is written for no other method', async () => {
  const { server, get } = await served();
  const answer = await get();
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await answer.text()).not.toMatch(/<script|style=|onload|javascript:/iu);
  expect((await get('/open/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect((await fetch(`${server.url}${PAGE}`, { method: 'POST' })).status).toBe(404);
  expect((await get('/open/nothing')).status).toBe(404);
});

test('what people typed is text and never a part of the page', async () => {
  const { fund, get } = await served();
  const { criteria } = await fund.as('secretariat').vacancies.get({ id: 'v-fisheries' });
  const text = '<script>alert(1)</script> & "quoted" <img src=x onerror=alert(1)>';
  const days = { opensOn: '2026-11-02', closesOn: '2026-12-06' };
  await fund
    .as('secretariat')
    .vacancies.revise({ vacancyId: 'v-fisheries', ...days, criteria, text, idempotencyKey: newKey() });
  const page = await (await get()).text();
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &lt;img');
  expect(page).not.toContain('<script>');
  expect(html`<p title="${`"'`}">${[html`<b>${'<'}</b>`]}${null}${7}</p>`.text).toBe(
    '<p title="&quot;&#39;"><b>&lt;</b>7</p>',
  );
});

test('a fund with nothing open says so', async () => {
  const { get } = await served('real');
  expect(await (await get()).text()).toContain('No position takes applications today');
});

test('criteria that are not asked are not on the page', async () => {
  const { fund, get } = await served();
  const languages = { all: [], oneOf: ['en', 'fr'], asset: [] };
  const criteria = { oldestAge: null, degree: null, experienceYears: 1, languages, eligibilitySetId: null };
  const revised = { opensOn: '2026-11-02', closesOn: '2026-12-06', criteria, text: '', idempotencyKey: newKey() };
  await fund.as('secretariat').vacancies.revise({ vacancyId: 'v-fisheries', ...revised });
  const text = await (await get()).text();
  expect(text).toContain('At least one of English or French.');
  expect(text).toContain('1 year of work');
  expect(text).not.toContain('years old');
  expect(text).not.toContain('A national of');
  const none = { ...revised, criteria: { ...criteria, experienceYears: 0, languages: { ...languages, oneOf: [] } } };
  await fund.as('secretariat').vacancies.revise({ vacancyId: 'v-fisheries', ...none, idempotencyKey: newKey() });
  expect(await (await get()).text()).not.toContain('Asked for');
});
