import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';

const WORDS: Record<string, MessageDescriptor> = {
  required: msg`Fill this in.`,
  'not-a-date': msg`Enter a day that exists, as YYYY-MM-DD.`,
  'unknown-currency': msg`Choose a currency.`,
  'not-an-amount': msg`Enter an amount as digits with a point: 12500.50`,
  'password-too-short': msg`Use at least 15 characters.`,
  'not-an-email': msg`Enter an e-mail address.`,
  'not-plain-text': msg`Remove invisible characters.`,
  'not-a-percentage': msg`Enter a percentage from 0 to 100, with at most two decimals.`,
  'out-of-range': msg`Enter a whole number that makes sense here.`,
  'not-goals': msg`Enter numbers from 1 to 17, apart by commas.`,
  'not-months': msg`Enter whole months, from 1 to 48.`,
  'not-a-share': msg`Enter a share of at most the whole, such as 1 of 2.`,
  'named-twice': msg`Name each position once.`,
  contradiction: msg`What is paid for cannot be deferred or rejected by the same decision.`,
  'not-a-country-code': msg`Choose a country.`,
};

/** What is wrong with a field, from the code that the shared schema or the server gives. */
export function fieldWords(code: string): string {
  const words = WORDS[code];
  return words === undefined ? i18n._(msg`Choose or enter a valid value.`) : i18n._(words);
}
