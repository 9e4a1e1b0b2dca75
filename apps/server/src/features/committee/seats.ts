import { listSeats, saveSeat, saveSeatEnd } from '@dcc/db/stores/committee-store';
import { findPerson } from '@dcc/db/stores/person-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { endTerm as endTermRule, fillSeat as fillSeatRule } from '@dcc/domain/committee/seats';
import type { EndTerm, FillSeat } from '@dcc/domain/committee/inputs';
import type { Recorded } from '../../use-case/command.ts';
import { stampOf } from '../../use-case/committee-table.ts';
import type { Context } from '../../use-case/context.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { committeeCommand } from '../../use-case/settle-consented.ts';

/** Seats a person for a term. Somebody who belongs to an organization sits for that one. */
export function fillSeat(context: Context, input: FillSeat): Promise<Recorded> {
  return committeeCommand(context, 'seat.fill', input, async (tx) => {
    const person = await findPerson(tx, input.personId);
    if (person === null) throw new Refusal({ kind: 'NotFound', subject: 'person' });
    const { organizationId } = input;
    const organization = (await listOrganizations(tx)).find(({ id }) => id === organizationId) ?? null;
    if (organizationId !== null && organization === null)
      throw new Refusal({ kind: 'NotFound', subject: 'organization' });
    if (organizationId !== null && person.organization !== null && person.organization.id !== organizationId)
      throw new Refusal({ kind: 'SeatOfOtherOrganization', person: person.name });
    const id = context.shell.newId();
    const seat = {
      id,
      kind: input.kind,
      organizationId,
      organizationName: organization?.shortName ?? null,
      personId: person.id,
      personName: person.name,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
    };
    await saveSeat(tx, orRefuse(fillSeatRule(await listSeats(tx), seat)), stampOf(context));
    return {
      id,
      entryNumber: null,
      detail: { kind: input.kind, person: person.id, organization: organizationId ?? '' },
    };
  });
}

/** Ends a term earlier than it was given. */
export function endTerm(context: Context, input: EndTerm): Promise<Recorded> {
  return committeeCommand(context, 'seat.fill', input, async (tx) => {
    const seat = (await listSeats(tx)).find(({ id }) => id === input.seatId);
    if (seat === undefined) throw new Refusal({ kind: 'NotFound', subject: 'seat' });
    const endsOn = orRefuse(endTermRule(seat, input.endsOn));
    await saveSeatEnd(tx, { seatId: seat.id, endsOn, reason: input.reason }, stampOf(context));
    return { id: seat.id, entryNumber: null, detail: { ends: endsOn } };
  });
}
