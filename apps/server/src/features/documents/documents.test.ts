import { createHash, randomUUID } from 'node:crypto';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { expect, test } from 'vitest';
import { draftOf } from '../../testing/committee.ts';
import { FILES, pdfOf, upload, type Upload } from '../../testing/documents.ts';
import { openTestFund, rowCounts, sessionOf, type TestFund } from '../../testing/test-fund.ts';
import { startTestServer } from '../../testing/test-server.ts';

async function open() {
  const fund = await openTestFund();
  const server = await startTestServer(fund.shell);
  const token = await sessionOf(fund, 'p-secretariat');
  const reader = fund.as('auditor');
  const { rows } = await reader.contributions.list({ text: 'AUR-2022' });
  const agreement = { subjectKind: 'contribution', subjectId: rows[0]?.id ?? '' } as const;
  const decision = await fund.db.read.selectFrom('decision').select('id').limit(1).executeTakeFirstOrThrow();
  return { fund, server, token, agreement, decision: { subjectKind: 'decision', subjectId: decision.id } as const };
}

const listed = (
  fund: TestFund,
  { subjectKind, subjectId }: Omit<Upload, 'name' | 'idempotencyKey'>,
  who: Parameters<TestFund['as']>[0] = 'auditor',
) => fund.as(who).documents.list({ subjectKind: subjectKind as 'contribution', subjectIds: [subjectId] });

const get = (url: string, id: string, token: string) =>
  fetch(`${url}/api/documents/${id}`, { headers: { cookie: `fund-session=${token}` } });

