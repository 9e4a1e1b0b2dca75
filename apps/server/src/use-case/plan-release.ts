import type { Reader } from '@dcc/db/open-database';
import { openByPool, positionsOfDecision, reservedLines, saveRelease } from '@dcc/db/stores/release-store';
import { changesFrom } from '@dcc/db/stores/standing-store';
import { closedThrough } from '@dcc/db/stores/year-store';
import { appendEntries } from '@dcc/db/stores/ledger-store';
import type { Tx } from '@dcc/db/with-transaction';
import { type OpenLine, openLines, releaseEntry } from '@dcc/domain/allocations/release';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { coveredFrom } from '@dcc/domain/ledger/standing';
import { stampOf } from './committee-table.ts';
import type { Context } from './context.ts';
import { orRefuse } from './refusal.ts';

/** What gives reserved money back: a decision that supersedes another, or the last step of a post. */
export type ReleaseCause = {
  readonly decisionId: string | null;
  readonly reference: string;
  readonly description: string;
  readonly on: CalendarDate;
};

/** Reserved money that would go back to its pools: the lines it was reserved by, and the entry. */
export type Release = { readonly lines: readonly OpenLine[]; readonly entry: EntryDraft };

/** The last steps of posts that are over or set aside, by position: what of a release was caused by them. */
export type CausingSteps = ReadonlyMap<string, string>;
export const NO_STEPS: CausingSteps = new Map();

async function openOfPosition(db: Reader, positionId: string): Promise<OpenLine[]> {
  const lines = openLines(await reservedLines(db, positionId), await openByPool(db, positionId));
  return lines.filter(({ open }) => open.minor > 0n);
}

/** The day from which everything stands reserved that is to be released, in no year that is closed. */
async function effectiveDay(db: Reader, on: CalendarDate, lines: readonly OpenLine[]): Promise<CalendarDate> {
  const firstOpen = `${(await closedThrough(db)) + 1}-01-01`;
  let day = on < firstOpen ? date(firstOpen) : on;
  const groups = Map.groupBy(lines, ({ positionId, poolId }) => JSON.stringify([positionId, poolId]));
  for (const [{ positionId, poolId }, amount] of [...groups.values()].flatMap((group): [OpenLine, bigint][] => {
    const [first] = group;
    return first === undefined ? [] : [[first, group.reduce((sum, { open }) => sum + open.minor, 0n)]];
  })) {
    const changes = await changesFrom(db, ['allocations-open'], { positionId, poolId }, day);
    day = coveredFrom(changes, day, amount);
  }
  return day;
}

async function planned(db: Reader, cause: ReleaseCause, lines: readonly OpenLine[]): Promise<Release | null> {
  if (lines.length === 0) return null;
  const { on, ...named } = cause;
  const entry = orRefuse(releaseEntry({ ...named, effectiveOn: await effectiveDay(db, on, lines), lines }));
  return { lines, entry };
}

/**
 * What of a decision's money was not sent and goes back once another takes its place, and all that is reserved for the posts
 * which that one turns back, by whatever decision; `null` where nothing is left.
 */
export async function releaseOfDecision(
  db: Reader,
  decisionId: string,
  turnedBack: readonly string[],
  cause: ReleaseCause,
): Promise<Release | null> {
  const lines: OpenLine[] = [];
  for (const positionId of new Set([...(await positionsOfDecision(db, decisionId)), ...turnedBack]))
    lines.push(...(await openOfPosition(db, positionId)));
  return planned(
    db,
    cause,
    lines.filter((line) => line.decisionId === decisionId || turnedBack.includes(line.positionId)),
  );
}

/** What is reserved for a post and was not sent, by whatever decision; `null` where nothing is. */
export async function releaseOfPosition(db: Reader, positionId: string, cause: ReleaseCause): Promise<Release | null> {
  return planned(db, cause, await openOfPosition(db, positionId));
}

/** Posts a release and takes it off what its position-years have reserved. */
export async function carryOutRelease(
  context: Context,
  tx: Tx,
  release: Release | null,
  steps: CausingSteps,
): Promise<number | null> {
  if (release === null) return null;
  const [entryNumber] = await appendEntries(tx, stampOf(context), [release.entry]);
  if (entryNumber === undefined) throw new Error('A release was not posted');
  await saveRelease(tx, entryNumber, steps, release.lines);
  return entryNumber;
}
