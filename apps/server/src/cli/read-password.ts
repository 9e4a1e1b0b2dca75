import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks for a password without showing it; where there is no terminal, the first line of standard input is the password. */
export async function readPassword(): Promise<string> {
  const { stdin, stderr } = process;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY });
  try {
    if (stdin.isTTY) {
      stderr.write('Password (15 characters or more): ');
      const password = await lines.question('');
      stderr.write('\n');
      return password;
    }
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}
