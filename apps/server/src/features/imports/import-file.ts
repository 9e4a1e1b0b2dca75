import { recordAudit } from '@dcc/db/stores/audit-store';
import { findAnswer, saveAnswer } from '@dcc/db/stores/idempotency-store';
import { appendEntries, sha256 } from '@dcc/db/stores/ledger-store';
import type { Reader } from '@dcc/db/open-database';
import { type Tx, withTransaction } from '@dcc/db/with-transaction';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import type { Context } from '../../use-case/context.ts';
import { ImportRefused, type Problem } from './csv-table.ts';

/** Tells how far an import has come: what it is doing, and how much of how much is done. */
export type Progress = (stage: 'read' | 'check' | 'write', done: number, total: number) => void;

export type ImportOptions = { readonly dryRun: boolean; readonly onProgress: Progress };

/** What a checked file will do. */
export type ImportPlan = {
  readonly rows: number;
  readonly problems: readonly Problem[];
  readonly entries: readonly EntryDraft[];
  readonly save: (tx: Tx, at: string) => Promise<void>;
};

export type ImportAnswer = { readonly rows: number; readonly entries: number; readonly dryRun: boolean };

/** Entries appended between two signs of progress. */
const SLICE = 2000;

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
    const { rows, problems, entries, save } = await plan(tx);
    if (problems.length > 0) throw new ImportRefused(problems);
    if (options.dryRun) return { rows, entries: entries.length, dryRun: true };
    const at = shell.now().toISOString();
    await save(tx, at);
    for (let start = 0; start < entries.length; start += SLICE) {
      options.onProgress('write', start, entries.length);
      await appendEntries(tx, { recordedAt: at, recordedBy: actor.personId }, entries.slice(start, start + SLICE));
    }
    options.onProgress('write', entries.length, entries.length);
    await recordAudit(tx, {
      id: shell.newId(),
      at,
      personId: actor.personId,
      action: name,
      subject: key.slice(-64),
      detail: { rows: String(rows) },
    });
    await saveAnswer(tx, { personId: actor.personId, key, inputHash: key, answer: String(rows), at });
    return { rows, entries: entries.length, dryRun: false };
  };
  return withTransaction(shell.db, work);
}
