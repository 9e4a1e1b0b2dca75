import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api, queryClient } from '../api/client.ts';
import type { Documents as DocumentList } from '../api/views.ts';
import { axeFindings, renderPart, SECRETARIAT } from '../testing/render.tsx';
import { Documents } from './documents.tsx';

/** A line to the server that the test answers by hand. */
class Line extends EventTarget {
  static last: Line | null = null;
  readonly upload = new EventTarget();
  readonly headers: Record<string, string> = {};
  address = '';
  body: unknown = null;
  status = 0;
  responseText = '';
  constructor() {
    super();
    Line.last = this;
  }
  open(_method: string, address: string) {
    this.address = address;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: unknown) {
    this.body = body;
  }
  abort() {
    this.dispatchEvent(new Event('abort'));
  }
  answer(status: number, body: object) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.dispatchEvent(new Event('load'));
  }
}

const row = (id: string, subjectId: string): DocumentList['rows'][number] => ({
  id,
  subjectId,
  name: `Letter ${id}.pdf`,
  type: 'application/pdf',
  size: 348_160,
  addedAt: '2026-11-20T09:00:00.000Z',
  addedBy: 'Sena Bright',
});

beforeEach(() => vi.stubGlobal('XMLHttpRequest', Line));
afterEach(() => vi.unstubAllGlobals());

async function show(session = SECRETARIAT) {
  const key = api.documents.list.queryKey({ subjectKind: 'contribution', subjectIds: ['k1', 'k2'] });
  queryClient.setQueryData(key, { rows: [row('1', 'k1'), row('2', 'k2')] });
  return renderPart(<Documents kind="contribution" id="k1" among={['k1', 'k2']} />, '/', session);
}

const choose = (file: File) => userEvent.upload(screen.getByLabelText('File to attach'), file, { applyAccept: false });
const pdf = () => new File(['%PDF-'], 'Report.pdf', { type: 'application/pdf' });

it('lists what hangs on this record: name, size, who and when, to be saved and not shown', async () => {
  const container = await show();
  const link = screen.getByRole('link', { name: 'Letter 1.pdf' });
  expect([link.getAttribute('href'), link.getAttribute('download')]).toEqual(['/api/documents/1', 'Letter 1.pdf']);
  expect(screen.getByRole('listitem').textContent.replaceAll('\u00a0', ' ')).toBe(
    'Letter 1.pdf340 KB · Sena Bright · 20 Nov 2026',
  );
  expect(await axeFindings(container)).toEqual([]);
});

it('sends a file under its name, says how far it is, and that it is attached', async () => {
  await show();
  await choose(pdf());
  expect(Object.fromEntries(new URL(`http://x${Line.last?.address ?? ''}`).searchParams)).toMatchObject({
    subjectKind: 'contribution',
    subjectId: 'k1',
    name: 'Report.pdf',
  });
  expect(Line.last?.headers).toMatchObject({ 'x-fund-client': 'web' });
  expect(screen.getByRole('progressbar', { name: 'Sending Report.pdf' })).toBeDefined();
  Line.last?.answer(200, { id: 'd9', entryNumber: null });
  expect((await screen.findByText('Report.pdf is attached.')).getAttribute('role')).toBe('status');
});

it('stops when it is told to, and says that nothing was attached', async () => {
  await show();
  await choose(pdf());
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Cancelled. Nothing was attached.')).toBeDefined();
});

it('says in words why the server refused, and a second try of the same file keeps its key', async () => {
  await show();
  await choose(pdf());
  const key = new URL(`http://x${Line.last?.address ?? ''}`).searchParams.get('idempotencyKey');
  Line.last?.answer(415, {
    error: { data: { code: 'UNSUPPORTED_MEDIA_TYPE', violation: { kind: 'DocumentTypeRefused' } } },
  });
  expect((await screen.findByRole('alert')).textContent).toContain('The file is no whole PDF, PNG or JPEG');
  const again = pdf();
  Object.defineProperty(again, 'lastModified', { value: 1 });
  await choose(again);
  expect(new URL(`http://x${Line.last?.address ?? ''}`).searchParams.get('idempotencyKey')).not.toBe(key);
});

it('does not send what is empty or larger than the limit', async () => {
  await show();
  Line.last = null;
  await choose(new File([], 'Empty.pdf'));
  expect((await screen.findByRole('alert')).textContent).toContain('The file is empty.');
  const large = pdf();
  Object.defineProperty(large, 'size', { value: 20 * 1024 * 1024 + 1 });
  await choose(large);
  expect((await screen.findByRole('alert')).textContent).toContain('larger than 20 MB');
  expect(Line.last).toBeNull();
});

it('tells who may attach to those who may not', async () => {
  await show({ ...SECRETARIAT, person: { ...SECRETARIAT.person, roles: ['auditor'] } as never });
  const button = screen.getByRole('button', { name: 'Attach a document' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(screen.queryByLabelText('File to attach')).toBeNull();
});
