import { listContributors, listPools } from '@dcc/db/stores/contribution-store';
import { lastDecision } from '@dcc/db/stores/position-reads';
import { findRecords } from '@dcc/db/stores/find-store';
import { currenciesWithRate, listDutyStations, listOrganizations } from '@dcc/db/stores/reference-store';
import { allCurrencies, BOOK_CURRENCY, decimalsOf } from '@dcc/domain/currency';
import { may } from '@dcc/domain/people/capability';
import { allCountries } from '@dcc/domain/reference/countries';
import { type Context, onlyContributor, today } from '../../use-case/context.ts';
import { assertMay } from '../../use-case/command.ts';

/** What forms choose from: for those who may fill one in. */
export async function choices(context: Context) {
  assertMay(context, 'overview.read');
  const db = context.shell.db.read;
  const valued = await currenciesWithRate(db, today(context.shell));
  const currencies = allCurrencies().map((code) => ({
    code: code as string,
    decimals: decimalsOf(code),
    hasRate: code === BOOK_CURRENCY || valued.has(code),
  }));
  return {
    contributors: await listContributors(db),
    pools: (await listPools(db)).map(({ id, name, earmarking }) => ({ id, name, earmarking })),
    organizations: await listOrganizations(db),
    dutyStations: await listDutyStations(db),
    currencies: currencies.toSorted(
      (left, right) => Number(right.hasRate) - Number(left.hasRate) || left.code.localeCompare(right.code),
    ),
    countries: allCountries(),
    lastDecision: await lastDecision(db, { asOf: today(context.shell), knownOn: null }),
  };
}

/** Records whose name holds a text, for the command palette: of everybody what they may see. A contributor finds its own. */
export async function find({ shell, actor }: Context, text: string) {
  const fund = may(actor.roles, 'overview.read');
  const contributorId = !fund && may(actor.roles, 'contributions.read') ? onlyContributor(actor) : null;
  const hits = await findRecords(shell.db.read, text, { fund, contributorId, people: may(actor.roles, 'people.read') });
  return { hits };
}
