import { plural, t } from '@lingui/core/macro';
import { countryName } from '@dcc/domain/reference/countries';
import type { Candidate } from '../../api/views.ts';
import { formatDate } from '../../ui/format.ts';
import { degreeWord, languageName } from '../../app/vacancy-words.ts';

type Shortfall = NonNullable<Candidate['person']>['shortfalls'][number];

/** A criterion that is not met, or may not be met by what is known. */
export function shortfallWords(shortfall: Shortfall): string {
  switch (shortfall.criterion) {
    case 'age':
      return ageWords(shortfall);
    case 'degree':
      return shortfall.held === null
        ? t`degree not known; ${degreeWord(shortfall.asked)} asked`
        : t`${degreeWord(shortfall.held)}; ${degreeWord(shortfall.asked)} asked`;
    case 'experience':
      return shortfall.held === null
        ? t`years of work not known; ${shortfall.asked} asked`
        : t`${shortfall.held} of ${shortfall.asked} years of work`;
    case 'nationality':
      return nationalityWords(shortfall);
    case 'language':
      return shortfall.certain
        ? t`does not speak ${languageName(shortfall.missing)}`
        : t`languages not known; ${languageName(shortfall.missing)} asked`;
    case 'one-language':
      return t`speaks none of ${shortfall.oneOf.map(languageName).join(', ')}`;
  }
}

function nationalityWords({
  certain,
  country,
  ruleSet,
  version,
  on,
}: Extract<Shortfall, { criterion: 'nationality' }>) {
  const day = formatDate(on);
  return certain
    ? t`${countryName(country) ?? country} is not eligible by “${ruleSet}”, version ${version}, on ${day}`
    : t`“${ruleSet}”, version ${version}, does not hold on ${day}`;
}

function ageWords({ certain, atMost, from, to }: Extract<Shortfall, { criterion: 'age' }>): string {
  if (from === null || to === null) return t`age not known; at most ${atMost} asked`;
  return certain
    ? t`at least ${from} years old; at most ${atMost} asked`
    : t`${from} or ${to} years old, by the birthday; at most ${atMost} asked`;
}

/** How many criteria are not met, in a few words; nothing where all are. */
export function shortfallCount({ person }: Candidate): string {
  const certain = person?.shortfalls.filter((each) => each.certain).length ?? 0;
  const open = (person?.shortfalls.length ?? 0) - certain;
  const words = [
    certain === 0 ? '' : plural(certain, { one: '# criterion not met', other: '# criteria not met' }),
    open === 0 ? '' : plural(open, { one: '# not certain', other: '# not certain' }),
  ];
  return words.filter((part) => part !== '').join(', ');
}
