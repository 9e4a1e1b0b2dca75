#!/usr/bin/env node
/**
 * Runs a script of this project under the Node it needs: `node scripts/with-toolchain.mjs [flags of Node] <script.ts> [arguments]`.
 *
 * Plain JavaScript for Node 18 and newer. Where the Node at hand is too old, the pinned Node and pnpm are fetched once
 * from the package registry into `.toolchain/`; afterwards their files are used as they lie there. Dependencies are
 * installed only when the lockfile or a manifest has changed. Everything said here goes to stderr: stdout is the script's.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [24, 15];
// The registry's newest Node 24 for Intel Macs is behind the others.
const NODE_VERSION = process.platform === 'darwin' ? '24.18.1' : '24.21.0';
const PNPM_VERSION = '12.21.0';
const WINDOWS = process.platform === 'win32';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// The versions are part of the folder's name, so that a new pin is a new folder.
const toolchain = join(root, '.toolchain', `node-${NODE_VERSION}-pnpm-${PNPM_VERSION}`);
const stampFile = join(root, 'node_modules', '.installed');

/** Ends the run with a plain message. */
function fail(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

function say(message) {
  process.stderr.write(`${message}\n`);
}

function ownNodeIsEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** The registry carries Node's program as one package for each platform; taking it directly needs no install script. */
function nodePackage() {
  return `node-${WINDOWS ? 'win' : process.platform}-${process.arch}`;
}

function toolchainNode() {
  return join(toolchain, 'node_modules', nodePackage(), 'bin', WINDOWS ? 'node.exe' : 'node');
}

/** Runs the npm that started us, or the one on the PATH. */
function npm(args, folder) {
  const started = process.env.npm_execpath ?? '';
  const options = { cwd: folder, stdio: ['ignore', 2, 2], timeout: 5 * 60_000 };
  if (/npm-cli\.[cm]?js$/.test(started)) return spawnSync(process.execPath, [started, ...args], options);
  return spawnSync(WINDOWS ? 'npm.cmd' : 'npm', args, { ...options, shell: WINDOWS });
}

/** Fetches the named packages into `.toolchain/`, beside its place and then moved, so that half a toolchain is never used. */
function fetchToolchain(packages) {
  const draft = `${toolchain}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
  say(`Fetching ${packages.join(' and ')} from the package registry (once)…`);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  // Without a network npm's own patience is minutes for each package.
  flags.push('--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=3000');
  const { status, error } = npm(['install', '--prefix', draft, ...flags, ...packages], draft);
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    fail(
      `Could not fetch ${packages.join(' and ')} from the package registry${error ? ` (${error.message})` : ''}.\n` +
        'The first run needs npm and a registry it can reach (the network, or a mirror named in .npmrc).\n' +
        `With Node ${OLDEST_NODE.join('.')} or newer and pnpm ${PNPM_VERSION.split('.')[0]} installed, nothing is fetched here.`,
    );
  }
  try {
    renameSync(draft, toolchain);
  } catch {
    // Another run was faster; its toolchain is the same.
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The Node to run with: our own where it is new enough. */
function findNode() {
  if (ownNodeIsEnough()) return process.execPath;
  if (!existsSync(toolchainNode())) {
    rmSync(toolchain, { recursive: true, force: true });
    fetchToolchain([`${nodePackage()}@${NODE_VERSION}`, `pnpm@${PNPM_VERSION}`]);
  }
  return toolchainNode();
}

/** The command line that starts pnpm: one installed already if its major version is ours, else the toolchain's. */
function findPnpm(node) {
  const own = join(toolchain, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
  if (existsSync(own)) return [node, own];
  const installed = spawnSync('pnpm', ['--version'], { cwd: root, encoding: 'utf8', shell: WINDOWS });
  if (installed.status === 0 && installed.stdout.startsWith(`${PNPM_VERSION.split('.')[0]}.`)) return ['pnpm'];
  fetchToolchain([`pnpm@${PNPM_VERSION}`]);
  return [node, own];
}

/** A hash of everything that decides what an installation contains. */
function manifestHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  const folders = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name)),
  );
  const manifests = [root, join(root, 'test'), ...folders].map((folder) => join(folder, 'package.json'));
  for (const file of [join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), ...manifests]) {
    if (existsSync(file)) hash.update(`${file.slice(root.length)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function installDependencies(node, path) {
  const wanted = manifestHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  say('Installing the dependencies…');
  const [command, ...args] = findPnpm(node);
  const { status, error } = spawnSync(command, [...args, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 2, 2],
    shell: WINDOWS && command === 'pnpm',
  });
  if (status !== 0) {
    fail(
      `Could not install the dependencies${error ? ` (${error.message})` : ''}; the lines above say why.\n` +
        'Where a manifest was changed, run `pnpm install` and commit pnpm-lock.yaml; else check that the package registry can be reached.',
    );
  }
  writeFileSync(stampFile, wanted);
}

/** Hands over to the script: its streams, its signals and its exit code are ours. */
function run(node, flags, script, args, path) {
  const child = spawn(node, [...flags, script, ...args], { stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group: the child has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  // npm hands a SIGTERM to a shell that does not pass it on: when that shell is gone, the script must end too.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  }
  child.on('error', (error) => fail(`Could not start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const given = process.argv.slice(2);
const scriptAt = given.findIndex((argument) => !argument.startsWith('--'));
if (scriptAt === -1) fail('Usage: node scripts/with-toolchain.mjs [flags of Node] <script.ts> [arguments]');
const flags = given.slice(0, scriptAt);
const [script, ...args] = given.slice(scriptAt);
const node = findNode();
const path = [dirname(node), join(toolchain, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
installDependencies(node, path);
run(node, flags, resolve(root, script), args, path);
