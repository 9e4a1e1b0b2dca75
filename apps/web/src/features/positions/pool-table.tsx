import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useWatch } from 'react-hook-form';
import type { Money, Position } from '../../api/views.ts';
import { earmarkingWord } from '../../app/state-words.ts';
import { lessOf, sumOf } from '../../ui/amounts.ts';
import { formatMoneyWhole, signOf } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { askedOf, readLines } from './allocation-lines.ts';

/** What each pool holds, has promised and has free, and what this decision would leave. */
export function PoolTable({ position: { pools, available } }: { readonly position: Position }) {
  const lines = readLines(useWatch({ name: 'lines' }));
  const sum = (key: 'cash' | 'allocated') =>
    sumOf(
      pools.map((pool) => pool[key].amount),
      'USD',
    );
  return (
    <div className="allocation__pools">
      <ScrollRegion className="allocation__scroll" label={t`Pools, US dollars`}>
        <table>
          <caption>
            <Trans>Pools, US dollars</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Pool</Trans>
              </th>
              <th scope="col">
                <Trans>Cash</Trans>
              </th>
              <th scope="col">
                <Trans>Promised</Trans>
              </th>
              <th scope="col">
                <Trans>Free</Trans>
              </th>
              <th scope="col">
                <Trans>This decision</Trans>
              </th>
              <th scope="col">
                <Trans>Left</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {pools.map(({ pool, cash, allocated, available: free }) => (
              <tr key={pool.id}>
                <th scope="row">
                  {pool.name}
                  <span className="data-table__second">{earmarkingWord(pool.earmarking)}</span>
                </th>
                <Amounts cash={cash} allocated={allocated} free={free} asked={askedOf(lines, pool.id)} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <Trans>Fund, after its reserve</Trans>
              </th>
              <Amounts cash={sum('cash')} allocated={sum('allocated')} free={available} asked={askedOf(lines, null)} />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </div>
  );
}

type AmountsProps = { readonly cash: Money; readonly allocated: Money; readonly free: Money; readonly asked: Money };

function Amounts({ cash, allocated, free, asked }: AmountsProps) {
  return (
    <>
      <td>
        <MoneyText money={cash} as="one" />
      </td>
      <td>
        <MoneyText money={allocated} as="one" />
      </td>
      <td>
        <MoneyText money={free} as="one" />
      </td>
      <td>{signOf(asked.amount) === 0 ? <span className="soft">–</span> : <MoneyText money={asked} as="one" />}</td>
      <td>
        <Left left={lessOf(free, asked)} />
      </td>
    </>
  );
}

function Left({ left }: { readonly left: Money }) {
  if (signOf(left.amount) >= 0) return <MoneyText money={left} as="one" />;
  const missing = formatMoneyWhole({ ...left, amount: left.amount.replace('-', '') });
  return (
    <span className="allocation__short">
      <Trans>{missing} short</Trans>
    </span>
  );
}
