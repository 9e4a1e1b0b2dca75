import type { Reader } from '@dcc/db/open-database';
import { findPosition, type PositionTerms, savePosition, saveTerms } from '@dcc/db/stores/position-store';
import { listDutyStations, listOrganizations } from '@dcc/db/stores/reference-store';
import { addMonths, type CalendarDate, dayBefore } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { parseMoney } from '@dcc/domain/money';
import type { ProposePosition, SetPositionTerms } from '@dcc/domain/positions/inputs';
import { command, type Recorded } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

/** The contract years of a position: each twelve months from the one before. */
export function contractYears(
  startsOn: CalendarDate,
  count: number,
): { year: number; startsOn: CalendarDate; endsOn: CalendarDate }[] {
  return Array.from({ length: count }, (_, index) => ({
    year: index + 1,
    startsOn: addMonths(startsOn, index * 12),
    endsOn: dayBefore(addMonths(startsOn, (index + 1) * 12)),
  }));
}

/** Checks the terms against the host organizations, the duty stations and what money is. */
async function termsOf(db: Reader, input: Omit<ProposePosition, 'proposedOn'>): Promise<PositionTerms> {
  if (!(await listOrganizations(db)).some(({ id }) => id === input.organizationId))
    throw new Refusal({ kind: 'NotFound', subject: 'organization' });
  if (!(await listDutyStations(db)).some(({ id }) => id === input.dutyStationId))
    throw new Refusal({ kind: 'NotFound', subject: 'duty-station' });
  const costs = input.yearlyCosts.map((text) => orRefuse(parseMoney(text, BOOK_CURRENCY)));
  if (costs.some(({ minor }) => minor <= 0n)) throw new Refusal({ kind: 'AmountNotPositive' });
  const spans = contractYears(input.startsOn, costs.length);
  return {
    title: input.title,
    organizationId: input.organizationId,
    dutyStationId: input.dutyStationId,
    startsOn: input.startsOn,
    endsOn: spans.at(-1)?.endsOn ?? input.startsOn,
    description: input.description,
    years: costs.flatMap((cost, index) => {
      const span = spans[index];
      return span === undefined ? [] : [{ ...span, cost }];
    }),
  };
}

/** Begins a position that a host asks the fund to sponsor: a draft, until its terms of reference are written and submitted. */
export function proposePosition(context: Context, input: ProposePosition): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'position.propose', input, async (tx) => {
    const on = input.proposedOn ?? today(shell);
    refuseFuture(context, on);
    const terms = await termsOf(tx, input);
    const id = shell.newId();
    const step = {
      id: shell.newId(),
      on,
      note: '',
      recordedAt: shell.now().toISOString(),
      recordedBy: actor.personId,
    };
    await savePosition(tx, { id, state: 'draft', ...terms }, step);
    return { id, entryNumber: null, detail: { title: input.title } };
  });
}

/** Enters the terms of a position of which only the existence was known. Terms that are on record stay as they are. */
export function setPositionTerms(context: Context, input: SetPositionTerms): Promise<Recorded> {
  return command(context, 'position.propose', input, async (tx) => {
    const position = await findPosition(tx, input.positionId);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    if (position.years.length > 0) throw new Refusal({ kind: 'TermsOnRecord' });
    await saveTerms(tx, context.shell.now().toISOString(), position.id, await termsOf(tx, input));
    return { id: position.id, entryNumber: null, detail: { before: position.title, after: input.title } };
  });
}
