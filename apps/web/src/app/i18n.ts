import { i18n } from '@lingui/core';
import { messages } from '../locales/en.po';

/** Loads the words of the program. English is the source; another language is one more catalog. */
export function startWords(): void {
  i18n.loadAndActivate({ locale: 'en', messages });
}
