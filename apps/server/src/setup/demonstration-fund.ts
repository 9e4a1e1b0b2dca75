import { withTransaction, type Tx } from '@dcc/db/with-transaction';
import { saveContributors, savePool } from '@dcc/db/stores/contribution-store';
import { openInstalmentIds } from '@dcc/db/stores/contribution-reads';
import { saveForecast } from '@dcc/db/stores/forecast-store';
import { beginFund } from '@dcc/db/stores/fund-store';
import { certifyEntries } from '@dcc/db/stores/certification-store';
import { appendEntries } from '@dcc/db/stores/ledger-store';
import { saveYearEvent } from '@dcc/db/stores/year-store';
import { reserveHeld } from '@dcc/db/stores/pool-store';
import { savePerson } from '@dcc/db/stores/person-store';
import { movePosition, savePosition } from '@dcc/db/stores/position-store';
import { saveRates } from '@dcc/db/stores/rate-store';
import { saveDutyStations, saveOrganizations } from '@dcc/db/stores/reference-store';
import {
  DEMO_CONTRIBUTORS,
  DEMO_DUTY_STATIONS,
  DEMO_FUND_NAME,
  DEMO_ORGANIZATIONS,
  DEMO_POOLS,
  DEMO_RATES,
} from '@dcc/demo-fund/fund';
import { DEMO_FORECAST } from '@dcc/demo-fund/forecast';
import type { DemoStep } from '@dcc/demo-fund/demo-step';
import { DEMO_STEPS } from '@dcc/demo-fund/money-steps';
import { DEMO_PEOPLE, DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { DEMO_POSITIONS, type DemoPosition } from '@dcc/demo-fund/positions';
import { reserveEntry } from '@dcc/domain/allocations/reserve';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency, parseCurrency } from '@dcc/domain/currency';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { movementEntry, transferForPosition } from '@dcc/domain/ledger/movements';
import { type Money, parseMoney } from '@dcc/domain/money';
import type { PositionState } from '@dcc/domain/positions/states';
import { hashPassword } from '../auth/password.ts';
import { amendPledge, recordPledge } from '../features/contributions/record-pledge.ts';
import { receiveDeposit } from '../features/contributions/receive-deposit.ts';
import { refundContributor } from '../features/contributions/refund-contributor.ts';
import { signAgreement } from '../features/contributions/sign-agreement.ts';
import { decideAllocation } from '../features/positions/decide-allocation.ts';
import { contractYears } from '../features/positions/propose-position.ts';
import { setDemonstrationCosts } from './demonstration-costs.ts';
import { writeFindings, writeTerms } from './demonstration-terms.ts';
import type { Plan, Recording } from '../use-case/command.ts';
import type { Actor, Context, Shell } from '../use-case/context.ts';
import { orRefuse } from '../use-case/refusal.ts';
import { enterRounds } from './demonstration-rounds.ts';
import { enterVacancies } from './demonstration-vacancies.ts';
import { beginDemonstrationCommittee } from './demonstration-committee.ts';

function currency(code: string): Currency {
  const parsed = parseCurrency(code);
  if (parsed === null) throw new Error(`No such currency: ${code}`);
  return parsed;
}

const dollars = (text: string): Money => orRefuse(parseMoney(text, BOOK_CURRENCY));

function actor(role: 'chair' | 'secretariat'): Actor {
  const person = DEMO_PEOPLE.find(({ id }) => id === `p-${role}`);
  if (person === undefined) throw new Error(`Nobody in the demonstration fund is ${role}`);
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    roles: person.roles,
    organizationId: null,
    contributorId: null,
  };
}

/** Ids that the steps look each other up by. */
type Book = {
  readonly contributions: Map<string, string>;
  readonly positions: Map<string, { id: string; organizationId: string }>;
};

