import { partsOf } from '@dcc/domain/allocations/parts';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { Region } from '@dcc/domain/reference/regions';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { exact, onWire } from '../../api/exact.ts';
import type { AllocatedPosition, Allocation, Money } from '../../api/views.ts';
import { listFigure } from '../../ui/common-figures.ts';
import type { MadeFigure } from '../../ui/made-figure.tsx';
import type { Dimension } from './allocation-search.ts';
import { goalWord } from './goal-words.ts';

/** What the positions of one part have in common, by name; nothing where it is not on record. */
export type NamedPart = {
  readonly key: string;
  readonly name: string;
  /** The name without what explains it, for titles. */
  readonly short: string;
  /** In a sentence: what the money goes to. */
  readonly phrase: string;
  readonly known: boolean;
  /** How many values its positions have at once. */
  readonly values: number;
  readonly amount: Money;
  readonly positions: readonly AllocatedPosition[];
};

const REGION: Record<Region, MessageDescriptor> = {
  africa: msg`Africa`,
  americas: msg`Americas`,
  asia: msg`Asia`,
  europe: msg`Europe`,
  oceania: msg`Oceania`,
};

function valuesOf(position: AllocatedPosition, by: Dimension): readonly string[] {
  if (by === 'host') return [position.organization.id];
  if (by === 'region') return position.region === null ? [] : [position.region];
  return { group: position.groups, goal: position.goals, theme: position.themes }[by];
}

function unknownWord(by: Dimension): string {
  if (by === 'group') return t`No country group`;
  if (by === 'goal') return t`No goal named`;
  return by === 'theme' ? t`No theme named` : t`No region`;
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

function nameOf(values: readonly string[], by: Dimension, hosts: ReadonlyMap<string, string>): string {
  if (values.length === 0) return unknownWord(by);
  if (by === 'host') return LIST.format(values.map((id) => hosts.get(id) ?? id));
  if (by === 'region') return LIST.format(values.map((value) => i18n._(REGION[value as Region])));
  if (by !== 'goal') return LIST.format(values);
  const [first = '', ...others] = values.toSorted((left, right) => Number(left) - Number(right));
  const all = LIST.format([first, ...others]);
  return others.length === 0 ? t`Goal ${first}, ${goalWord(first)}` : t`Goals ${all}`;
}

function phraseOf(name: string, by: Dimension): string {
  if (by === 'host') return name;
  if (by === 'region') return t`posts in ${name}`;
  if (by === 'group') return t`posts in countries of ${name}`;
  return by === 'theme' ? t`posts for ${name}` : t`posts for ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** The allocated money by what it goes to, largest part first, what is not on record last. */
export function namedParts({ positions }: Allocation, by: Dimension): NamedPart[] {
  const hosts = new Map(positions.map(({ organization }) => [organization.id, organization.shortName]));
  const valued = positions.map((position) => ({
    amount: exact(position.amount.amount),
    values: valuesOf(position, by),
    position,
  }));
  return partsOf(valued, BOOK_CURRENCY).map(({ values, amount, of }) => {
    const name = nameOf(values, by, hosts);
    return {
      key: values.length === 0 ? 'none' : values.join('+'),
      name,
      short: by === 'goal' ? (name.split(',')[0] ?? name) : name,
      phrase: phraseOf(name, by),
      known: values.length > 0,
      values: values.length,
      amount: onWire(amount),
      positions: of.map(({ position }) => position),
    };
  });
}

/** The money of some positions: what it is the sum of. */
export function allocatedFigure(sum: Money, positions: readonly AllocatedPosition[]): MadeFigure {
  return listFigure(
    {
      name: t`Allocated`,
      meaning: t`What decisions reserved for these positions, less what was released.`,
      basis: t`allocated`,
    },
    sum,
    positions.map(({ id, title, amount }) => ({
      key: id,
      words: title,
      money: amount.amount,
      entries: amount.entries,
      page: { to: '/positions/$id', id },
    })),
  );
}
