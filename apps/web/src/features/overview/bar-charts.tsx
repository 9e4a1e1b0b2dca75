import { entriesOf } from '@dcc/domain/counted';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { subtract } from '@dcc/domain/money';
import { useState } from 'react';
import { exact, onWire } from '../../api/exact.ts';
import type { Figure, Money, Overview } from '../../api/views.ts';
import { contributorTypeWord } from '../../app/state-words.ts';
import { BarList, type BarRow } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { drawn, markLabel } from '../../charts/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoneyWhole, type Scale, signOf } from '../../ui/format.ts';
import { unitWords } from '../../ui/amount-words.ts';
import { contributorsTitle, hostsTitle, sourcesTitle } from '../../ui/overview/sentences.ts';

type ChartProps = { readonly overview: Overview; readonly scale: Scale };

/** What an amount has beyond a part of it, never below nought. */
function beyond(whole: Money, part: Money): number {
  return Math.max(0, drawn(onWire(subtract(exact(whole), exact(part)))));
}

/** As many bars as fit beside the timeline; the rest on demand, and always in the table. */
const FIRST = 15;

/** Who gave what: received, signed and still due, only pledged. */
export function ContributorsFigure({ overview, scale }: ChartProps) {
  const [all, setAll] = useState(false);
  const title = contributorsTitle(overview);
  const rows = overview.contributors.toSorted(
    (a, b) => drawn(b.received) + drawn(b.outstanding) - drawn(a.received) - drawn(a.outstanding),
  );
  const some = rows.filter((row) =>
    [row.received, row.outstanding, row.pledged].some((amount) => signOf(amount.amount) !== 0),
  );
  return (
    <ChartFrame
      id="contributors"
      title={title}
      unit={t`${unitWords(scale)}, at the rate of each date; the figure counts what is received`}
      summary={t`${title}. One bar a contributor: received, signed and still due, pledged. The table holds the figures.`}
      help={t`Received is cash, net of refunds. Signed and due is what agreements still promise. Pledged is announced and not binding. Select a bar to see the contributor.`}
      legend={[
        { mark: 'paid', label: t`received` },
        { mark: 'signed', label: t`signed, due` },
        { mark: 'announced', label: t`pledged` },
      ]}
      data={{
        head: [t`Contributor`, t`Type`, t`Received, US$`, t`Signed and due, US$`, t`Pledged, US$`],
        rows: some.map((row) => [
          row.contributor.name,
          contributorTypeWord(row.contributor.type),
          ...(['received', 'outstanding', 'pledged'] as const).map((what) => ({
            number: row[what].amount,
            opens: { entries: entriesOf(what, { contributorId: row.contributor.id }) },
          })),
        ]),
      }}
      empty={<Trans>The bars begin with the first pledge, agreement or deposit.</Trans>}
    >
      <BarList
        label={title}
        rows={(all ? some : some.slice(0, FIRST)).map((row) => ({
          key: row.contributor.id,
          label: row.contributor.name,
          sublabel: contributorTypeWord(row.contributor.type),
          segments: [
            { mark: 'paid', value: Math.max(0, drawn(row.received)) },
            { mark: 'signed', value: drawn(row.outstanding) },
            { mark: 'announced', value: drawn(row.pledged) },
          ],
          end: markLabel(row.received, scale),
          spoken: t`${row.contributor.name}: ${formatMoneyWhole(row.received)} received, ${formatMoneyWhole(row.outstanding)} signed and due, ${formatMoneyWhole(row.pledged)} pledged`,
          href: `/contributors/${row.contributor.id}`,
        }))}
      />
      {!all && some.length > FIRST ? (
        <p className="chart__more">
          <Button look="quiet" onClick={() => setAll(true)}>
            <Trans>Show all {some.length} contributors</Trans>
          </Button>
        </p>
      ) : null}
    </ChartFrame>
  );
}

/** What each host was allocated, sent, and has spent. */
export function HostsFigure({ overview, scale }: ChartProps) {
  const title = hostsTitle(overview);
  const rows = overview.hosts.toSorted((a, b) => drawn(b.allocated) - drawn(a.allocated));
  return (
    <ChartFrame
      id="hosts"
      title={title}
      unit={t`${unitWords(scale)}; the figure counts what is allocated`}
      summary={t`${title}. One bar a host organization: reported spent, transferred and not yet spent, allocated and not yet transferred. The table holds the figures.`}
      help={t`Allocated is reserved by decisions of the committee. Transferred is cash sent to the host. Spent is what the host reports in its own books.`}
      legend={[
        { mark: 'paid', label: t`spent` },
        { mark: 'signed', label: t`transferred` },
        { mark: 'announced', label: t`allocated, not sent` },
      ]}
      data={{
        head: [t`Host organization`, t`Positions`, t`Allocated, US$`, t`Transferred, US$`, t`Spent, US$`],
        rows: rows.map((row) => [
          row.organization.name,
          { number: String(row.positions) },
          ...(['allocated', 'transferred', 'spent'] as const).map((what) => ({
            number: row[what].amount,
            opens: { entries: entriesOf(what, { organizationId: row.organization.id }) },
          })),
        ]),
      }}
      empty={<Trans>The bars begin with the first allocation.</Trans>}
    >
      <BarList
        label={title}
        rows={rows.map((row) => ({
          key: row.organization.id,
          label: row.organization.shortName,
          sublabel: plural(row.positions, { one: '# position', other: '# positions' }),
          segments: [
            { mark: 'paid', value: Math.max(0, drawn(row.spent)) },
            { mark: 'signed', value: beyond(row.transferred, row.spent) },
            { mark: 'announced', value: beyond(row.allocated, row.transferred) },
          ],
          end: markLabel(row.allocated, scale),
          spoken: t`${row.organization.name}: ${formatMoneyWhole(row.allocated)} allocated, ${formatMoneyWhole(row.transferred)} transferred, ${formatMoneyWhole(row.spent)} spent`,
        }))}
      />
    </ChartFrame>
  );
}

