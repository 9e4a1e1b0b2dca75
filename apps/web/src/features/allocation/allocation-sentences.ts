import { plural, t } from '@lingui/core/macro';
import type { Allocation } from '../../api/views.ts';
import { capital, inWords, total, wholePercent } from '../../ui/share-words.ts';
import type { Dimension } from './allocation-search.ts';
import type { NamedPart } from './parts.ts';

// Every sentence is a rule over the parts of the allocated money.

/** What the page says today: where most of the money goes. */
export function headline({ total: { amount: whole } }: Allocation, parts: readonly NamedPart[]): string {
  const [first, ...others] = parts;
  if (first === undefined) return t`No money has been allocated to a position yet.`;
  if (!first.known) return t`Nothing on record says what the allocated money goes to here.`;
  const { phrase } = first;
  if (others.length === 0) return t`All allocated money goes to ${phrase}.`;
  const share = wholePercent(first.amount, whole) ?? '';
  return capital(t`${share} of the allocated money goes to ${phrase}.`);
}

/** Title of the areas: how many parts there are, and whether some money is in none. */
export function areasTitle({ total: { amount: whole } }: Allocation, parts: readonly NamedPart[]): string {
  const known = parts.filter((part) => part.known);
  const unknown = parts.find((part) => !part.known);
  const count = capital(inWords(known.length));
  const shared = plural(known.length, {
    0: 'The money is in no part on record',
    one: 'One part has the money',
    other: `${count} parts share the money`,
  });
  if (unknown === undefined) return shared;
  const share = wholePercent(unknown.amount, whole) ?? '';
  return t`${shared}; of ${share} nothing is on record`;
}

/** Title of the bars: what the largest receive together. */
export function ranksTitle({ total: { amount: whole } }: Allocation, parts: readonly NamedPart[]): string {
  const [first, second, third] = parts.filter((part) => part.known);
  if (first === undefined) return t`Nothing to rank yet`;
  if (second === undefined || third === undefined) {
    const share = wholePercent(first.amount, whole) ?? '';
    return t`${first.short}: ${share} of the allocated money`;
  }
  const share = wholePercent(total([first.amount, second.amount]), whole) ?? '';
  return t`${first.short} and ${second.short} together receive ${share}`;
}

const SOURCE: Record<Dimension, () => string> = {
  host: () => t`By the organization that employs the officer.`,
  region: () =>
    t`By the region of the duty station’s country, as the United Nations group countries for statistics (M49).`,
  group: () => t`By the groups to which the duty station’s country belongs on the day.`,
  goal: () => t`By the goals that the terms of reference name.`,
  theme: () =>
    t`By the themes that the terms of reference name, else the theme under which the post was last put to a round.`,
};

/** Where the division comes from, what is several things at once, and what is not on record. */
export function divisionNote(by: Dimension, parts: readonly NamedPart[]): string {
  const several = parts.filter(({ values }) => values > 1).flatMap(({ positions }) => positions).length;
  const unknown = parts.find((part) => !part.known)?.positions.length ?? 0;
  const words = [SOURCE[by]()];
  if (several > 0)
    words.push(
      plural(several, {
        one: '# position names several of these: each combination is a part of its own, so nothing is counted twice.',
        other: '# positions name several of these: each combination is a part of its own, so nothing is counted twice.',
      }),
    );
  if (unknown > 0)
    words.push(
      plural(unknown, {
        one: 'For # position none is on record: its money is a part of its own.',
        other: 'For # positions none is on record: their money is a part of its own.',
      }),
    );
  return words.join(' ');
}
