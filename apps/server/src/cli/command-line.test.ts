import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@dcc/db/open-database';
import { expect, test, vi } from 'vitest';
import { contributionsCsv, entriesCsv } from '../testing/csv.ts';
import { openTestFund, rowCounts, testFolder, type TestFund } from '../testing/test-fund.ts';

// Each step starts a program, which takes a second on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const PROGRAM = join(import.meta.dirname, 'main.ts');
type Said = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs the command line as people do, in a process of its own. */
function fund(databaseUrl: string, args: readonly string[], input = ''): Promise<Said> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl };
    const child = execFile(process.execPath, [PROGRAM, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

const urlOf = ({ file }: TestFund): string => `file:${file}`;
const emptyUrl = (): string => `file:${join(testFolder(), 'data', 'fund.db')}`;

test('every command explains itself', async () => {
  const commands = [
    [],
    ['init'],
    ['user'],
    ['user', 'add'],
    ['import'],
    ['import', 'contributions'],
    ['import', 'entries'],
    ['import', 'rates'],
    ['import', 'costs'],
    ['import', 'groups'],
    ['export'],
    ['export', 'statement'],
    ['export', 'ledger'],
    ['export', 'contributions'],
    ['export', 'positions'],
    ['committee'],
    ['committee', 'settle'],
    ['digest'],
    ['verify'],
    ['backup'],
    ['restore'],
  ];
  const url = emptyUrl();
  for (const command of commands) {
    const said = await fund(url, [...command, '--help']);
    expect({ command, code: said.code, stderr: said.stderr }).toEqual({ command, code: 0, stderr: '' });
    expect(said.stdout).toContain('Usage: fund');
  }
  expect(existsSync(url.replace('file:', ''))).toBe(false);
});

test('a fund begins once; its data lies in one whole file', async () => {
  const url = emptyUrl();
  const begun = await fund(url, ['init', '--demo']);
  expect(begun).toMatchObject({ code: 0, stderr: '' });
  expect(begun.stdout).toContain('The demonstration fund has begun');
  expect(readdirSync(join(url.replace('file:', ''), '..'))).toEqual(['fund.db']);
  for (const again of [['init'], ['init', '--demo']]) {
    expect(await fund(url, again)).toEqual({
      code: 1,
      stdout: '',
      stderr: '“Demonstration Trust Fund” stands in this database already; nothing was changed.\n',
    });
  }
  expect(await fund(url, ['verify'])).toMatchObject({ code: 0, stderr: '' });
});

test('the real fund begins without an amount, and takes its first administrator from standard input', async () => {
  const url = emptyUrl();
  expect((await fund(url, ['init'])).stdout).toContain('without any amount');
  const add = ['user', 'add', 'first@example.org', '--name', 'First Person', '--role', 'administrator'];
  expect(await fund(url, add, 'seven quiet herons over\nrest\n')).toEqual({
    code: 0,
    stdout: 'First Person can now sign in as first@example.org.\n',
    stderr: '',
  });
  expect(await fund(url, add, 'seven quiet herons over\n')).toMatchObject({
    code: 1,
    stderr: 'first@example.org belongs to somebody already.\n',
  });
});

test.each<[string, string[], string, RegExp]>([
  ['a short password', ['--role', 'member'], 'short\n', /password: password too short/u],
  ['no password', ['--role', 'member'], '', /password/u],
  ['a common password', ['--role', 'member'], 'passwordpassword1\n', /too easy to guess/u],
  ['an unknown role', ['--role', 'king'], 'seven quiet herons over\n', /Allowed choices are member/u],
  ['no role', [], 'seven quiet herons over\n', /required option '--role/u],
  [
    'an unknown organization',
    ['--role', 'member', '--organization', 'X'],
    'seven quiet herons over\n',
    /no organization “X”/u,
  ],
  ['a contributor of nobody', ['--role', 'contributor'], 'seven quiet herons over\n', /needs --contributor/u],
])('a person with %s is not added', async (_name, options, input, reason) => {
  const opened = await openTestFund();
  const before = await rowCounts(opened.db);
  const said = await fund(urlOf(opened), ['user', 'add', 'a@example.org', '--name', 'A', ...options], input);
  expect(said.code).toBe(1);
  expect(said.stdout).toBe('');
  expect(said.stderr).toMatch(reason);
  expect(await rowCounts(opened.db)).toEqual(before);
});

test('an import that is refused names each row on stderr, and writes nothing; a dry run writes nothing', async () => {
  const opened = await openTestFund();
  const folder = testFolder();
  const [bad, good, latin] = [join(folder, 'bad.csv'), join(folder, 'good.csv'), join(folder, 'latin.csv')];
  writeFileSync(bad, contributionsCsv({ country: 'ZZ' }, {}, { amount: '-1' }));
  writeFileSync(good, contributionsCsv({ effective_on: '2025-01-15' }));
  writeFileSync(latin, Buffer.from(contributionsCsv({ contributor: 'Côte d’Or' }).replace('’', "'"), 'latin1'));
  const before = await rowCounts(opened.db);
  const refused = await fund(urlOf(opened), ['import', 'contributions', bad]);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('The file was refused and nothing was written. 2 to mend:');
  expect(refused.stderr).toContain('row 2, country: “ZZ” is not a country code of ISO 3166-1');
  expect(refused.stderr).toContain('row 4, amount: “-1” is not above zero');
  const foreign = await fund(urlOf(opened), ['import', 'contributions', latin]);
  expect(foreign).toMatchObject({ code: 1, stdout: '' });
  expect(foreign.stderr).toContain('is not UTF-8');
  const dry = await fund(urlOf(opened), ['import', 'contributions', good, '--dry-run']);
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.stdout).toBe('Dry run: 1 row is good and would post 1 entry. Nothing was written.\n');
  const missing = await fund(urlOf(opened), ['import', 'contributions', join(folder, 'none.csv')]);
  expect(missing).toMatchObject({ code: 1, stdout: '' });
  expect(missing.stderr).toContain('cannot be read; nothing was written');
  expect(await rowCounts(opened.db)).toEqual(before);
  expect(await fund(urlOf(opened), ['import', 'contributions', good])).toMatchObject({
    code: 0,
    stdout: 'Imported 1 row as 1 entry.\n',
  });
  const twice = await fund(urlOf(opened), ['import', 'contributions', good]);
  expect(twice).toMatchObject({ code: 1, stdout: '' });
  expect(twice.stderr).toContain('this very file has been imported before');
});

test('a report is written whole or not at all', async () => {
  const opened = await openTestFund();
  const folder = testFolder();
  const output = join(folder, 'statement.json');
  const args = ['export', 'statement', '--as-of', '2026-11-22'];
  const shown = await fund(urlOf(opened), args);
  expect(JSON.parse(shown.stdout)).toMatchObject({ totalBalanceOfFunds: '2271343.38' });
  expect(await fund(urlOf(opened), [...args, '--output', output])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(output, 'utf8')).toBe(shown.stdout);
  const nowhere = join(folder, 'none', 'statement.json');
  expect(await fund(urlOf(opened), [...args, '--output', nowhere])).toEqual({
    code: 1,
    stdout: '',
    stderr: `The file ${nowhere} cannot be written.\n`,
  });
  expect(readdirSync(folder)).toEqual(['statement.json']);
  const csv = await fund(urlOf(opened), [...args, '--format', 'csv']);
  expect(csv.stdout.split('\r\n')[0]).toBe('part,line,value');
  for (const wrong of [
    ['--as-of', '2026-02-31'],
    ['--format', 'docx'],
    ['--from', 'last year'],
    ['--by', 'colour'],
    ['--certified', 'maybe'],
  ])
    expect((await fund(urlOf(opened), ['export', 'statement', ...wrong])).code).toBe(1);
});

test.each(['statement', 'ledger', 'contributions', 'positions'])(
  'the %s is exported as a workbook and as a printable document, the same to a pipe as to a file',
  async (report) => {
    const opened = await openTestFund();
    const folder = testFolder();
    for (const [format, magic] of [
      ['xlsx', 'PK'],
      ['pdf', '%PDF-'],
    ] as const) {
      const args = ['export', report, '--as-of', '2026-11-22', '--known-on', '2026-11-22', '--format', format];
      const output = join(folder, `report.${format}`);
      expect(await fund(urlOf(opened), [...args, '--output', output])).toEqual({ code: 0, stdout: '', stderr: '' });
      const written = readFileSync(output, 'latin1');
      expect(written.slice(0, magic.length)).toBe(magic);
      expect((await fund(urlOf(opened), args)).stdout).toBe(Buffer.from(written, 'latin1').toString('utf8'));
    }
    expect(readdirSync(folder).toSorted()).toEqual(['report.pdf', 'report.xlsx']);
  },
);

test('of a day to come an export says what there is today, as the screens do', async () => {
  const opened = await openTestFund();
  const today = await fund(urlOf(opened), ['export', 'contributions']);
  const later = await fund(urlOf(opened), ['export', 'contributions', '--as-of', '2199-12-31']);
  expect(later).toEqual(today);
  expect(later.stdout).toContain('overdue_usd');
});

test('the statement is exported of a period, in columns, without what waits for certification', async () => {
  const opened = await openTestFund();
  const args = ['--from', '2024-01-01', '--as-of', '2025-12-31', '--by', 'year', '--certified', 'only'];
  const { stdout } = await fund(urlOf(opened), ['export', 'statement', ...args]);
  expect(JSON.parse(stdout)).toMatchObject({
    source: expect.stringContaining('from 2024-01-01 as of 2025-12-31') as string,
    fundsWithAdministrativeAgent: { openingBalance: '136975.15', balance: '1845343.97' },
    columns: [
      { key: '2024', fundsWithAdministrativeAgent: { openingBalance: '136975.15', balance: '1330106.62' } },
      { key: '2025', fundsWithAdministrativeAgent: { openingBalance: '1330106.62', balance: '1845343.97' } },
    ],
  });
});

test('verify names what was altered behind the program’s back', async () => {
  const opened = await openTestFund();
  expect((await fund(urlOf(opened), ['verify'])).stdout).toMatch(
    /^99 entries and \d+ rules verified: everything holds\. Head: entry 99, [\da-f]{64}\n$/u,
  );
  await opened.db.write.updateTable('kept_balance').set({ amount: 1n }).where('account', '=', 'bank-charges').execute();
  const said = await fund(urlOf(opened), ['verify']);
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toContain(
    'balances kept by month equal the postings: broken at month 2022-12, account bank-charges',
  );
});

test('verify prints the head of the chain, and finds an earlier head that no longer stands', async () => {
  const opened = await openTestFund();
  const { stdout } = await fund(urlOf(opened), ['verify']);
  const hash = stdout.trim().slice(-64);
  const held = await fund(urlOf(opened), ['verify', '--anchor', `99:${hash}`, '--anchor', `0:${'0'.repeat(64)}`]);
  expect(held).toMatchObject({ code: 0, stderr: '' });
  const fell = await fund(urlOf(opened), ['verify', '--anchor', `98:${hash}`]);
  expect(fell).toMatchObject({ code: 1, stdout: '' });
  expect(fell.stderr).toContain(`every head that was noted stands in the chain: broken at entry 98: noted was ${hash}`);
  const wrong = await fund(urlOf(opened), ['verify', '--anchor', 'latest']);
  expect(wrong).toMatchObject({ code: 1, stdout: '' });
});

test('a backup is written once and restored whole, with the words for both', async () => {
  const opened = await openTestFund();
  const file = join(testFolder(), 'backup.db');
  const backed = await fund(urlOf(opened), ['backup', file]);
  expect(backed).toMatchObject({ code: 0, stderr: '' });
  expect(backed.stdout).toContain(`is backed up in ${file}`);
  expect(await fund(urlOf(opened), ['backup', file])).toEqual({
    code: 1,
    stdout: '',
    stderr: `The file ${file} is there already; nothing was changed.\n`,
  });
  const inUse = await fund(urlOf(opened), ['restore', file]);
  expect(inUse).toMatchObject({ code: 1, stdout: '' });
  expect(inUse.stderr).toContain('Stop the server first; nothing was changed.');
  const elsewhere = emptyUrl();
  const restored = await fund(elsewhere, ['restore', file]);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout.slice(-65)).toBe(backed.stdout.slice(-65));
  expect((await fund(elsewhere, ['restore', file])).stdout).toContain('What stood there before is kept as');
});

test('a command without a fund, an unknown command and a wrong address say what to do', async () => {
  expect(await fund(emptyUrl(), ['verify'])).toMatchObject({
    code: 1,
    stderr: 'There is no fund yet. Begin one with: npm run --silent fund -- init\n',
  });
  expect(await fund(emptyUrl(), ['dance'])).toMatchObject({ code: 1, stdout: '' });
  expect(await fund('mysql://x', ['verify'])).toMatchObject({
    code: 1,
    stderr: 'DATABASE_URL must begin with file: or postgres://\n',
  });
  const notOurs = join(testFolder(), 'text.db');
  writeFileSync(notOurs, 'This is not a database, and long enough to be taken for one. '.repeat(20));
  const said = await fund(`file:${notOurs}`, ['verify']);
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).not.toMatch(/ at |node_modules/u);
});

