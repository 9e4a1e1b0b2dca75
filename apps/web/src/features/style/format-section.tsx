import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { DateText } from '../../ui/date-text.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { formatMoneyWhole, formatMonth, formatPercent, formatSize, formatTime, scaleFor } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Section } from '../../ui/section.tsx';

const dollars = (amount: string) => ({ amount, currency: 'USD' });
const [LARGE, NEGATIVE] = [dollars('12345678901.25'), dollars('-1234.50')];
const DAY = '2026-11-02';
const AFTERNOON = new Date(2026, 10, 2, 13, 5);

/** Amounts, shares and days as the program writes them. */
export function FormatSection() {
  const facts: readonly Fact[] = [
    { key: 'money', label: t`Amount`, value: <MoneyText money={dollars('1234.50')} /> },
    { key: 'negative', label: t`Below nought`, value: <MoneyText money={NEGATIVE} /> },
    { key: 'nought', label: t`Nought`, value: <MoneyText money={dollars('0.00')} /> },
    { key: 'large', label: t`Eleven digits`, value: <MoneyText money={LARGE} /> },
    { key: 'other', label: t`Without cents`, value: <MoneyText money={{ amount: '98000', currency: 'JPY' }} /> },
    { key: 'scaled', label: t`In millions`, value: <MoneyText money={LARGE} as={scaleFor([LARGE])} /> },
    { key: 'whole', label: t`In a sentence`, value: formatMoneyWhole(LARGE) },
    { key: 'percent', label: t`Share`, value: [formatPercent('78.0'), formatPercent('-12.5')].join(' · ') },
    { key: 'day', label: t`Day`, value: <DateText on={DAY} /> },
    { key: 'month', label: t`Month`, value: formatMonth(DAY) },
    { key: 'time', label: t`Time of day`, value: formatTime(AFTERNOON) },
    { key: 'size', label: t`Size of a file`, value: [formatSize(350_000), formatSize(1_300_000)].join(' · ') },
  ];
  return (
    <Section title={<Trans>Numbers and days</Trans>}>
      <Facts facts={facts} />
    </Section>
  );
}
