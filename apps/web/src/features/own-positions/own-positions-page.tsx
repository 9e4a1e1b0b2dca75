import './own-positions-page.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { OwnPositions } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { stateWord } from '../../app/state-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { formatDate, formatMoney, formatMoneyWhole } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';

type Row = OwnPositions['rows'][number];

/** What a contributor's money may pay for: how each position stands, what happened, which reports are due. */
export function OwnPositionsPage() {
  const { data } = useSuspenseQuery(api.ownPositions.list.queryOptions(useStandpoint().stand));
  return (
    <>
      <PageHead
        asOf={data.asOf}
        above={data.contributor.name}
        sentence={sentence(data)}
        below={
          <Trans>
            A pool is one pot: the ledger says that a position is paid from a pool you gave to, and not whose money paid
            for it.
          </Trans>
        }
      />
      <div className="page-parts">
        <Section title={<Trans>What you gave</Trans>}>
          {data.pools.length === 0 ? (
            <EmptyState>
              <Trans>No deposit of yours has come in.</Trans>
            </EmptyState>
          ) : (
            <Facts
              facts={data.pools.map(({ pool, given }) => ({
                key: pool.id,
                label: pool.name,
                value: <span className="number">{formatMoney(given)}</span>,
              }))}
            />
          )}
        </Section>
        <Section title={<Trans>Positions</Trans>}>
          {data.rows.length === 0 ? (
            <EmptyState>
              <Trans>No position is paid from a pool you gave to.</Trans>
            </EmptyState>
          ) : (
            <ul className="own-positions">
              {data.rows.map((row) => (
                <Position key={row.id} row={row} asOf={data.asOf} />
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}

function sentence({ rows }: OwnPositions): string {
  const inPost = rows.filter(({ phase }) => phase === 'in-post').length;
  const people = plural(inPost, { 0: 'nobody is in post', one: '# person is in post', other: '# people are in post' });
  return plural(rows.length, {
    0: 'No position is paid from your pools yet',
    one: `# position is paid from your pools; ${people}`,
    other: `# positions are paid from your pools; ${people}`,
  });
}

function Position({ row, asOf }: { readonly row: Row; readonly asOf: string }) {
  return (
    <li>
      <details>
        <summary>
          <span className="own-positions__title">{row.title}</span>
          <span className="soft">
            {t`${row.organization.shortName}, ${row.dutyStation.name}: ${stateWord(row.state)}; ${formatMoneyWhole(row.allocated)} allocated`}
          </span>
        </summary>
        <Facts facts={factsOf(row, asOf)} />
      </details>
    </li>
  );
}

function factsOf({ pools, startsOn, endsOn, allocated, sent, spent, story, reports }: Row, asOf: string): Fact[] {
  const day = (on: string | null): string => (on === null ? t`not known yet` : formatDate(on));
  const term = `${day(startsOn)} – ${day(endsOn)}`;
  const missing = reports.filter(({ reported }) => !reported);
  return [
    { key: 'pools', label: <Trans>Paid from</Trans>, value: pools.join(', ') },
    { key: 'allocated', label: <Trans>Allocated from them</Trans>, value: <Amount money={allocated} /> },
    { key: 'sent', label: <Trans>Sent to the host</Trans>, value: <Amount money={sent} /> },
    { key: 'spent', label: <Trans>Reported spent</Trans>, value: <Amount money={spent} /> },
    { key: 'term', label: <Trans>In post</Trans>, value: term },
    {
      key: 'reports',
      label: <Trans>Reports of the host</Trans>,
      value:
        missing.length === 0 ? (
          <Trans>none is due</Trans>
        ) : (
          missing
            .map(({ year, dueOn }) =>
              dueOn < asOf ? t`${year}: was due ${formatDate(dueOn)}` : t`${year}: due ${formatDate(dueOn)}`,
            )
            .join(', ')
        ),
    },
    {
      key: 'story',
      label: <Trans>What happened</Trans>,
      value: (
        <ol className="own-positions__story">
          {story.map(({ to, on }) => (
            <li key={`${to} ${on}`}>
              <span className="number">{formatDate(on)}</span> {stateWord(to)}
            </li>
          ))}
        </ol>
      ),
    },
  ];
}

function Amount({ money }: { readonly money: Row['sent'] }) {
  return <span className="number">{formatMoney(money)}</span>;
}