/** Eight thousand good rows of each kind of file. */
const MANY = {
  contributions: () => contributionsCsv(...Array.from({ length: 8000 }, () => ({ effective_on: '2026-01-15' }))),
  entries: () => entriesCsv(...Array.from({ length: 8000 }, () => ({ kind: 'bank-charge', amount: '0.01' }))),
  rates: () => {
    const day = (index: number) => new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10);
    const rows = Array.from({ length: 8000 }, (_, index) => `BRL,${day(index)},,5.${index + 1},A test`);
    return `currency,effective_on,published_on,units_per_usd,source\n${rows.join('\n')}\n`;
  },
};

test.each(['contributions', 'entries', 'rates'] as const)(
  'an import of %s that is killed half-way leaves all of itself or nothing',
  async (kind) => {
    const url = emptyUrl();
    await fund(url, ['init', '--demo']);
    const begun = await openDatabase(url);
    const before = await rowCounts(begun);
    await begun.close();
    const file = join(testFolder(), 'many.csv');
    writeFileSync(file, MANY[kind]());
    const child = spawn(process.execPath, [PROGRAM, 'import', kind, file], {
      env: { PATH: process.env['PATH'], DATABASE_URL: url },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Checked')) child.kill('SIGKILL');
    });
    await ended;
    expect(said).toContain('Checked');
    const db = await openDatabase(url);
    const table = { contributions: 'contribution', entries: 'journal_entry', rates: 'exchange_rate' }[kind];
    const after = await rowCounts(db);
    await db.close();
    // On a busy machine the blow can fall when all is written.
    expect([0, 8000]).toContain((after[table] ?? 0) - (before[table] ?? 0));
    expect(after['audit_event']).toBe(after[table] === before[table] ? before['audit_event'] : 1);
    expect(await fund(url, ['verify'])).toMatchObject({ code: 0 });
  },
);

