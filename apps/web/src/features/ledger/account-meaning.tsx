import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Account } from '@dcc/domain/ledger/accounts';
import { accountMeaning, basisWords, isRaisedByCredit } from '../../app/account-words.ts';
import { accountWord } from '../../app/state-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import type { FilterPart } from './filter-words.ts';

type Props = { readonly account: Account; readonly parts: readonly FilterPart[] };

/** What the figure means whose entries these are: its account, its formula, its basis. Its sum and its day stand at the head. */
export function AccountMeaning({ account, parts }: Props) {
  const name = accountWord(account);
  const only = parts.filter(({ keys }) => !keys.includes('account')).map(({ words }) => words);
  const side = isRaisedByCredit(account)
    ? t`the credits of ${name} less its debits; the ledger writes a credit as a negative amount`
    : t`the debits of ${name} less its credits`;
  return (
    <Section title={<Trans>What this figure is</Trans>}>
      <Facts
        facts={[
          { key: 'account', label: name, value: accountMeaning(account) },
          {
            key: 'formula',
            label: <Trans>Formula</Trans>,
            value: only.length === 0 ? side : t`${side}; of these only: ${only.join(' · ')}`,
          },
          { key: 'basis', label: <Trans>Basis</Trans>, value: basisWords(account) },
        ]}
      />
    </Section>
  );
}
