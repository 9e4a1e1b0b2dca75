import { describe, expect, test } from 'vitest';
import type { Role } from './capability.ts';
import { missingRoles } from './first-steps.ts';

const person = (id: string, roles: readonly Role[], disabled = false) => ({ id, roles, disabled });

describe('the first steps need somebody who records, somebody who decides, and somebody else who certifies', () => {
  test.each<[string, Parameters<typeof missingRoles>[0], Role[]]>([
    ['nobody is there', [], ['secretariat', 'chair', 'certifier']],
    ['the administrator alone', [person('a', ['administrator'])], ['secretariat', 'chair', 'certifier']],
    ['all of them', [person('a', ['secretariat', 'chair']), person('b', ['certifier'])], []],
    ['one person certifies only own recordings', [person('a', ['secretariat', 'chair', 'certifier'])], ['certifier']],
    ['two who do both', [person('a', ['secretariat', 'certifier']), person('b', ['secretariat', 'chair'])], []],
    ['a certifier without anybody who records', [person('b', ['certifier', 'chair'])], ['secretariat']],
    ['a closed account', [person('a', ['secretariat', 'chair']), person('b', ['certifier'], true)], ['certifier']],
  ])('%s', (_, people, missing) => {
    expect(missingRoles(people)).toEqual(missing);
  });
});
