import type { Money } from '../../api/views.ts';
import { signOf } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';

/** What lies between two records: it catches the eye unless it is nought. */
export function Difference({ amount }: { readonly amount: Money }) {
  if (signOf(amount.amount) === 0) return <span className="soft">–</span>;
  return (
    <strong className="books__difference">
      <MoneyText money={amount} as="plain" />
    </strong>
  );
}
