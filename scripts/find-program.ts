import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where programs of these names would lie in the folders of a search path. */
export function onThePath(names: readonly string[], path: string): string[] {
  const files = process.platform === 'win32' ? names.map((name) => `${name}.exe`) : names;
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => files.map((name) => join(folder, name)));
}

export function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs a package of Debian, where we are root and so may. */
export function installDebianPackage(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  process.stderr.write(`Installing the package ${name} (apt-get)…\n`);
  const stdio = ['ignore', 2, 2] as const;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: [...stdio], env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: [...stdio], env });
  } catch {
    process.stderr.write(`The package ${name} could not be installed.\n`);
  }
}
