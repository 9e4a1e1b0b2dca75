import { describe, expect, test } from 'vitest';
import { type Action, ACTIONS, CAPABILITIES, may, type Role, ROLES } from './capability.ts';

const allowed = (...roles: Role[]): Action[] => ACTIONS.filter((action) => may(roles, action));
const isRead = (action: Action): boolean => action.endsWith('.read');

describe('duties are divided', () => {
  test('the administrator reads no figures and moves no money', () => {
    expect(allowed('administrator')).toEqual(['first-steps.read', 'people.read', 'people.manage', 'style.view']);
  });

  test('the auditor reads everything and writes nothing', () => {
    expect(allowed('auditor')).toEqual(ACTIONS.filter(isRead));
  });

  test('the certifier reads the figures, certifies and records no money', () => {
    const reads = ACTIONS.filter((action) => isRead(action) && action !== 'people.read');
    expect(allowed('certifier').filter(isRead)).toEqual(reads);
    expect(allowed('certifier').filter((action) => !isRead(action))).toEqual(['entry.certify', 'document.add']);
  });

  test('a contributor reads contributions, their papers and the positions that its money may pay for', () => {
    expect(allowed('contributor')).toEqual(['contributions.read', 'own-positions.read', 'document.read']);
  });

  test('only the chair decides what is allocated', () => {
    expect(ROLES.filter((role) => may([role], 'allocation.decide'))).toEqual(['chair']);
  });

  test('only the secretariat reverses, refunds and moves positions', () => {
    for (const action of ['entry.reverse', 'contributor.refund', 'position.propose', 'position.advance'] as const)
      expect(ROLES.filter((role) => may([role], action))).toEqual(['secretariat']);
  });

  test('only the secretariat sees candidates', () => {
    expect(ROLES.filter((role) => may([role], 'candidate.handle'))).toEqual(['secretariat']);
  });

  test('only the administrator says who may sign in', () => {
    expect(ROLES.filter((role) => may([role], 'people.manage'))).toEqual(['administrator']);
  });
});

test('nobody without a role may do anything', () => {
  expect(allowed()).toEqual([]);
});

test('every role may do something, and every action belongs to somebody', () => {
  for (const role of ROLES) expect(allowed(role)).not.toEqual([]);
  for (const action of ACTIONS) expect(CAPABILITIES[action]).not.toEqual([]);
});

test('two roles may do what either may, and no more', () => {
  for (const one of ROLES) {
    for (const other of ROLES)
      expect(new Set(allowed(one, other))).toEqual(new Set([...allowed(one), ...allowed(other)]));
  }
});
