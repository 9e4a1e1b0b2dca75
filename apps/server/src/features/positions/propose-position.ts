import { listDutyStations, listOrganizations } from '@dcc/db/stores/reference-store';
import { savePosition } from '@dcc/db/stores/position-store';
import { addMonths, type CalendarDate, dayBefore } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { parseMoney } from '@dcc/domain/money';
import type { ProposePosition } from '@dcc/domain/positions/inputs';
import { command, type Recorded } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
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

/** Enters a position that a host asks the fund to sponsor, ready to be decided. */
export function proposePosition(context: Context, input: ProposePosition): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'position.propose', input, async (tx) => {
    if (!(await listOrganizations(tx)).some(({ id }) => id === input.organizationId))
      throw new Refusal({ kind: 'NotFound', subject: 'organization' });
    if (!(await listDutyStations(tx)).some(({ id }) => id === input.dutyStationId))
      throw new Refusal({ kind: 'NotFound', subject: 'duty-station' });
    const costs = input.yearlyCosts.map((text) => orRefuse(parseMoney(text, BOOK_CURRENCY)));
    if (costs.some(({ minor }) => minor <= 0n)) throw new Refusal({ kind: 'AmountNotPositive' });
    const years = contractYears(input.startsOn, costs.length).map((year, index) => ({
      ...year,
      cost: costs[index] ?? orRefuse(parseMoney('0', BOOK_CURRENCY)),
    }));
    const id = shell.newId();
    await savePosition(
      tx,
      {
        id,
        title: input.title,
        organizationId: input.organizationId,
        dutyStationId: input.dutyStationId,
        state: 'submitted',
        startsOn: input.startsOn,
        endsOn: years.at(-1)?.endsOn ?? input.startsOn,
        description: input.description,
        years,
      },
      {
        id: shell.newId(),
        on: today(shell),
        note: '',
        recordedAt: shell.now().toISOString(),
        recordedBy: actor.personId,
      },
    );
    return { id, entryNumber: null, detail: { title: input.title } };
  });
}
