import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from './tools.ts';
import { buildWebIfStale } from './web-build.ts';

/** `npm start`: the web is built when its sources have changed, then the server runs until it is told to stop. */
const built = await buildWebIfStale((line) => console.log(line));
if (!built) {
  console.error('The web could not be built; the lines above say why.');
  process.exit(1);
}

const server = spawn(process.execPath, [join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to the whole group: the server has it already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
  });
}
server.on('exit', (code, signal) => {
  process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
});
