import { code as currencyRecord, codes } from 'currency-codes';

declare const currencyBrand: unique symbol;

/** An ISO 4217 alphabetic code that is in the current list, such as `CHF`. */
export type Currency = string & { readonly [currencyBrand]: true };

/** The fund keeps its books in United States dollars, as UN pooled funds do. */
export const BOOK_CURRENCY = 'USD' as Currency;

/** Funds codes and metals of ISO 4217 (XAU, XDR, CHE …) that no contributor pays in. */
const NOT_MONEY = /^X|^(BOV|CHE|CHW|CLF|COU|MXV|USN|UYI|UYW)$/u;

/** Reads an ISO 4217 code; anything else gives `null`. Case matters. */
export function parseCurrency(text: string): Currency | null {
  if (!/^[A-Z]{3}$/u.test(text)) return null;
  if (NOT_MONEY.test(text) && text !== 'XAF' && text !== 'XOF' && text !== 'XPF' && text !== 'XCD') return null;
  return currencyRecord(text) === undefined ? null : (text as Currency);
}

/** Number of decimals of a currency by ISO 4217: 0 for JPY, 2 for USD, 3 for KWD. */
export function decimalsOf(currency: Currency): number {
  const record = currencyRecord(currency);
  if (record === undefined) throw new Error(`No such currency: ${currency}`);
  return record.digits;
}

/** Every currency a contribution may be in, by code. */
export function allCurrencies(): readonly Currency[] {
  return codes()
    .map((code) => parseCurrency(code))
    .filter((currency) => currency !== null);
}
