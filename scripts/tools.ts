import { spawn, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the whole project. */
export const root = dirname(import.meta.dirname);

/** How a command ended: its exit code (128 and more for a signal) and, where it was asked for, what it wrote. */
export type Ended = { readonly code: number; readonly output: string };

/** The file behind a package's command, as the package installed for `folder` names it; Node can run it on any system. */
export function toolFile(packageName: string, command: string, folder = '.'): string {
  const fromFolder = createRequire(join(root, folder, 'package.json'));
  const packageFolder = fromFolder.resolve
    .paths(packageName)
    ?.map((place) => join(place, packageName))
    .find((place) => readManifest(place) !== undefined);
  if (packageFolder === undefined) throw new Error(`The package ${packageName} is not installed in ${folder}.`);
  const { bin } = readManifest(packageFolder) ?? {};
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (file === undefined) throw new Error(`The package ${packageName} has no command ${command}.`);
  return join(packageFolder, file);
}

function readManifest(folder: string): { bin?: string | Record<string, string> } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin?: string | Record<string, string> };
  } catch {
    return undefined;
  }
}

/** Runs a JavaScript or TypeScript file under this Node; its output is shown, or collected when `quiet`. */
export function runNode(
  file: string,
  args: readonly string[],
  options: { folder?: string; env?: Record<string, string>; quiet?: boolean; limitMs?: number } = {},
): Promise<Ended> {
  const { folder = '.', env = {}, quiet = false, limitMs = 20 * 60_000 } = options;
  const spawnOptions: SpawnOptions = {
    cwd: join(root, folder),
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    timeout: limitMs,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], spawnOptions);
    let output = '';
    const collect = (text: string) => (output += text);
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\nEnded by ${signal}.\n`;
      resolve({ code: code ?? 128, output });
    });
  });
}
