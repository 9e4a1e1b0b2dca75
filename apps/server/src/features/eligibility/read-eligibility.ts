import { earmarkRules, eligibilitySets, memberships } from '@dcc/db/stores/criteria-store';
import { listPools } from '@dcc/db/stores/contribution-store';
import { allCountries } from '@dcc/domain/reference/countries';
import { groupsOf, isEligible, isInForce } from '@dcc/domain/rounds/eligibility';
import type { StandpointInput } from '@dcc/domain/wire';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { standsAt } from '../../use-case/standpoint.ts';

/** Rule sets with the countries they make eligible on a day, the dated country groups, and what each pool may pay for. */
export async function readEligibility(context: Context, input: StandpointInput) {
  assertMay(context, 'rounds.read');
  const db = context.shell.db.read;
  // Lists and rules name days to come: they are asked of such a day too.
  const on = input.asOf ?? today(context.shell);
  const standpoint = { asOf: on, knownOn: input.knownOn ?? null };
  const [sets, lists, pools, earmarks] = [
    await eligibilitySets(db, standpoint),
    await memberships(db, standpoint),
    await listPools(db, standpoint),
    await earmarkRules(db, standpoint),
  ];
  const countries = allCountries().map(({ code, name }) => ({ code, name, groups: groupsOf(code, on, lists) }));
  const groups = Map.groupBy(lists, ({ group }) => group);
  return {
    ...standsAt(context.shell, standpoint),
    sets: sets.map((set) => ({
      ...set,
      inForce: isInForce(set, on),
      eligible: countries
        .filter(({ code }) => isEligible(set, code, on, lists))
        .map(({ code, name }) => ({ code, name })),
    })),
    groups: [...groups].map(([code, rows]) => ({
      code,
      countries: countries.filter((country) => country.groups.includes(code)).map(({ name }) => name),
      sources: [...new Set(rows.map(({ source }) => source))],
    })),
    pools: pools.map(({ id, name, earmarking }) => ({ id, name, earmarking, rules: earmarks.get(id)?.rules ?? [] })),
  };
}
