import { t } from '@lingui/core/macro';
import type { Figure, Money } from '../../api/views.ts';
import { differenceFigure, type Named } from '../../ui/common-figures.ts';
import { signOf } from '../../ui/format.ts';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';

type DifferenceProps = {
  readonly amount: Money;
  /** What stands in each of the two records. */
  readonly agent: Pick<Figure, 'amount' | 'entries'>;
  readonly host: Pick<Figure, 'amount' | 'entries'>;
  /** Of refunds the host’s record comes first: what it sent back and the administrator does not have. */
  readonly hostFirst?: boolean;
};

const named = (words: string, { amount, entries }: Pick<Figure, 'amount' | 'entries'>): Named => ({
  words,
  money: amount,
  entries,
});

/** What lies between two records: it catches the eye unless it is nought, and says what it lies between. */
export function Difference({ amount, agent, host, hostFirst = false }: DifferenceProps) {
  if (signOf(amount.amount) === 0) return <span className="soft">–</span>;
  const figure = () => {
    const sides = [named(t`The administrator’s record`, agent), named(t`The hosts’ record`, host)] as const;
    const what = {
      name: t`Difference`,
      meaning: t`What one record says beyond the other. It is shown and never forced away.`,
      basis: t`cash, compared with the hosts’ own books`,
    };
    return hostFirst ? differenceFigure(what, sides[1], sides[0]) : differenceFigure(what, sides[0], sides[1]);
  };
  return (
    <strong className="books__difference">
      <MadeButton figure={figure}>
        <MoneyText money={amount} as="plain" />
      </MadeButton>
    </strong>
  );
}
