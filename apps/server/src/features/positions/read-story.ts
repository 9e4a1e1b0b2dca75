import type { Reader } from '@dcc/db/open-database';
import { documentsOf } from '@dcc/db/stores/document-store';
import { entryRows, postingsOf } from '@dcc/db/stores/ledger-reads';
import { decisionsByReference, type positionStory } from '@dcc/db/stores/position-reads';
import { retentionFindings, type StoredFinding } from '@dcc/db/stores/review-store';
import { supersededBy } from '@dcc/db/stores/resolution-store';
import { roundsOfPosition } from '@dcc/db/stores/round-store';
import type { TermsVersion } from '@dcc/db/stores/terms-store';
import type { Vacancy } from '@dcc/db/stores/vacancy-store';
import { dateOfInstant } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Account } from '@dcc/domain/ledger/accounts';
import { type Money, negate, sum } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { z } from 'zod';
import type { storyView } from './story.views.ts';

type Happening = z.input<typeof storyView>[number];

/** More entries than a post of four years has. */
const MOST_ENTRIES = 500;

/** Whose postings say how much of an entry is about the position; of an entry that has several, the first of these. */
const AMOUNT_ACCOUNTS: readonly Account[] = [
  'transfers',
  'organization-expenditure',
  'organization-refunds',
  'organization-receipts',
  'allocations-open',
];

/** What a host received is credited in its books, and told as what it is. */
function amountOf(amounts: readonly Money[], account: Account | undefined): Money {
  const total = sum(amounts, BOOK_CURRENCY);
  return account === 'organization-receipts' ? negate(total) : total;
}

type Step = Awaited<ReturnType<typeof positionStory>>[number];

/** A decision stands at the beginning of the note of the steps that it took. */
const referenceIn = (note: string): string => note.split(': ', 1)[0] ?? '';

/** The steps, each with the decision that took it and what has come in its place. */
async function stepsOf(db: Reader, standpoint: Standpoint, steps: readonly Step[]): Promise<Happening[]> {
  const decisions = await decisionsByReference(
    db,
    steps.map(({ note }) => referenceIn(note)),
  );
  const later = await supersededBy(
    db,
    standpoint,
    [...decisions.values()].map(({ id }) => id),
  );
  return steps.map((step) => {
    const decision = decisions.get(referenceIn(step.note)) ?? null;
    return {
      what: 'step' as const,
      ...step,
      decision: decision === null ? null : { ...decision, supersededBy: later.get(decision.id) ?? null },
    };
  });
}

/** What was reserved, sent, spent and sent back for the position, each with its entry and the papers that hang on it. */
async function moneyOf(db: Reader, standpoint: Standpoint, positionId: string): Promise<Happening[]> {
  const window = { beside: null, toward: 'older', limit: MOST_ENTRIES } as const;
  const entries = (await entryRows(db, { positionId, to: standpoint.asOf }, standpoint, window)).toReversed();
  const numbers = entries.map(({ number }) => number);
  const postings = await postingsOf(db, numbers);
  const papers = Map.groupBy(
    await documentsOf(db, 'entry', numbers.map(String), standpoint),
    ({ subject }) => subject.id,
  );
  return entries.map((entry) => {
    const own = (postings.get(entry.number) ?? []).filter((posting) => posting.positionId === positionId);
    const account = AMOUNT_ACCOUNTS.find((each) => own.some((posting) => posting.account === each));
    return {
      what: 'money' as const,
      on: entry.effectiveOn,
      entryId: String(entry.number),
      entryNumber: entry.number,
      kind: entry.kind,
      amount: amountOf(
        own.filter((posting) => posting.account === account).map(({ amount }) => amount),
        account,
      ),
      description: entry.description,
      by: entry.recordedBy,
      decisionId: entry.decisionId,
      documents: (papers.get(String(entry.number)) ?? []).map(({ id, name }) => ({ id, name })),
    };
  });
}

/** The first and the last day of each vacancy. */
function vacancyDays(known: readonly Vacancy[]): Happening[] {
  return known.flatMap(({ id: vacancyId, number, terms }): Happening[] => [
    { what: 'vacancy', on: terms.opensOn, vacancyId, number, day: 'opens' },
    { what: 'vacancy', on: terms.closesOn, vacancyId, number, day: 'closes' },
  ]);
}

/**
 * Everything that happened to a position, oldest first: what was written, proposed, decided, advertised, paid and found, with who
 * recorded it. Names no candidate. Of one day, in the order of this list.
 */
export async function wholeStory(
  db: Reader,
  standpoint: Standpoint,
  position: {
    readonly id: string;
    readonly steps: readonly Step[];
    readonly versions: readonly TermsVersion[];
    readonly findings: readonly StoredFinding[];
    readonly vacancies: readonly Vacancy[];
  },
): Promise<Happening[]> {
  const { id, steps, versions, findings } = position;
  const terms = versions.map(({ number, recordedAt, by }): Happening => ({
    what: 'terms',
    on: dateOfInstant(recordedAt),
    version: number,
    by,
  }));
  const rounds = (await roundsOfPosition(db, standpoint, id)).map(({ id: roundId, name, on, by }): Happening => ({
    what: 'round',
    on,
    roundId,
    name,
    by,
  }));
  const found = findings.map(({ kind, year, favourable, reference, on, by }): Happening => ({
    what: 'finding',
    on,
    finding: kind,
    year,
    favourable,
    reference,
    by,
  }));
  const retained = (await retentionFindings(db, standpoint, id)).map(({ months, outcome, on, by }): Happening => ({
    what: 'retention',
    on,
    months,
    outcome,
    by,
  }));
  const all = [
    ...terms,
    ...rounds,
    ...found,
    ...(await stepsOf(db, standpoint, steps)),
    ...vacancyDays(position.vacancies),
    ...(await moneyOf(db, standpoint, id)),
    ...retained,
  ];
  return all
    .filter(({ on }) => on <= standpoint.asOf)
    .toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
}
