import { expect, test } from 'vitest';
import { codeOf, openTestFund } from '../../testing/test-fund.ts';

test('a fund that has just begun knows what is on record and names no more', async () => {
  const { steps, agreementId } = await (await openTestFund('real')).as('administrator').firstSteps.get({});
  expect(steps.filter(({ done, step }) => done && step !== 'people').map(({ step }) => step)).toEqual(['contributor']);
  expect(agreementId).toBeNull();
});

test('a fund that is under way has every step behind it', async () => {
  const { steps, missingRoles } = await (await openTestFund()).as('member').firstSteps.get({});
  expect(steps.every(({ done }) => done)).toBe(true);
  expect(missingRoles).toEqual([]);
});

test('a contributor is not told how far the fund has come', async () => {
  expect(await codeOf((await openTestFund()).as('contributor').firstSteps.get({}))).toBe('FORBIDDEN');
});
