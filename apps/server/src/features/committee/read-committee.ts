import { listRules, listSeats } from '@dcc/db/stores/committee-store';
import { listPeople } from '@dcc/db/stores/person-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { rulesOn } from '@dcc/domain/committee/rules';
import { runsOn } from '@dcc/domain/committee/seats';
import type { StandpointInput } from '@dcc/domain/wire';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

/** Who sits on the committee, and by which rules it decides. */
export async function readCommittee(context: Context, input: StandpointInput) {
  assertMay(context, 'committee.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const { asOf: on } = standpoint;
  const rules = await listRules(db, standpoint);
  const people = await listPeople(db);
  return {
    ...standsAt(context.shell, standpoint),
    seats: (await listSeats(db, standpoint)).map((seat) => ({
      ...seat,
      runs: runsOn(seat, on),
      over: seat.endsOn !== null && seat.endsOn < on,
    })),
    rules: rulesOn(rules, on),
    ruleHistory: rules.toReversed(),
    organizations: await listOrganizations(db),
    /** Whom a seat can be given to: people of the committee, and the chair. */
    people: people
      .filter(({ roles, disabled }) => !disabled && roles.some((role) => role === 'member' || role === 'chair'))
      .map(({ id, name, organization }) => ({ id, name, organization: organization?.shortName ?? null })),
  };
}
