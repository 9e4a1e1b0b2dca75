import { beforeAll, describe, expect, it } from 'vitest';
import type { Position, PositionList, PositionRow } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { givenTo, suggestedLines } from './allocation-lines.ts';
import { positionSentence, positionsSentence } from './position-sentences.ts';
import { yearLook, yearSentence } from '../../ui/year-look.ts';

beforeAll(startWords);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

type Year = PositionRow['years'][number];

function year(number: number, short: string, state: Year['state'] = short === '0.00' ? 'allocated' : 'unfunded'): Year {
  return {
    number,
    startsOn: `${2026 + number}-02-01`,
    endsOn: `${2027 + number}-01-31`,
    cost: usd('140000.00'),
    allocated: usd('0.00'),
    transferred: usd('0.00'),
    short: usd(short),
    state,
  };
}

function position(change: Partial<PositionRow>): PositionRow {
  return {
    id: 'x-1',
    number: 5,
    title: 'Youth participation officer',
    organization: { id: 'o-1', name: 'Fair Work Bureau', shortName: 'Fair Work' },
    dutyStation: { id: 's-1', name: 'Lima', countryCode: 'PE' },
    state: 'in-post-year-1',
    phase: 'in-post',
    startsOn: '2027-02-01',
    endsOn: '2029-01-31',
    years: [],
    cost: usd('280000.00'),
    allocated: usd('0.00'),
    ...change,
  };
}

describe('the sentence of one position', () => {
  const say = (
    row: PositionRow,
    takesAllocation = true,
    asOf = '2026-11-22',
    separation: Parameters<typeof positionSentence>[0]['separation'] = null,
  ) => plain(positionSentence({ row, takesAllocation, asOf, separation }));

  it('names the first year that lacks money', () => {
    expect(say(position({ years: [year(1, '0.00'), year(2, '74000.00')] }))).toBe(
      'Year two begins on 1 Feb 2028 and lacks US$ 74,000',
    );
    expect(say(position({ years: [year(1, '10.00')] }), true, '2027-03-01')).toBe(
      'Year one began on 1 Feb 2027 and lacks US$ 10',
    );
  });

  it('says that all is paid for, and that nobody knows the cost', () => {
    expect(say(position({ years: [year(1, '0.00')] }))).toBe('Every year of this post is paid for');
    expect(say(position({ years: [], cost: usd('0.00') }))).toBe('This post is approved; its cost is not known yet');
  });

  it('asks for a decision only where one can be taken', () => {
    const proposal = { phase: 'proposed', years: [year(1, '140000.00')] } as const;
    expect(say(position({ ...proposal, state: 'scored', years: [...proposal.years] }))).toBe(
      'US$ 280,000 for this post in Lima waits for a decision',
    );
    expect(say(position({ ...proposal, state: 'submitted', years: [...proposal.years] }), false)).toBe(
      'Fair Work proposes this post in Lima for US$ 280,000',
    );
  });

  it('says how it ended', () => {
    expect(say(position({ phase: 'completed', state: 'separated' }))).toBe('This post was completed on 31 Jan 2029');
    expect(
      say(position({ phase: 'completed', state: 'separated' }), false, '2026-11-22', {
        on: '2026-11-20',
        early: '2029-01-31',
        retention: [],
      }),
    ).toBe('This post ended early, on 20 Nov 2026');
    expect(say(position({ phase: 'not-approved', state: 'deferred' }))).toBe(
      'The committee put this post off; it may still be paid for',
    );
  });
});

describe('the sentence of all positions', () => {
  const totals = { cost: usd('840000.00'), allocated: usd('1500000.00') };
  const byPhase: PositionList['byPhase'] = [
    { phase: 'proposed', count: 1 },
    { phase: 'in-post', count: 2 },
  ];
  const rows = [
    position({ years: [year(2, '70000.00')] }),
    position({ id: 'x-2', years: [year(1, '0.00')] }),
    position({ id: 'x-3', phase: 'proposed', state: 'scored', years: [year(1, '9.00')] }),
  ];

  it('says how many are sponsored and what they lack', () => {
    expect(plain(positionsSentence({ rows, rowCount: 3, byPhase, totals }, false))).toBe(
      '2 positions are sponsored; 1 of them lacks US$ 70,000',
    );
  });

  it('does not guess what other pages or other positions lack', () => {
    expect(positionsSentence({ rows, rowCount: 60, byPhase, totals }, false)).toBe('2 positions are sponsored');
    expect(plain(positionsSentence({ rows, rowCount: 2, byPhase, totals }, true))).toBe(
      '2 positions of 3, with US$ 1.50 million of US$ 840,000 allocated',
    );
  });

  it('says that nothing is approved, proposed or found', () => {
    expect(positionsSentence({ rows, rowCount: 3, byPhase: [{ phase: 'proposed', count: 2 }], totals }, false)).toBe(
      '2 positions are proposed; none is approved yet',
    );
    expect(positionsSentence({ rows: [], rowCount: 0, byPhase: [], totals }, false)).toBe(
      'No position is proposed yet',
    );
    expect(positionsSentence({ rows: [], rowCount: 0, byPhase, totals }, true)).toBe('No position is like this');
  });
});

describe('a contract year', () => {
  it('lacks money only when it was promised', () => {
    expect(yearLook(year(2, '140000.00'), 'in-post')).toBe('unfunded');
    expect(yearLook(year(2, '140000.00'), 'proposed')).toBe('proposed');
    expect(yearLook(year(2, '140000.00'), 'completed')).toBe('ended');
    expect(yearLook({ ...year(1, '0.00'), cost: usd('0.00') }, 'in-recruitment')).toBe('unknown');
  });

  it('is told in words', () => {
    expect(plain(yearSentence(year(2, '70000.00', 'part-allocated'), 'in-post'))).toBe(
      'Year 2: US$ 70,000 of US$ 140,000 is missing',
    );
    expect(plain(yearSentence(year(1, '0.00', 'transferred'), 'in-post'))).toBe(
      'Year 1: US$ 140,000, sent to the host',
    );
  });
});

describe('the lines a decision begins with', () => {
  const pool = (
    id: string,
    earmarking: Position['pools'][number]['pool']['earmarking'],
    available: string,
  ): Position['pools'][number] => ({
    pool: { id, name: id, earmarking },
    description: '',
    cash: usd(available),
    allocated: usd('0.00'),
    available: usd(available),
  });

  it('fill in unearmarked money while it lasts, and never earmarked money', () => {
    const row = position({ years: [year(1, '0.00'), year(2, '60000.00'), year(3, '60000.00')] });
    const lines = suggestedLines({
      row,
      available: usd('0.00'),
      pools: [pool('islands', 'earmarked', '900000.00'), pool('free', 'unearmarked', '100000.00')],
    });
    expect(lines).toEqual([
      { positionId: 'x-1', year: 2, poolId: 'free', amount: '60000.00' },
      { positionId: 'x-1', year: 3, poolId: '', amount: '60000.00' },
    ]);
  });

  it('add up by year', () => {
    const lines = [
      { positionId: 'x-1', year: 2, poolId: 'a', amount: '0.10' },
      { positionId: 'x-1', year: 2, poolId: 'b', amount: '0.20' },
      { positionId: 'x-1', year: 3, poolId: 'a', amount: '5' },
    ];
    expect(givenTo(lines, 2)).toEqual(usd('0.30'));
  });
});
