import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWords } from '../app/i18n.ts';
import { axeFindings, renderPart } from '../testing/render.tsx';
import { Change, countChange, moneyChange, percentChange } from './change.tsx';

const usd = (amount: string) => ({ amount, currency: 'USD' });

beforeAll(startWords);

describe('a figure with its change', () => {
  it('says what it was, and what lies between to the cent', () => {
    expect(moneyChange(usd('1000.10'), usd('999.95'))).toEqual({
      was: 'US$\u00a0999.95',
      sign: 1,
      by: 'US$\u00a00.15',
    });
    expect(moneyChange(usd('-5.00'), usd('10.00'), 'plain')).toEqual({ was: '10.00', sign: -1, by: '15.00' });
    expect(moneyChange(usd('7.00'), usd('7.00'))).toMatchObject({ sign: 0 });
    expect(countChange(2, 5)).toEqual({ was: '5', sign: -1, by: '3' });
    expect(percentChange('12.5', '10.0')).toEqual({ was: '10\u00a0%', sign: 1, by: '2.5 percentage points' });
  });

  it('is exact for amounts of eleven digits', () => {
    expect(moneyChange(usd('99999999999.01'), usd('0.02'), 'plain').by).toBe('99,999,999,998.99');
  });

  it('is read in words, and seen with its sign', async () => {
    const container = await renderPart(<Change on="2025-12-31" changed={moneyChange(usd('1.00'), usd('3.00'))} />);
    expect(screen.getByText('US$ 2.00 less than on 31 Dec 2025, when it was US$ 3.00').isConnected).toBe(true);
    expect(container.textContent).toContain('−US$\u00a02.00');
    expect(await axeFindings(container)).toEqual([]);
  });
});
