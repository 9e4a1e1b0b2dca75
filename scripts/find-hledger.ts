import { canRun, installDebianPackage, onThePath } from './find-program.ts';

const NO_HLEDGER = `hledger was not found, and could not be installed. It recomputes the books by its own means. Do one of these:
  - install it (Debian, Ubuntu: sudo apt-get install hledger; macOS: brew install hledger; others: hledger.org/install);
  - or set HLEDGER_PATH to a hledger you have (1.25 or newer).`;

/** What this search may look at and do; tests narrow it. */
export type Search = {
  readonly env?: NodeJS.ProcessEnv;
  /** Whether Debian's package may be installed where none is found. */
  readonly mayInstall?: boolean;
};

/** The path of hledger: named, installed, or installed now. Throws a message that says what to do. */
export function findHledger({ env = process.env, mayInstall = true }: Search = {}): string {
  const named = env['HLEDGER_PATH'];
  if (named !== undefined && named !== '') {
    if (canRun(named)) return named;
    throw new Error(`HLEDGER_PATH names ${named}, which is not a program that can be run.`);
  }
  const installed = () => onThePath(['hledger'], env['PATH'] ?? '').find(canRun);
  const found = installed();
  if (found !== undefined) return found;
  if (mayInstall) installDebianPackage('hledger');
  const now = installed();
  if (now !== undefined) return now;
  throw new Error(NO_HLEDGER);
}
