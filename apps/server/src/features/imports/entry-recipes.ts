import { UNEARMARKED } from '@dcc/db/stores/fund-store';
import { checkHostRefund, checkRefund } from '@dcc/domain/allocations/reservations';
import { reserveEntry } from '@dcc/domain/allocations/reserve';
import { depositEntry } from '@dcc/domain/contributions/deposit';
import { writeOffEntry } from '@dcc/domain/contributions/write-off';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { checkBase } from '@dcc/domain/ledger/charge';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { type MovementKind, movementEntry, transferForPosition } from '@dcc/domain/ledger/movements';
import { add, negate, subtract } from '@dcc/domain/money';
import type { Result } from '@dcc/domain/result';
import type { RuleViolation } from '@dcc/domain/rule-violation';
import { violationWords } from '../../use-case/violation-words.ts';
import type { EntryRow } from './entry-row.ts';
import type { RunningBooks } from './running-books.ts';

/** Notes a rule's refusal at the amount of the row, which is what breaks it. */
function orNote<T>(row: EntryRow, result: Result<T, RuleViolation>): T | null {
  return result.ok ? result.value : row.reader.problem('amount', violationWords(result.violation));
}

/** The instalment that a row pays or gives up, with its agreement; what keeps it from that is noted. */
function settled(row: EntryRow, books: RunningBooks) {
  const { agreement, reader } = row;
  if (agreement === null) return reader.problem('contribution', `is empty: a ${row.kind} names a contribution`);
  if (row.instalment === null) return reader.problem('instalment', 'is empty: give its number');
  const stored = agreement.instalments.get(row.instalment);
  if (stored === undefined || agreement.signedOn === null)
    return reader.problem('contribution', `“${agreement.ref.reference}” is not signed`);
  if (row.amount.currency !== agreement.currency)
    return reader.problem('currency', `the contribution is in ${agreement.currency}`);
  if (row.poolId !== null && row.poolId !== agreement.ref.poolId)
    return reader.problem('pool', 'is another than the contribution was given for');
  return { contribution: agreement.ref, signedOn: agreement.signedOn, instalment: books.instalment(stored) };
}

function settlement(row: EntryRow, books: RunningBooks): EntryDraft | null {
  const found = settled(row, books);
  if (found === null) return null;
  const { amount, effectiveOn, description, rate } = row;
  const made =
    row.kind === 'write-off'
      ? writeOffEntry({ ...found, writtenOffOn: effectiveOn, amount, reason: description })
      : depositEntry({ ...found, receivedOn: effectiveOn, amount, rate, description });
  const entry = orNote(row, made);
  if (entry !== null) books.settle(found.instalment, entry);
  return entry;
}

function positionTransfer(
  row: EntryRow & { position: NonNullable<EntryRow['position']> },
  books: RunningBooks,
): EntryDraft | null {
  const { position, effectiveOn, description } = row;
  if (row.amount.currency !== BOOK_CURRENCY)
    return row.reader.problem('currency', 'what is reserved for a position is in US dollars, and so is its transfer');
  const draws = orNote(row, books.draw(position.id, row.poolId, row.value));
  if (draws === null) return null;
  const about = { organizationId: position.organizationId, positionId: position.id };
  return orNote(row, transferForPosition({ effectiveOn, description, ...about, draws }));
}

function reserve(row: EntryRow, books: RunningBooks): EntryDraft | null {
  const { charge, effectiveOn, description } = row;
  if (charge === null) return row.reader.problem('percent', 'is empty: the reserve is a percentage of a base');
  const entry = orNote(row, reserveEntry({ reserve: books.reserve, charge, effectiveOn, description }));
  if (entry !== null) books.reserve = { held: row.value, since: effectiveOn };
  return entry;
}

function movement(row: EntryRow, kind: MovementKind): EntryDraft | null {
  const { value, amount, component } = row;
  return orNote(
    row,
    movementEntry({
      kind,
      effectiveOn: row.effectiveOn,
      amount: value,
      original: amount.currency === BOOK_CURRENCY ? null : amount,
      rate: amount.currency === BOOK_CURRENCY ? null : row.rate,
      description: row.description,
      contributorId: row.contributorId,
      organizationId: row.organizationId,
      positionId: row.position?.id ?? null,
      poolId: row.poolId ?? UNEARMARKED,
      contributionId: row.agreement?.ref.id ?? null,
      charge: row.charge,
      components: component === null ? [] : [{ component, amount: value }],
    }),
  );
}

/** A refund, by the side whose books it stands in: never more than went the other way. */
function refund(row: EntryRow, kind: 'refund' | 'organization-refund', books: RunningBooks): EntryDraft | null {
  const sums = kind === 'refund' ? books.transferred : books.received;
  const check = kind === 'refund' ? checkRefund : checkHostRefund;
  if (orNote(row, check(sums.of(row.organizationId), row.value)) === null) return null;
  sums.add(row.organizationId, negate(row.value));
  return movement(row, kind);
}

/** A percentage: never of more than it was not taken of yet. */
function percentage(row: EntryRow, kind: 'agent-fee' | 'support-cost', books: RunningBooks): EntryDraft | null {
  if (row.charge === null) return movement(row, kind);
  const charge = checkBase(row.charge, books.uncharged[kind]);
  if (!charge.ok) return row.reader.problem('base', violationWords(charge.violation));
  books.uncharged[kind] = subtract(books.uncharged[kind], row.charge.base);
  return movement(row, kind);
}

/** What refunds and percentages rest on counts for every one of them in the file, wherever the rows stand. */
export function noteGround(row: EntryRow, books: RunningBooks): void {
  const { uncharged } = books;
  if (row.kind === 'deposit') uncharged['agent-fee'] = add(uncharged['agent-fee'], row.value);
  if (row.kind === 'organization-expenditure') uncharged['support-cost'] = add(uncharged['support-cost'], row.value);
  if (row.kind === 'transfer') books.transferred.add(row.organizationId, row.value);
  if (row.kind === 'organization-received') books.received.add(row.organizationId, row.value);
}

/** The entry of a row, made by the recipe of its kind after the rows before it; `null` where a rule refuses, which is noted. */
export function entryOfRow(row: EntryRow, books: RunningBooks): EntryDraft | null {
  const { kind, position } = row;
  if (kind === 'operating-reserve') return reserve(row, books);
  if (kind === 'write-off' || (kind === 'deposit' && row.agreement !== null)) return settlement(row, books);
  if (kind === 'agent-fee' || kind === 'support-cost') return percentage(row, kind, books);
  if (kind === 'refund' || kind === 'organization-refund') return refund(row, kind, books);
  return kind === 'transfer' && position !== null ? positionTransfer({ ...row, position }, books) : movement(row, kind);
}
