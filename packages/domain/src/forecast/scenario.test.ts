import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '../calendar-date.ts';
import { always, currency, usd } from '../laws.arbitrary.ts';
import { dueOf, type Facts } from './facts.ts';
import { anyFacts, anyScenario, smallFund, supposed } from './forecast.arbitrary.ts';
import { project } from './project.ts';
import { AS_RECORDED, parseScenario, scenarioText, supposing } from './scenario.ts';

const owedIn = ({ positions }: Facts): bigint =>
  positions.flatMap(({ years }) => years.map(dueOf)).reduce((sum, due) => sum + due, 0n);

describe('a scenario', () => {
  it('that supposes nothing changes nothing', () => {
    always(
      fc.property(anyFacts, (facts) => {
        expect(supposing(facts, AS_RECORDED)).toEqual(facts);
        expect(project(supposing(facts, AS_RECORDED))).toEqual(project(facts));
      }),
    );
  });

  it('lets no obligation vanish: without cheaper costs, as much is owed as before or more', () => {
    always(
      fc.property(anyFacts, anyScenario, (facts, scenario) => {
        const dear = { ...scenario, costs: Math.max(0, scenario.costs) };
        expect(owedIn(supposing(facts, dear)) >= owedIn(facts)).toBe(true);
        expect(
          supposing(facts, scenario)
            .positions.slice(0, facts.positions.length)
            .map(({ id }) => id),
        ).toEqual(facts.positions.map(({ id }) => id));
      }),
    );
  });

  it('never changes what was paid, what is reserved or what is there', () => {
    always(
      fc.property(anyFacts, anyScenario, (facts, scenario) => {
        const found = supposing(facts, scenario);
        expect([found.pools, found.reserve, found.asOf]).toEqual([facts.pools, facts.reserve, facts.asOf]);
        const fixed = ({ positions }: Facts) =>
          positions.map(({ years }) => years.map(({ allocated, sent, startsOn }) => ({ allocated, sent, startsOn })));
        expect(fixed(found).slice(0, facts.positions.length)).toEqual(fixed(facts));
      }),
      0.3,
    );
  });

  it('is a text of an address and back again', () => {
    always(
      fc.property(anyScenario, (scenario) => {
        const text = scenarioText(scenario);
        expect(text).toMatch(/^[0-9a-zA-Z._-]{0,200}$/u);
        expect(parseScenario(text)).toEqual(scenario);
      }),
    );
  });

  it('is nothing else: any other text is none', () => {
    always(
      fc.property(fc.string(), (text) => {
        const read = parseScenario(text);
        expect(read === null || scenarioText(read) === text).toBe(true);
      }),
    );
    const none = [
      'costs',
      'costs.0',
      'costs.05',
      'costs.101',
      'costs.5.5',
      'costs.5_costs.6',
      'dollar.-51',
      'dollar.x',
      'pledges.61',
      'pledges.',
      'slip.0',
      'slip.6.c/1',
      'slip.6.c.1',
      'leaves',
      'leaves.',
      'leaves.c.1',
      'posts.0.1',
      'posts.1',
      'posts.51.1',
      'nothing.1',
      'costs.5_dollar.3',
      '_',
    ];
    expect(none.map(parseScenario)).toEqual(none.map(() => null));
  });
});

describe('one thing supposed', () => {
  const signed = {
    kind: 'instalment',
    contributorId: 'c-1',
    poolId: 'common',
    dueOn: date('2027-02-28'),
    currency: currency('CHF'),
    value: 110_00n,
  } as const;
  const overdue = { ...signed, contributorId: 'c-2', dueOn: date('2026-05-01'), currency: usd(0).currency };
  const pledge = { ...signed, kind: 'pledge', dueOn: null } as const;
  const fund = smallFund({ receipts: [signed, overdue, pledge] });
  const days = (change: Parameters<typeof supposed>[0]) =>
    supposing(fund, supposed(change)).receipts.map(({ dueOn }) => dueOn);

  it('pledges and overdue instalments come after so many months', () => {
    expect(days({})).toEqual(['2027-02-28', '2026-05-01', null]);
    expect(days({ pledges: 0 })).toEqual(['2027-02-28', '2026-05-01', '2026-11-22']);
    expect(days({ overdue: 3 })).toEqual(['2027-02-28', '2027-02-22', null]);
  });

  it('what is expected slips, of one contributor or of all; what is late already does not come by slipping', () => {
    const all = { months: 6, contributorId: null };
    expect(days({ slip: all })).toEqual(['2027-08-28', '2026-05-01', null]);
    expect(days({ slip: all, overdue: 3, pledges: 12 })).toEqual(['2027-08-28', '2027-08-22', '2028-05-22']);
    expect(days({ slip: { ...all, contributorId: 'c-2' }, overdue: 3 })).toEqual(['2027-02-28', '2027-08-22', null]);
  });

  it('a contributor that leaves pays nothing more', () => {
    expect(supposing(fund, supposed({ leaves: 'c-1' })).receipts).toEqual([overdue]);
  });

  it('a dearer dollar makes less of other currencies, and leaves dollars as they are', () => {
    const values = (dollar: number) => supposing(fund, supposed({ dollar })).receipts.map(({ value }) => value);
    expect(values(10)).toEqual([100_00n, 110_00n, 100_00n]);
    expect(values(-50)).toEqual([220_00n, 110_00n, 220_00n]);
  });

  it('costs rise of what is still to be paid, and not of what was sent', () => {
    const part = { startsOn: date('2026-12-01'), cost: 100_00n, allocated: 100_00n, sent: 40_00n };
    const facts = smallFund({ positions: [{ id: 'p-1', paidFrom: [], years: [part] }] });
    const costs = (percent: number) =>
      supposing(facts, supposed({ costs: percent })).positions[0]?.years.map(({ cost }) => cost);
    expect([costs(10), costs(-50)]).toEqual([[106_00n], [70_00n]]);
  });

  it('more positions cost what a year usually costs, for two years; where nobody knows, there are none', () => {
    const posts = { count: 2, months: 6 };
    const { positions } = supposing(fund, supposed({ posts, costs: 10 }));
    expect(positions.slice(1)).toEqual(
      ['more-1', 'more-2'].map((id) => ({
        id,
        paidFrom: [],
        years: ['2027-05-22', '2028-05-22'].map((startsOn) => ({ startsOn, cost: 110_00n, allocated: 0n, sent: 0n })),
      })),
    );
    expect(supposing(smallFund({ positions: [] }), supposed({ posts })).positions).toEqual([]);
  });
});
