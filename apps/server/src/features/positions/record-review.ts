import type { Reader } from '@dcc/db/open-database';
import { listContributors } from '@dcc/db/stores/contribution-store';
import { findPosition, type StoredPosition } from '@dcc/db/stores/position-store';
import { addYear, saveFinding, saveRetention } from '@dcc/db/stores/review-store';
import { addMonths, dayBefore } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { type Money, parseMoney } from '@dcc/domain/money';
import { checkRetention, type RecordRetention } from '@dcc/domain/positions/retention';
import { checkFinding, type RecordFinding } from '@dcc/domain/positions/review';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

async function positionOf(db: Reader, id: string): Promise<StoredPosition> {
  const position = await findPosition(db, id);
  if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
  return position;
}

/** An amount above zero, which the form must give. */
function positive(text: string): Money {
  const amount = orRefuse(parseMoney(text === '' ? '0' : text, BOOK_CURRENCY));
  if (amount.minor <= 0n) throw new Refusal({ kind: 'AmountNotPositive' });
  return amount;
}

/** The year after the last one on record, for twelve months; `null` where the terms hold the year already. */
function sharedYear(position: StoredPosition, year: number) {
  const last = position.years.at(-1);
  if (last === undefined) throw new Refusal({ kind: 'NotFound', subject: 'position-year' });
  if (last.year >= year) return null;
  const startsOn = addMonths(position.years[0]?.startsOn ?? last.startsOn, (year - 1) * 12);
  const endsOn = dayBefore(addMonths(position.years[0]?.startsOn ?? last.startsOn, year * 12));
  return { year, startsOn, endsOn };
}

/** Records one finding of an extension review. A shared year that the terms do not hold comes on record with it. */
export function recordFinding(context: Context, input: RecordFinding): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'position.review', input, async (tx) => {
    refuseFuture(context, input.on);
    const position = await positionOf(tx, input.positionId);
    orRefuse(checkFinding(position, input));
    const { contributorId } = input;
    if (contributorId !== null && !(await listContributors(tx)).some(({ id }) => id === contributorId))
      throw new Refusal({ kind: 'NotFound', subject: 'contributor' });
    const stamp = { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
    const shares = input.kind === 'cost-share' && input.outcome === 'for';
    if (shares) {
      const added = sharedYear(position, input.year);
      const cost = added === null ? null : positive(input.fundAmount);
      if (added !== null && cost !== null) await addYear(tx, position.id, { ...added, cost }, stamp.recordedAt);
    }
    const { kind, year, outcome, on, reference } = input;
    const favourable = outcome === 'for';
    const hostAmount = shares ? positive(input.hostAmount) : null;
    const finding = { id: shell.newId(), kind, year, favourable, on, reference, contributorId, hostAmount };
    await saveFinding(tx, position.id, finding, stamp);
    return { id: position.id, entryNumber: null, detail: { kind, year: String(year), outcome } };
  });
}

/** Records whether somebody stayed in the United Nations system after a position was over. */
export function recordRetention(context: Context, input: RecordRetention): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'position.review', input, async (tx) => {
    refuseFuture(context, input.on);
    const position = await positionOf(tx, input.positionId);
    orRefuse(checkRetention(position, input));
    const stamp = { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
    await saveRetention(tx, position.id, input, stamp);
    return { id: position.id, entryNumber: null, detail: { months: String(input.months), outcome: input.outcome } };
  });
}
