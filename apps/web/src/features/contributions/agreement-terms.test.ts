import { beforeAll, describe, expect, it } from 'vitest';
import { startWords } from '../../app/i18n.ts';
import { compareTotal, instalmentTotal } from './agreement-terms.ts';

beforeAll(startWords);

const chf = (amount: string) => ({ amount, currency: 'CHF' });

describe('the running total of a schedule', () => {
  it('adds exactly, and passes over what is not an amount yet', () => {
    expect(
      instalmentTotal([{ amount: '0.10' }, { amount: '0.20' }, { amount: '' }, { amount: '12,' }, undefined], 'CHF'),
    ).toEqual(chf('0.30'));
  });

  it('is zero for a currency that is not chosen yet', () => {
    expect(instalmentTotal([{ amount: '5' }], '')).toEqual({ amount: '0', currency: '' });
  });

  it('passes over an amount that is more precise than its currency', () => {
    expect(instalmentTotal([{ amount: '100.5' }, { amount: '7' }], 'JPY')).toEqual({ amount: '7', currency: 'JPY' });
  });
});

describe('a total beside its pledge', () => {
  it('is as pledged, less or more', () => {
    expect(compareTotal(chf('500.00'), chf('500.00'))).toBe('as pledged');
    expect(compareTotal(chf('400.00'), chf('500.00'))).toBe('CHF\u00a0100.00 less than the CHF\u00a0500.00 pledged');
    expect(compareTotal(chf('600.00'), chf('500.00'))).toBe('CHF\u00a0100.00 more than the CHF\u00a0500.00 pledged');
  });

  it('is only named beside a total in another currency', () => {
    expect(compareTotal({ amount: '600.00', currency: 'USD' }, chf('500.00'))).toBe('pledged: CHF\u00a0500.00');
  });
});
