import {
  listDutyStations,
  listOrganizations,
  saveDutyStations,
  saveOrganizations,
} from '@dcc/db/stores/reference-store';
import { nameKey } from '@dcc/db/stores/contribution-store';
import type { createDutyStationInput, createOrganizationInput } from '@dcc/domain/positions/inputs';
import { countryName } from '@dcc/domain/reference/countries';
import type { z } from 'zod';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** Adds a host organization; neither of its names may be taken. */
export function createOrganization(
  context: Context,
  input: z.infer<typeof createOrganizationInput>,
): Promise<Recorded> {
  return command(context, 'organization.create', input, async (tx) => {
    const taken = new Set(
      (await listOrganizations(tx)).flatMap(({ name, shortName }) => [nameKey(name), nameKey(shortName)]),
    );
    const clash = [input.name, input.shortName].find((name) => taken.has(nameKey(name)));
    if (clash !== undefined) throw new Refusal({ kind: 'NameTaken', subject: 'organization', name: clash });
    const id = context.shell.newId();
    await saveOrganizations(tx, context.shell.now().toISOString(), [
      { id, name: input.name, shortName: input.shortName },
    ]);
    return { id, entryNumber: null, detail: { name: input.name } };
  });
}

/** Adds a duty station: a place and its country. */
export function createDutyStation(context: Context, input: z.infer<typeof createDutyStationInput>): Promise<Recorded> {
  return command(context, 'duty-station.create', input, async (tx) => {
    if (countryName(input.countryCode) === null) throw new Refusal({ kind: 'CountryUnknown', code: input.countryCode });
    const taken = (await listDutyStations(tx)).some(
      ({ name, countryCode }) => nameKey(name) === nameKey(input.name) && countryCode === input.countryCode,
    );
    if (taken) throw new Refusal({ kind: 'NameTaken', subject: 'duty-station', name: input.name });
    const id = context.shell.newId();
    await saveDutyStations(tx, context.shell.now().toISOString(), [
      { id, name: input.name, countryCode: input.countryCode },
    ]);
    return { id, entryNumber: null, detail: { name: input.name } };
  });
}
