import { i18n } from '@lingui/core';

/** Starts the words of the program. Each page brings its own in English, the source; another language would be a catalog loaded here. */
export function startWords(): void {
  i18n.loadAndActivate({ locale: 'en', messages: {} });
}
