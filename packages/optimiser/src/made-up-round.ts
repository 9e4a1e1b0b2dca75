import { addMonths, date } from '@dcc/domain/calendar-date';
import type { Limit, Pool, Problem, Proposal } from './problem.ts';

const BEGIN = date('2027-01-01');
const HOSTS = 12;
const REGIONS = 5;
const GROUPS = 4;
const THEMES = 8;
const STATIONS = 40;

/** Whole numbers that look like chance and are the same for the same seed (a linear congruential generator, modulus 2³¹). */
function dice(seed: number): (least: number, most: number) => number {
  let state = seed;
  return (least, most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return least + Math.floor((state / 0x80000000) * (most - least + 1));
  };
}

/**
 * A round of made-up proposals for two years each, from 135,000 to 175,000 dollars a year, with pools of every kind of earmark (a host, a
 * region, a country group, a theme, the field, a host in a country group, anything) and limits of balance: per host a number and a share
 * of the money, a least number per region, a least share for the field. `percentOfMoney` scales what the pools hold.
 */
export function madeUpRound(seed: number, proposals: number, pools: number, percentOfMoney: number): Problem {
  const roll = dice(seed);
  const stations = Array.from({ length: STATIONS }, () => ({
    region: roll(0, REGIONS - 1),
    group: roll(0, GROUPS - 1),
    field: roll(0, 99) < 65,
    cost: roll(13_500_000, 17_500_000),
  }));
  const earmarks = Array.from({ length: pools }, (_, index) => ({
    id: `pool-${index}`,
    rule: index === 0 ? 6 : index < 4 ? 1 : roll(0, 5),
    host: roll(0, HOSTS - 1),
    region: roll(0, REGIONS - 1),
    group: roll(0, GROUPS - 1),
    theme: roll(0, THEMES - 1),
  }));
  const asked = Array.from({ length: proposals }, (_, index): Proposal => {
    const { region, group, field, cost } = stations[roll(0, STATIONS - 1)] ?? {
      region: 0,
      group: 0,
      field: true,
      cost: 0,
    };
    const [host, theme, month] = [roll(0, HOSTS - 1), roll(0, THEMES - 1), roll(1, 12)];
    const pays = (earmark: (typeof earmarks)[number]) =>
      [
        earmark.host === host,
        earmark.region === region,
        earmark.group === group,
        earmark.theme === theme,
        field,
        earmark.host === host && earmark.group === group,
        true,
      ][earmark.rule] === true;
    return {
      id: `proposal-${index}`,
      score: roll(4000, 9800),
      years: [0, 1].map((year) => ({
        startsOn: addMonths(BEGIN, month + 12 * year),
        cost: (BigInt(cost) * BigInt(100 + 3 * year)) / 100n,
      })),
      payableBy: earmarks.filter(pays).map(({ id }) => id),
      marks: [`host:${host}`, `region:${region}`, `group:${group}`, field ? 'place:field' : 'place:headquarters'],
    };
  });
  const cents = (least: number, most: number) => (BigInt(roll(least, most)) * 100_000n * BigInt(percentOfMoney)) / 100n;
  return {
    proposals: asked,
    pools: earmarks.map(({ id, rule }): Pool => {
      const expected = [1, 2].map(() => ({ on: addMonths(BEGIN, roll(0, 22)), amount: cents(100, 900) }));
      return { id, tightness: 6 - rule, cash: cents(100, 1500), expected };
    }),
    limits: limits(),
    lockedIn: [],
    lockedOut: [],
  };
}

function limits(): Limit[] {
  const limit = (mark: string, of: Limit['of'], least: number | null, most: number | null): Limit => ({
    id: `${mark} ${of}`,
    mark,
    of,
    least,
    most,
  });
  return [
    ...Array.from({ length: HOSTS }, (_, host) => limit(`host:${host}`, 'count', null, 20)),
    ...Array.from({ length: HOSTS }, (_, host) => limit(`host:${host}`, 'percent-of-money', null, 15)),
    ...Array.from({ length: REGIONS }, (_, region) => limit(`region:${region}`, 'count', 4, null)),
    limit('place:field', 'percent-of-money', 60, null),
  ];
}
