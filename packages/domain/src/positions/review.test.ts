import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { checkRetention, RETENTION_MONTHS, recordRetentionInput, retentionDueOn } from './retention.ts';
import { checkFinding, endsEarly, recordFindingInput } from './review.ts';
import { emptyFields, NO_TERMS, recordTermsInput, tagsOf, TERMS_FIELDS } from './terms.ts';

const idempotencyKey = '0198c0de-0000-7000-8000-000000000000';

describe('a finding of an extension review', () => {
  test('is about the year that would follow, while somebody is in post', () => {
    const accepted = { ok: true, value: null };
    expect(checkFinding({ state: 'in-post-year-1', yearInPost: 1 }, { kind: 'priority', year: 2 })).toEqual(accepted);
    expect(checkFinding({ state: 'extension-review', yearInPost: 2 }, { kind: 'cost-share', year: 3 })).toEqual(
      accepted,
    );
    const refused = { violation: { kind: 'ReviewNotDue' } };
    expect(checkFinding({ state: 'in-post-year-1', yearInPost: 1 }, { kind: 'priority', year: 3 })).toMatchObject(
      refused,
    );
    expect(checkFinding({ state: 'offered', yearInPost: 0 }, { kind: 'priority', year: 2 })).toMatchObject(refused);
    expect(checkFinding({ state: 'separated', yearInPost: 1 }, { kind: 'priority', year: 2 })).toMatchObject(refused);
  });

  test('is never the share of the host in year two', () => {
    expect(checkFinding({ state: 'in-post-year-1', yearInPost: 1 }, { kind: 'cost-share', year: 2 })).toEqual({
      ok: false,
      violation: { kind: 'YearNotShared', year: 2 },
    });
  });

  test('names its paper, and the contributor where it is an agreement', () => {
    const amounts = { contributorId: null, hostAmount: '', fundAmount: '' };
    const paper = { on: '2026-01-01', reference: 'Letter' };
    const finding = { idempotencyKey, positionId: 'p', year: 2, outcome: 'for', ...paper, ...amounts };
    expect(recordFindingInput.safeParse({ ...finding, kind: 'evaluation' }).success).toBe(true);
    expect(recordFindingInput.safeParse({ ...finding, kind: 'evaluation', reference: '' }).success).toBe(false);
    expect(recordFindingInput.safeParse({ ...finding, kind: 'agreement' }).success).toBe(false);
    expect(recordFindingInput.safeParse({ ...finding, kind: 'agreement', contributorId: 'c' }).success).toBe(true);
    expect(recordFindingInput.safeParse({ ...finding, kind: 'priority', contributorId: 'c' }).success).toBe(false);
  });
});

describe('a separation', () => {
  const years = [
    { year: 1, endsOn: date('2026-12-31') },
    { year: 2, endsOn: date('2027-12-31') },
  ];
  test('is early before the last day of the contract year that somebody is in', () => {
    expect(endsEarly(years, 1, date('2026-12-30'))).toBe(true);
    expect(endsEarly(years, 1, date('2026-12-31'))).toBe(false);
    expect(endsEarly(years, 2, date('2026-12-31'))).toBe(true);
    expect(endsEarly([], 1, date('2026-12-31'))).toBe(false);
  });
});

describe('retention', () => {
  const since = date('2024-08-31');
  test('is said at 0, 6, 12 and 24 months after separation', () => {
    expect(RETENTION_MONTHS.map((months) => retentionDueOn(since, months))).toEqual([
      '2024-08-31',
      '2025-02-28',
      '2025-08-31',
      '2026-08-31',
    ]);
    const input = { idempotencyKey, positionId: 'p', months: 6, outcome: 'elsewhere', on: '2025-03-01' };
    expect(recordRetentionInput.safeParse(input).success).toBe(true);
    expect(recordRetentionInput.safeParse({ ...input, months: 7 }).success).toBe(false);
  });

  test('is said of a position that is over, and not before its time', () => {
    const on = date('2025-02-28');
    expect(checkRetention({ state: 'separated', since }, { months: 6, on })).toEqual({ ok: true, value: null });
    expect(checkRetention({ state: 'separated', since }, { months: 12, on })).toEqual({
      ok: false,
      violation: { kind: 'RetentionNotDue', months: 12, dueOn: '2025-08-31' },
    });
    expect(checkRetention({ state: 'in-post-year-2', since }, { months: 0, on })).toMatchObject({
      violation: { kind: 'NotSeparated' },
    });
  });
});

describe('terms of reference', () => {
  test('name the fields that are empty, in the order of the template', () => {
    expect(emptyFields(NO_TERMS)).toEqual(TERMS_FIELDS);
    expect(emptyFields({ ...NO_TERMS, code: 'A-1', sector: '  ' })).toEqual(TERMS_FIELDS.slice(1));
  });

  test('may be written in part, with a duration of one to forty-eight months', () => {
    const draft = { idempotencyKey, positionId: 'p', version: 0, ...NO_TERMS };
    expect(recordTermsInput.safeParse(draft).success).toBe(true);
    for (const duration of ['1', '24', '48'])
      expect(recordTermsInput.safeParse({ ...draft, duration }).success).toBe(true);
    for (const duration of ['0', '49', '2 years'])
      expect(recordTermsInput.safeParse({ ...draft, duration }).success).toBe(false);
  });

  test('name goals by number, from 1 to 17, and themes by name, each once', () => {
    const draft = { idempotencyKey, positionId: 'p', version: 0, ...NO_TERMS };
    for (const goals of ['', '1', '17', '5,13', '5, 13 , 17'])
      expect(recordTermsInput.safeParse({ ...draft, goals }).success).toBe(true);
    for (const goals of ['0', '18', 'SDG 5', '5 13', '5,'])
      expect(recordTermsInput.safeParse({ ...draft, goals }).success).toBe(false);
    expect(tagsOf('13, 5 ,13')).toEqual(['13', '5']);
    expect(tagsOf(' Climate ,, Women in science')).toEqual(['Climate', 'Women in science']);
    expect(tagsOf('')).toEqual([]);
  });
});
