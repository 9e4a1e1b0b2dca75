import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of the whole project. */
export const root = dirname(dirname(import.meta.dirname));

const CONFIGURATION = ['.oxlintrc.json', '.oxfmtrc.json', 'tsconfig.base.json', 'tsconfig.json'];
const PACKAGES = ['packages/domain', 'packages/db', 'apps/server', 'apps/web', 'test'];

/** A copy of the configuration with planted files in it, outside the project: nothing is left in the sources. */
export type PlantedTree = { readonly folder: string; readonly remove: () => Promise<void> };

/** Makes the copy and plants the files, given as path → text. */
export async function plant(files: Readonly<Record<string, string>>): Promise<PlantedTree> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fund-fences-')));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await Promise.all(CONFIGURATION.map((name) => copyFile(join(root, name), join(folder, name))));
  for (const name of PACKAGES) {
    await mkdir(join(folder, name), { recursive: true });
    await copyFile(join(root, name, 'tsconfig.json'), join(folder, name, 'tsconfig.json'));
  }
  await copyFile(join(root, 'packages/domain/tsconfig.pure.json'), join(folder, 'packages/domain/tsconfig.pure.json'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What a tool of the project's node_modules/.bin says of a tree; a complaint is not an error here. */
export function runTool(
  tool: string,
  args: readonly string[],
  folder: string,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const program = join(root, 'node_modules', '.bin', tool);
    execFile(program, args, { cwd: folder, timeout: 50_000, maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : 128;
      resolve({ code, output: stdout });
    });
  });
}

/** The rules that lint reports, for each file of the tree. */
export async function lint(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { output } = await runTool('oxlint', ['--format=json', 'packages', 'apps'], folder);
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string }[] };
  const rules = new Map<string, string[]>();
  for (const { code, filename } of diagnostics) rules.set(filename, [...(rules.get(filename) ?? []), code]);
  return rules;
}
