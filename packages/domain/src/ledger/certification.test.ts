import { describe, expect, test } from 'vitest';
import { certify } from './certification.ts';

const entries = new Map(
  [
    { number: 1, recordedBy: 'anna', certified: false },
    { number: 2, recordedBy: 'anna', certified: true },
    { number: 3, recordedBy: 'ben', certified: false },
  ].map((entry) => [entry.number, entry]),
);

describe('somebody else certifies what one person recorded', () => {
  test('entries that wait, each once', () => {
    expect(certify([1, 3, 1], entries, 'carol')).toEqual({ ok: true, value: [1, 3] });
  });

  test.each([
    ['an own entry among others', [1, 3], 'ben', { kind: 'CertifiedBySelf', number: 3 }],
    ['an own entry that is certified', [2], 'anna', { kind: 'CertifiedBySelf', number: 2 }],
    ['what is certified already', [1, 2], 'carol', { kind: 'AlreadyCertified', number: 2 }],
    ['what does not exist', [1, 9], 'carol', { kind: 'NotFound', subject: 'entry' }],
  ])('refuses all of it for %s', (_what, numbers, person, violation) => {
    expect(certify(numbers, entries, person)).toEqual({ ok: false, violation });
  });
});
