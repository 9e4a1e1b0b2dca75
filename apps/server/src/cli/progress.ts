import type { Progress } from '../features/imports/import-file.ts';

const WORDS = { check: 'Checked', write: 'Wrote' } as const;
const WIDTH = 30;
/** A terminal is written to at most this often, in milliseconds. */
const EVERY = 100;

type Output = { readonly isTTY?: boolean; write(text: string): unknown };

/** `Wrote 1,024 of 4,096  [#######-----------------------]  25 %` in marks that every terminal has. */
export function bar(stage: keyof typeof WORDS, done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.floor(share * WIDTH);
  const marks = `${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}`;
  return `${WORDS[stage]} ${done} of ${total}  [${marks}] ${String(Math.floor(share * 100)).padStart(3)} %`;
}

/** A bar on the terminal that is written over, or every stage once it is done where the output is no terminal. */
export function progressBar(output: Output, now: () => number): Progress {
  let written = -EVERY;
  return (stage, done, total) => {
    const ended = done === total;
    if (output.isTTY !== true) {
      if (ended) output.write(`${WORDS[stage]} ${done} of ${total}\n`);
      return;
    }
    if (!ended && now() - written < EVERY) return;
    written = now();
    output.write(`\r\u001B[K${bar(stage, done, total)}${ended ? '\n' : ''}`);
  };
}
