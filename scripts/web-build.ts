import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, toolFile } from './tools.ts';

const STAMP = join(root, 'apps/web/dist/.built-from');

/** A hash of everything the web is built from. */
function inputHash(): string {
  const patterns = ['apps/web/**/*', 'packages/domain/src/**/*'];
  const files = patterns.flatMap((pattern) =>
    globSync(pattern, { cwd: root, exclude: (path) => /(^|[/\\])(dist|node_modules|\.vite-temp)$/.test(path) }),
  );
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')));
  for (const file of files.toSorted()) {
    if (/\.test\.tsx?$/.test(file) || !statSync(join(root, file)).isFile()) continue;
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function builtFrom(): string | undefined {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return undefined;
  }
}

/** Builds the web unless what stands in its dist folder is what would come out. Says whether it stands there now. */
export async function buildWebIfStale(say: (line: string) => void): Promise<boolean> {
  const wanted = inputHash();
  if (builtFrom() === wanted) return true;
  say('Building the web…');
  const { code, output } = await runNode(toolFile('vite', 'vite', 'apps/web'), ['build'], {
    folder: 'apps/web',
    quiet: true,
  });
  if (code !== 0) {
    say(output);
    return false;
  }
  // The build empties the folder first, so an interrupted one leaves no stamp.
  writeFileSync(STAMP, wanted);
  return true;
}