function known<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demonstration fund has no ${key}`);
  return value;
}

/** Plans a step with the very rule that its screen uses, and carries it out in the set-up's own transaction. */
async function carryOut<I extends { readonly idempotencyKey: string }>(
  tx: Tx,
  recording: Recording<I>,
  context: Context,
  input: I,
): Promise<string> {
  const plan: Plan = await recording.plan(context, tx, input);
  await plan.save(tx);
  await append(tx, context, plan.entry);
  return plan.id;
}

async function append(tx: Tx, context: Context, entry: EntryDraft): Promise<void> {
  await appendEntries(tx, { recordedAt: context.shell.now().toISOString(), recordedBy: context.actor.personId }, [
    entry,
  ]);
}

async function contributionStep(
  tx: Tx,
  context: Context,
  book: Book,
  step: Extract<DemoStep, { ref: string }>,
): Promise<void> {
  const idempotencyKey = context.shell.newId();
  const on = date(step.on);
  if (step.do === 'pledge') {
    const input = {
      idempotencyKey,
      contributorId: step.from,
      poolId: step.pool,
      reference: step.ref,
      pledgedOn: on,
      currency: currency(step.currency),
      amount: step.amount,
      description: '',
    };
    book.contributions.set(step.ref, await carryOut(tx, recordPledge, context, input));
  } else if (step.do === 'amend') {
    const input = {
      idempotencyKey,
      contributionId: known(book.contributions, step.ref),
      amendedOn: on,
      amount: step.amount,
      reason: step.reason,
    };
    await carryOut(tx, amendPledge, context, input);
  } else if (step.do === 'sign') {
    const instalments = step.instalments.map(([dueOn, amount]) => ({ dueOn: date(dueOn), amount }));
    const terms = {
      idempotencyKey,
      signedOn: on,
      currency: currency(step.currency),
      instalments,
      supportCostPercent: step.supportCost ?? null,
      description: '',
    };
    const pledged = book.contributions.get(step.ref);
    const input =
      pledged === undefined
        ? ({ origin: 'new', contributorId: step.from, poolId: step.pool, reference: step.ref, ...terms } as const)
        : ({ origin: 'pledge', contributionId: pledged, ...terms } as const);
    book.contributions.set(step.ref, await carryOut(tx, signAgreement, context, input));
  } else if (step.do === 'deposit') {
    const ids = await openInstalmentIds(tx, known(book.contributions, step.ref));
    const input = {
      idempotencyKey,
      instalmentId: known(ids, String(step.instalment)),
      receivedOn: on,
      amount: step.amount,
      description: '',
    };
    await carryOut(tx, receiveDeposit, context, input);
  } else if (step.do === 'give-back') {
    const input = {
      idempotencyKey,
      contributionId: known(book.contributions, step.ref),
      refundedOn: on,
      amount: step.amount,
      reason: step.reason,
    };
    await carryOut(tx, refundContributor, context, input);
  } else {
    const lines = step.lines.map(([title, year, poolId, amount]) => ({
      positionId: known(book.positions, title).id,
      year,
      poolId,
      amount,
    }));
    const input = {
      idempotencyKey,
      reference: step.ref,
      title: step.title,
      decidedOn: on,
      text: 'The committee decided by consensus.',
      lines,
    };
    await carryOut(tx, decideAllocation, context, input);
  }
}

async function moneyStep(tx: Tx, context: Context, book: Book, step: DemoStep): Promise<void> {
  if (step.do === 'transfer') {
    const position = known(book.positions, step.position);
    const entry = transferForPosition({
      effectiveOn: date(step.on),
      description: `Year ${step.year}: ${step.position}`,
      organizationId: position.organizationId,
      positionId: position.id,
      draws: [{ poolId: step.pool, amount: dollars(step.amount) }],
    });
    await append(tx, context, orRefuse(entry));
  } else if (step.do === 'movement') {
    const entry = movementEntry({
      kind: step.kind,
      effectiveOn: date(step.on),
      amount: dollars(step.amount),
      original: null,
      description: step.text,
      contributorId: null,
      organizationId: step.host ?? null,
      positionId: step.position === undefined ? null : known(book.positions, step.position).id,
      poolId: 'unearmarked',
      charge: step.charge === undefined ? null : { percent: step.charge.percent, base: dollars(step.charge.base) },
      components: (step.components ?? []).map(([component, amount]) => ({ component, amount: dollars(amount) })),
    });
    await append(tx, context, orRefuse(entry));
  } else if (step.do === 'reserve') {
    const entry = reserveEntry({
      reserve: await reserveHeld(tx),
      charge: { percent: step.percent, base: dollars(step.base) },
      effectiveOn: date(step.on),
      description: step.text,
    });
    await append(tx, context, orRefuse(entry));
  } else {
    await contributionStep(tx, context, book, step);
  }
}

async function enterPosition(tx: Tx, shell: Shell, position: DemoPosition): Promise<string> {
  const id = shell.newId();
  const years = contractYears(date(position.startsOn), position.costs.length).map((year, index) => ({
    ...year,
    cost: dollars(position.costs[index] ?? '0'),
  }));
  await savePosition(
    tx,
    {
      id,
      title: position.title,
      organizationId: position.organizationId,
      dutyStationId: position.dutyStationId,
      state: 'draft',
      startsOn: date(position.startsOn),
      endsOn: years.at(-1)?.endsOn ?? date(position.startsOn),
      description: position.text,
      years,
    },
    {
      id: shell.newId(),
      on: date(position.proposedOn),
      note: '',
      recordedAt: `${position.proposedOn}T09:00:00.000Z`,
      recordedBy: 'p-secretariat',
    },
  );
  return id;
}

/** Entries from this day on still wait for somebody else's certification. */
const CERTIFIED_BEFORE = '2026-10-01';

/** The certifier goes through the entries of each day on the day after it, but for the latest. */
async function certifyBefore(tx: Tx, day: string): Promise<void> {
  const entries = await tx
    .selectFrom('journal_entry')
    .innerJoin('pending_certification', 'pending_certification.entry_number', 'journal_entry.number')
    .select(['number', 'recorded_at'])
    .where('recorded_at', '<', day < CERTIFIED_BEFORE ? day : CERTIFIED_BEFORE)
    .orderBy('number')
    .execute();
  for (const [recordedAt, group] of Map.groupBy(entries, ({ recorded_at: at }) => at)) {
    const at = new Date(Date.parse(recordedAt) + 24 * 3_600_000).toISOString();
    await certifyEntries(
      tx,
      { at, by: 'p-certifier' },
      group.map(({ number }) => Number(number)),
    );
  }
}

/** When the secretariat closed each year: after the hosts' final figures, which are due on 30 April, had come in. */
const CLOSED_ON: Readonly<Record<number, string>> = { 2022: '2023-05-11', 2023: '2024-05-16', 2024: '2025-05-14' };

/** Why a position took a step that says why. */
const REASONS: Partial<Record<PositionState, string>> = {
  deferred: 'The committee sees no money for it this year.',
  rejected: 'The committee sees no work for a young professional in it.',
  withdrawn: 'The host has found other money.',
};

type Happening = { readonly on: string; readonly run: (tx: Tx, shell: Shell) => Promise<void> };

/** Everything that happened, in the order of the days: steps of positions and steps of money. */
function happenings(book: Book): Happening[] {
  const ofPositions = DEMO_POSITIONS.flatMap((position, index): Happening[] => {
    let state: Parameters<typeof movePosition>[2] = 'draft';
    const entered: Happening = {
      on: position.proposedOn,
      async run(tx, shell) {
        const id = await enterPosition(tx, shell, position);
        await writeTerms(tx, shell, id, position, index + 1);
        book.positions.set(position.title, {
          id,
          organizationId: position.organizationId,
        });
      },
    };
    const moved = position.steps.map(([on, to]): Happening => {
      const from = state;
      state = to;
      return {
        on,
        async run(tx, shell) {
          // The decision of that day has already approved it.
          if (to === 'approved') return;
          const step = {
            id: shell.newId(),
            on: date(on),
            note: REASONS[to] ?? '',
            recordedAt: shell.now().toISOString(),
            recordedBy: 'p-secretariat',
          };
          const { id } = known(book.positions, position.title);
          await writeFindings(tx, shell, id, on, to);
          await movePosition(tx, id, from, to, step);
        },
      };
    });
    return [entered, ...moved];
  });
  const ofMoney = DEMO_STEPS.map((step): Happening => ({
    on: step.on,
    run: (tx, shell) =>
      moneyStep(tx, { shell, actor: actor(step.do === 'decide' ? 'chair' : 'secretariat') }, book, step),
  }));
  const ofYears = Object.entries(CLOSED_ON).map(([year, on]): Happening => ({
    on,
    async run(tx, shell) {
      await certifyBefore(tx, on);
      await saveYearEvent(tx, {
        year: Number(year),
        state: 'closed',
        reason: 'The hosts’ final figures agree with their certified reports.',
        decisionId: null,
        recordedAt: shell.now().toISOString(),
        recordedBy: 'p-secretariat',
      });
    },
  }));
  return [...ofPositions, ...ofMoney, ...ofYears].toSorted((left, right) =>
    left.on < right.on ? -1 : left.on > right.on ? 1 : 0,
  );
}

/** Begins the demonstration fund in an empty database: whole, in one transaction, by the program's own rules. */
export async function beginDemonstrationFund(shell: Shell): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const at = '2022-01-03T09:00:00.000Z';
  await withTransaction(shell.db, async (tx) => {
    await beginFund(tx, { name: DEMO_FUND_NAME, demonstration: true, at });
    await saveOrganizations(tx, at, DEMO_ORGANIZATIONS);
    await saveDutyStations(tx, at, DEMO_DUTY_STATIONS);
    await saveContributors(
      tx,
      at,
      DEMO_CONTRIBUTORS.map((contributor) => ({ ...contributor, countryCode: null })),
    );
    for (const pool of DEMO_POOLS) await savePool(tx, at, pool);
    await saveRates(
      tx,
      at,
      DEMO_RATES.map((rate) => ({
        ...rate,
        id: shell.newId(),
        publishedOn: null,
        source: 'Invented for the demonstration',
      })),
    );
    for (const person of DEMO_PEOPLE) await savePerson(tx, { ...person, passwordHash, at });
    await setDemonstrationCosts(tx, shell, at);
    const book: Book = { contributions: new Map(), positions: new Map() };
    for (const happening of happenings(book)) {
      await happening.run(tx, { ...shell, now: () => new Date(`${happening.on}T09:00:00.000Z`) });
    }
    await certifyBefore(tx, CERTIFIED_BEFORE);
    await enterRounds(tx, (title) => known(book.positions, title).id);
    await enterVacancies(tx, (title) => known(book.positions, title).id);
    await beginDemonstrationCommittee(tx, shell, (title) => known(book.positions, title).id);
    const savedAt = `${DEMO_FORECAST.savedOn}T09:00:00.000Z`;
    await saveForecast(tx, DEMO_FORECAST, { recordedAt: savedAt, recordedBy: 'p-secretariat' });
  });
}
