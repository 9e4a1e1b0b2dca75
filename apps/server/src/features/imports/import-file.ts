import { recordAudit } from '@dcc/db/stores/audit-store';
import { findAnswer, saveAnswer } from '@dcc/db/stores/idempotency-store';
import { appendEntries, sha256, type Stamp } from '@dcc/db/stores/ledger-store';
import type { Reader } from '@dcc/db/open-database';
import { type Tx, withTransaction } from '@dcc/db/with-transaction';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import type { Context } from '../../use-case/context.ts';
import { ImportRefused, type Problem } from './csv-table.ts';

/** Tells how far an import has come: what it is doing, and how much of how much is done. */
export type Progress = (stage: 'check' | 'write', done: number, total: number) => void;

export type ImportOptions = { readonly dryRun: boolean; readonly onProgress: Progress };

/** Entries of some rows of a file, and how to save what they refer to. */
export type Slice = { readonly entries: readonly EntryDraft[]; readonly save: (tx: Tx, at: string) => Promise<void> };

/**
 * What a checked file will do: first `begin`, then its rows slice by slice, in their order. A row becomes an entry only when its turn
 * has come, so that a large file is never all in memory as entries.
 */
export type ImportPlan = {
  readonly rows: number;
  readonly problems: readonly Problem[];
  readonly begin: (tx: Tx, at: string) => Promise<void>;
  readonly slice: (start: number, end: number) => Slice;
};

export type ImportAnswer = { readonly rows: number; readonly entries: number; readonly dryRun: boolean };

/** Rows written between two signs of progress. */
const SLICE = 512;

/** Makes the entries of every row and, unless it is a dry run, appends them; returns how many there are. */
async function writeRows(tx: Tx, plan: ImportPlan, stamp: Stamp, options: ImportOptions): Promise<number> {
  let count = 0;
  for (let start = 0; start < plan.rows; start += SLICE) {
    const { entries, save } = plan.slice(start, Math.min(start + SLICE, plan.rows));
    count += entries.length;
    if (options.dryRun) continue;
    options.onProgress('write', start, plan.rows);
    await save(tx, stamp.recordedAt);
    if (entries.length > 0) await appendEntries(tx, stamp, entries);
  }
  return count;
}

/**
 * Checks a file as a whole and then writes it as a whole: every problem is told by its row, and with a single one nothing is
 * written. The same file is not taken twice.
 */
export async function importFile(
  context: Context,
  name: string,
  text: string,
  plan: (db: Reader) => Promise<ImportPlan>,
  options: ImportOptions,
): Promise<ImportAnswer> {
  const { shell, actor } = context;
  // Line ends differ between programs that save the same rows.
  const key = `${name} ${sha256(text.replaceAll(/\r\n?/gu, '\n').trim())}`;
  const work = async (tx: Tx): Promise<ImportAnswer> => {
    if ((await findAnswer(tx, actor.personId, key)) !== null) {
      throw new ImportRefused([{ row: 1, field: 'file', reason: 'this very file has been imported before' }]);
    }
    const checked = await plan(tx);
    const { rows, problems } = checked;
    if (problems.length > 0) throw new ImportRefused(problems);
    const at = shell.now().toISOString();
    if (!options.dryRun) await checked.begin(tx, at);
    const entries = await writeRows(tx, checked, { recordedAt: at, recordedBy: actor.personId }, options);
    if (options.dryRun) return { rows, entries, dryRun: true };
    options.onProgress('write', rows, rows);
    await recordAudit(tx, {
      id: shell.newId(),
      at,
      personId: actor.personId,
      action: name,
      subject: key.slice(-64),
      detail: { rows: String(rows) },
    });
    await saveAnswer(tx, { personId: actor.personId, key, inputHash: key, answer: String(rows), at });
    return { rows, entries, dryRun: false };
  };
  return withTransaction(shell.db, work);
}
