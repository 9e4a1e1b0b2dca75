import { earmarkRules, eligibilitySets, memberships } from '@dcc/db/stores/criteria-store';
import { listPools } from '@dcc/db/stores/contribution-store';
import { type CalendarDate } from '@dcc/domain/calendar-date';
import { allCountries } from '@dcc/domain/reference/countries';
import { groupsOf, isEligible, isInForce } from '@dcc/domain/rounds/eligibility';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';

/** Rule sets with the countries they make eligible on a day, the dated country groups, and what each pool may pay for. */
export async function readEligibility(context: Context, asOf: CalendarDate | undefined) {
  assertMay(context, 'rounds.read');
  const db = context.shell.db.read;
  const on = asOf ?? today(context.shell);
  const [sets, lists, pools, earmarks] = [
    await eligibilitySets(db),
    await memberships(db),
    await listPools(db),
    await earmarkRules(db),
  ];
  const countries = allCountries().map(({ code, name }) => ({ code, name, groups: groupsOf(code, on, lists) }));
  const groups = Map.groupBy(lists, ({ group }) => group);
  return {
    asOf: on,
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