type Step = { readonly key: string; readonly label: string; readonly figure: Figure; readonly direction: 1 | -1 };

function stepsOf({ statement }: Overview): Step[] {
  const lines = statement.fundsWithAdministrativeAgent;
  const steps: Step[] = [
    { key: 'contributions', label: t`Contributions`, figure: lines.contributionsFromDonors, direction: 1 },
    {
      key: 'interest',
      label: t`Interest of the fund`,
      figure: lines.interestAndInvestmentIncomeFromFund,
      direction: 1,
    },
    {
      key: 'host-interest',
      label: t`Interest from hosts`,
      figure: lines.interestFromParticipatingOrganizations,
      direction: 1,
    },
    { key: 'other', label: t`Other income`, figure: lines.otherIncome, direction: 1 },
    {
      key: 'transfers',
      label: t`Transfers to hosts`,
      figure: lines.transferredToParticipatingOrganizations,
      direction: -1,
    },
    { key: 'other-funds', label: t`Transfers to other funds`, figure: lines.transfersToOtherFunds, direction: -1 },
    { key: 'refunds', label: t`Refunds from hosts`, figure: lines.refundsFromParticipatingOrganizations, direction: 1 },
    { key: 'fee', label: t`Agent fee`, figure: lines.administrativeAgentFee, direction: -1 },
    { key: 'direct', label: t`Direct cost`, figure: lines.directCost, direction: -1 },
    { key: 'bank', label: t`Bank charges`, figure: lines.bankCharges, direction: -1 },
  ];
  return steps.filter((step) => signOf(step.figure.amount.amount) !== 0);
}

/** A change with its sign; a label that is an inequality keeps only its words. */
function signedLabel(label: string, value: number): string {
  if (label.startsWith('<')) return label;
  return `${value > 0 ? '+' : '−'}${label.replace('−', '')}`;
}

/** From the first contribution to the balance: each bar begins where the one before it ended. */
export function SourcesFigure({ overview, scale }: ChartProps) {
  const title = sourcesTitle(overview);
  const steps = stepsOf(overview);
  const { balance } = overview.statement.fundsWithAdministrativeAgent;
  let level = 0;
  const bars: BarRow[] = steps.map((step) => {
    const value = drawn(step.figure.amount) * step.direction;
    const from = Math.max(0, Math.min(level, level + value));
    level += value;
    return {
      key: step.key,
      label: step.label,
      from,
      segments: [{ mark: value > 0 ? 'signed' : 'promised', value: Math.abs(value) }],
      end: signedLabel(markLabel(step.figure.amount, scale), value),
      spoken: `${step.label}: ${formatMoneyWhole(step.figure.amount)}`,
    };
  });
  const last: BarRow = {
    key: 'balance',
    label: t`Balance`,
    segments: [{ mark: 'paid', value: Math.max(0, drawn(balance.amount)) }],
    end: markLabel(balance.amount, scale),
    spoken: t`Balance: ${formatMoneyWhole(balance.amount)}`,
  };
  return (
    <ChartFrame
      id="sources"
      title={title}
      unit={t`${unitWords(scale)}, cash basis`}
      summary={t`${title}. Bars from each source and use of funds to the balance. The table holds the figures.`}
      help={t`Each bar begins where the one before it ended: sources add, uses take away, and the last bar is the balance. The statement page lists the same lines as UN pooled funds publish them.`}
      legend={[
        { mark: 'signed', label: t`came in` },
        { mark: 'promised', label: t`went out` },
        { mark: 'paid', label: t`balance` },
      ]}
      data={{
        head: [t`Line`, t`Amount, US$`],
        rows:
          steps.length === 0
            ? []
            : [...steps, { label: t`Balance`, figure: balance }].map(({ label, figure }) => [
                label,
                { number: figure.amount.amount, opens: { entries: figure.entries } },
              ]),
      }}
      empty={<Trans>Nothing has come in or gone out yet.</Trans>}
    >
      <BarList label={title} rows={[...bars, last]} />
    </ChartFrame>
  );
}