test('a command on a database that is not there makes none', async () => {
  const url = emptyUrl();
  const said = await fund(url, ['verify']);
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toContain('There is no fund yet');
  expect(existsSync(url.slice('file:'.length))).toBe(false);
});

test('a server that others can reach begins no demonstration fund', async () => {
  const url = emptyUrl();
  for (const setting of [{ HOST: '0.0.0.0' }, { PUBLIC_URL: 'https://fund.example.org' }]) {
    const env = { PATH: process.env['PATH'], DATABASE_URL: url, PORT: '0', ...setting };
    const said = await new Promise<string>((resolve) => {
      execFile(process.execPath, [join(import.meta.dirname, '../main.ts')], { env }, (_error, _out, stderr) =>
        resolve(stderr),
      );
    });
    expect(said).toContain(Object.keys(setting)[0]);
  }
  expect(await fund(url, ['init'])).toMatchObject({ code: 0 });
});

test('digests of a day are written once beside the database where no SMTP server is set; a wrong day says so', async () => {
  const of = await openTestFund();
  const digest = (...args: string[]): Promise<Said> => fund(urlOf(of), ['digest', '--date', ...args]);
  const first = await digest('2026-11-20');
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const folder = join(of.file, '..', 'digests');
  const files = readdirSync(folder);
  expect(first.stdout).toMatch(new RegExp(`^${files.length} written to `, 'u'));
  expect(files).toContain('digest-2026-11-20-p-secretariat.eml');
  expect((await digest('2026-11-20')).stdout).toMatch(new RegExp(`^0 written .* ${files.length} had been before`, 'u'));
  expect(await digest('2026-02-30')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('YYYY-MM-DD') as string,
  });
  expect(await digest('2190-01-01')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('has not come') as string,
  });
  expect(readdirSync(folder)).toEqual(files);
});
