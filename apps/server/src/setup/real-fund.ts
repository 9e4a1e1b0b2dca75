import { saveContributions, saveContributors } from '@dcc/db/stores/contribution-store';
import { beginFund, COMMAND_LINE, UNEARMARKED } from '@dcc/db/stores/fund-store';
import { savePosition } from '@dcc/db/stores/position-store';
import { saveDutyStations, saveOrganizations } from '@dcc/db/stores/reference-store';
import { withTransaction } from '@dcc/db/with-transaction';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Shell } from '../use-case/context.ts';

/** What is not public is shown as not published, and never guessed. */
const NOT_PUBLISHED = 'Not published';

/**
 * Begins the DCC Trust Fund from its public record, without a single amount:
 * - administrator and organizations of the Steering Committee: UN DESA's page on the UN JPO Programme;
 * - Germany and Switzerland as contributors, and two positions sponsored in 2024: the same page;
 * - Switzerland's letter of agreement of 12 December 2023: UN DESA news of 15 December 2023.
 */
export async function beginRealFund(shell: Shell): Promise<void> {
  const at = shell.now().toISOString();
  await withTransaction(shell.db, async (tx) => {
    await beginFund(tx, { name: 'DCC Trust Fund', demonstration: false, at });
    await saveOrganizations(tx, at, [
      { id: 'undesa', name: 'United Nations Department of Economic and Social Affairs', shortName: 'UN DESA' },
      { id: 'undp', name: 'United Nations Development Programme', shortName: 'UNDP' },
      { id: 'unesco', name: 'United Nations Educational, Scientific and Cultural Organization', shortName: 'UNESCO' },
      { id: 'ilo', name: 'International Labour Organization', shortName: 'ILO' },
      { id: 'not-published', name: 'Host organization not published', shortName: NOT_PUBLISHED },
    ]);
    await saveDutyStations(tx, at, [{ id: 'not-published', name: NOT_PUBLISHED, countryCode: 'ZZ' }]);
    await saveContributors(tx, at, [
      { id: 'germany', name: 'Germany', type: 'country', countryCode: 'DE' },
      { id: 'switzerland', name: 'Switzerland', type: 'country', countryCode: 'CH' },
    ]);
    await saveContributions(tx, at, [
      {
        ref: {
          id: 'switzerland-2023',
          contributorId: 'switzerland',
          poolId: UNEARMARKED,
          reference: 'Letter of Agreement of 12 December 2023',
        },
        currency: BOOK_CURRENCY,
        stage: 'signed',
        on: date('2023-12-12'),
        supportCostPercent: null,
        rateId: null,
        description:
          'Amount, currency, instalments and earmarking are not public. Source: UN DESA news, 15 December 2023.',
      },
    ]);
    for (const number of ['First', 'Second']) {
      await savePosition(
        tx,
        {
          id: `sponsored-2024-${number.toLowerCase()}`,
          title: `${number} sponsored position of 2024`,
          organizationId: 'not-published',
          dutyStationId: 'not-published',
          state: 'approved',
          startsOn: null,
          endsOn: null,
          description:
            'Made possible by gifts of Germany and Switzerland in 2024. Host, duty station, dates and cost are not public. Source: UN DESA, page on the UN JPO Programme.',
          years: [],
        },
        {
          id: shell.newId(),
          on: date('2024-01-01'),
          note: 'Sponsored in 2024; the day is not public. Entered from the public record.',
          recordedAt: at,
          recordedBy: COMMAND_LINE,
        },
      );
    }
  });
}
