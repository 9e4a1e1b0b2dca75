import { code as currencyRecord, codes } from 'currency-codes';

declare const currencyBrand: unique symbol;

/** An ISO 4217 alphabetic code that is in the current list, such as `CHF`. */
export type Currency = string & { readonly [currencyBrand]: true };

/** The fund keeps its books in United States dollars, as UN pooled funds do. */
export const BOOK_CURRENCY = 'USD' as Currency;

/** Funds codes and metals of ISO 4217 (XAU, XDR, CHE …) that no contributor pays in. */
const NOT_MONEY = /^X(?!AF|CD|CG|OF|PF)|^(BOV|CHE|CHW|CLF|COU|MXV|USN|UYI|UYW)$/u;

/** Decimals by code. One currency is younger than the list we take the others from: the Caribbean guilder of 2025. */
const DECIMALS: ReadonlyMap<string, number> = new Map(
  [
    ...codes().map((code): [string, number | undefined] => [code, currencyRecord(code)?.digits]),
    ['XCG', 2] as const,
  ].filter((pair): pair is [string, number] => pair[1] !== undefined),
);

/** Reads an ISO 4217 code; anything else gives `null`. Case matters. */
export function parseCurrency(text: string): Currency | null {
  if (!/^[A-Z]{3}$/u.test(text) || NOT_MONEY.test(text)) return null;
  return DECIMALS.has(text) ? (text as Currency) : null;
}

/** Number of decimals of a currency by ISO 4217: 0 for JPY, 2 for USD, 3 for KWD. */
export function decimalsOf(currency: Currency): number {
  const decimals = DECIMALS.get(currency);
  if (decimals === undefined) throw new Error(`No such currency: ${currency}`);
  return decimals;
}

/** Every currency a contribution may be in, by code. */
export function allCurrencies(): readonly Currency[] {
  return [...DECIMALS.keys()]
    .toSorted()
    .map((code) => parseCurrency(code))
    .filter((currency) => currency !== null);
}