test('a paper hangs on a draft before it is decided, and the books stay whole', async () => {
  const { fund, server, token } = await open();
  const { id } = await fund.as('secretariat').decisions.draft.record(draftOf());
  const draft = { subjectKind: 'decision', subjectId: id, name: 'Note.pdf' };
  const { status } = await upload(server, token, draft, FILES.pdf());
  expect(status).toBe(200);
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('a paper hangs on an agreement, an entry or a decision, and comes back byte by byte, to be saved and never shown', async () => {
  const { fund, server, token, agreement, decision } = await open();
  const content = FILES.pdf();
  for (const subject of [agreement, decision, { subjectKind: 'entry', subjectId: '12' }]) {
    const name = `Übersicht ${subject.subjectKind}.pdf`;
    const { status, id } = await upload(server, token, { ...subject, name }, content);
    expect(status).toBe(200);
    expect((await listed(fund, subject)).rows).toEqual([
      {
        id,
        subjectId: subject.subjectId,
        name,
        type: 'application/pdf',
        size: content.length,
        addedAt: '2026-11-22T12:00:00.000Z',
        addedBy: 'Sena Bright',
      },
    ]);
    const answer = await get(server.url, id ?? '', await sessionOf(fund, 'p-auditor'));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="U_bersicht/u) as string,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  }
  const counts = await rowCounts(fund.db);
  expect({ documents: counts['document'], contents: counts['document_content'] }).toEqual({
    documents: 3,
    contents: 1,
  });
  const audit = await fund.db.read
    .selectFrom('audit_event')
    .select('detail')
    .where('action', '=', 'document.add')
    .execute();
  expect(audit.map(({ detail }) => JSON.parse(detail) as object)[0]).toEqual({
    contribution: agreement.subjectId,
    name: 'Übersicht contribution.pdf',
    hash: createHash('sha256').update(content).digest('hex'),
  });
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('the same file hangs on a record once; a retry with the same key gives the first answer', async () => {
  const { server, token, agreement, fund } = await open();
  const [content, idempotencyKey] = [FILES.png(), randomUUID()];
  const about = { ...agreement, name: 'scan.png', idempotencyKey };
  const first = await upload(server, token, about, content);
  expect(await upload(server, token, about, content)).toEqual(first);
  expect(await upload(server, token, about, FILES.png())).toMatchObject({
    status: 409,
    violation: { kind: 'KeyReused' },
  });
  const again = await upload(server, token, { ...agreement, name: 'again.png' }, content);
  expect(again).toMatchObject({ status: 409, violation: { kind: 'DocumentOnRecord', name: 'scan.png' } });
  expect((await listed(fund, agreement)).rows).toHaveLength(1);
});

test('what is not to be taken is refused in words, and nothing is kept', async () => {
  const { server, token, agreement, fund } = await open();
  const before = await rowCounts(fund.db);
  const refused = async (about: Partial<Upload>, content: Buffer, headers: Record<string, string> = {}) => {
    const { status, violation } = await upload(server, token, { ...agreement, ...about }, content, headers);
    return [status, violation?.kind ?? null];
  };
  expect(await refused({ name: 'a.pdf' }, Buffer.alloc(0))).toEqual([400, 'DocumentEmpty']);
  expect(await refused({ name: 'a.png' }, FILES.pdf())).toEqual([415, 'DocumentTypeRefused']);
  expect(await refused({ name: '../a.pdf' }, FILES.pdf())).toEqual([400, 'DocumentNameRefused']);
  expect(await refused({ name: 'a.pdf' }, pdfOf(20 * 1024 * 1024 + 1))).toEqual([413, 'DocumentTooLarge']);
  expect(await refused({ name: 'a.pdf', subjectId: 'nobody' }, FILES.pdf())).toEqual([404, 'NotFound']);
  expect(await refused({ name: 'a.pdf', subjectKind: 'entry', subjectId: '999999' }, FILES.pdf())).toEqual([
    404,
    'NotFound',
  ]);
  expect(await refused({ name: 'a.pdf', subjectKind: 'person', subjectId: 'p-chair' }, FILES.pdf())).toEqual([
    400,
    null,
  ]);
  expect(await refused({ name: 'a.pdf' }, FILES.pdf(), { 'content-encoding': 'gzip' })).toEqual([415, null]);
  expect(await rowCounts(fund.db)).toEqual(before);
});

test('twenty megabytes are taken', async () => {
  const { server, token, agreement, fund } = await open();
  const { status } = await upload(server, token, { ...agreement, name: 'scan.pdf' }, pdfOf(20 * 1024 * 1024));
  expect(status).toBe(200);
  expect((await listed(fund, agreement)).rows).toMatchObject([{ size: 20 * 1024 * 1024 }]);
});

test('a record takes fifty documents and no more', async () => {
  const { server, token, agreement } = await open();
  for (let number = 1; number <= 50; number += 1)
    expect((await upload(server, token, { ...agreement, name: `${number}.pdf` }, FILES.pdf())).status).toBe(200);
  expect(await upload(server, token, { ...agreement, name: '51.pdf' }, FILES.pdf())).toMatchObject({
    status: 400,
    violation: { kind: 'TooManyDocuments', of: 'record', limit: 50 },
  });
});

test('who may not attach is refused before the file is read; nobody is asked for nothing', async () => {
  const { fund, server, agreement } = await open();
  const before = await rowCounts(fund.db);
  for (const who of ['p-auditor', 'p-contributor', 'p-administrator']) {
    const answer = await upload(server, await sessionOf(fund, who), { ...agreement, name: 'a.pdf' }, FILES.pdf());
    expect([who, answer.status, answer.violation?.kind]).toEqual([who, 403, 'NotPermitted']);
  }
  expect((await upload(server, 'x'.repeat(43), { ...agreement, name: 'a.pdf' }, FILES.pdf())).status).toBe(401);
  const token = await sessionOf(fund, 'p-secretariat');
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'http://evil.example' }])
    expect((await upload(server, token, { ...agreement, name: 'a.pdf' }, FILES.pdf(), headers)).status).toBe(403);
  const query = new URLSearchParams({ ...agreement, name: 'a.pdf', idempotencyKey: randomUUID() });
  const address = `${server.url}/api/documents?${query.toString()}`;
  const cookie = `fund-session=${token}`;
  const bare = await fetch(address, { method: 'PUT', headers: { cookie }, body: new Uint8Array(FILES.pdf()) });
  expect(bare.status).toBe(403);
  for (const method of ['POST', 'DELETE', 'PATCH'])
    expect((await fetch(address, { method, headers: { cookie, 'x-fund-client': 'web' } })).status).toBe(405);
  expect({ ...(await rowCounts(fund.db)), session: 0 }).toEqual({ ...before, session: 0 });
});

test('a contributor sees the papers of its own agreements; another’s are as if they were not there', async () => {
  const { fund, server, token, agreement, decision } = await open();
  const { rows } = await fund.as('auditor').contributions.list({ text: 'BOR-2023' });
  const foreign = { subjectKind: 'contribution', subjectId: rows[0]?.id ?? '' };
  const ids = [];
  for (const subject of [agreement, foreign, decision])
    ids.push((await upload(server, token, { ...subject, name: 'a.pdf' }, FILES.pdf())).id ?? '');
  const contributor = await sessionOf(fund, 'p-contributor');
  expect((await listed(fund, agreement, 'contributor')).rows).toHaveLength(1);
  expect((await listed(fund, foreign, 'contributor')).rows).toEqual([]);
  expect((await listed(fund, decision, 'contributor')).rows).toEqual([]);
  expect((await get(server.url, ids[0] ?? '', contributor)).status).toBe(200);
  const nothing = await get(server.url, 'no-such-document', contributor);
  const said = await nothing.text();
  for (const id of ids.slice(1)) {
    const answer = await get(server.url, id, contributor);
    expect([answer.status, await answer.text()]).toEqual([404, said]);
  }
  expect((await get(server.url, ids[0] ?? '', await sessionOf(fund, 'p-administrator'))).status).toBe(403);
  expect((await fetch(`${server.url}/api/documents/${ids[0]}`)).status).toBe(401);
});

test('who looks at what was known on an earlier day does not see what came later', async () => {
  const { fund, server, token, agreement } = await open();
  await upload(server, token, { ...agreement, name: 'a.pdf' }, FILES.pdf());
  const then = { ...agreement, subjectIds: [agreement.subjectId], knownOn: '2026-11-21' };
  const { subjectId: _one, ...asked } = then;
  expect((await fund.as('auditor').documents.list(asked)).rows).toEqual([]);
  expect((await fund.as('auditor').documents.list({ ...asked, knownOn: '2026-11-22' })).rows).toHaveLength(1);
});
