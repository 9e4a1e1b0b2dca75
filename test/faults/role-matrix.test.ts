import { CAPABILITIES, type Role, ROLES } from '@dcc/domain/people/capability';
import { goodInputs, PROCEDURES, type ProcedureFact } from '@dcc/server/testing/procedures';
import { prepareCommittee } from '@dcc/server/testing/committee';
import { demoIds } from '@dcc/server/testing/real-ids';
import { demoActor, newKey, openTestFund, rowCounts, sessionOf } from '@dcc/server/testing/test-fund';
import { clientHeaders, post, startTestServer } from '@dcc/server/testing/test-server';
import { afterAll, describe, expect, test } from 'vitest';
import { reportFault } from './report.ts';

const PEOPLE = [null, ...ROLES] as const;
let cells = 0;

/** What the one table of capabilities says must happen. */
function expected(procedure: ProcedureFact, role: Role | null): 'UNAUTHORIZED' | 'FORBIDDEN' | 'allowed' {
  const action = procedure.meta?.action;
  if (action === 'public') return 'allowed';
  if (role === null) return 'UNAUTHORIZED';
  if (action === undefined) throw new Error(`${procedure.path} declares no action`);
  if (action === 'signed-in') return 'allowed';
  const allowed: readonly Role[] = CAPABILITIES[action];
  return allowed.includes(role) ? 'allowed' : 'FORBIDDEN';
}

const PUBLIC = ['session.current', 'session.signIn', 'session.signOut'];

test('every procedure declares an action, an input schema and an output schema; three alone are public', () => {
  const undeclared = PROCEDURES.filter(
    ({ meta, inputs, output, type }) =>
      meta === undefined || inputs.length !== 1 || output === undefined || type === 'subscription',
  );
  expect(undeclared.map(({ path }) => path)).toEqual([]);
  expect(PROCEDURES.filter(({ meta }) => meta?.action === 'public').map(({ path }) => path)).toEqual(PUBLIC);
  expect(Object.keys(goodInputs({} as never)).toSorted()).toEqual(PROCEDURES.map(({ path }) => path).toSorted());
});

/** A demonstration fund in which each invented person holds one role alone, served over HTTP. */
async function openServer() {
  const fund = await openTestFund();
  await prepareCommittee(fund);
  await fund.db.write
    .deleteFrom('person_role')
    .where('person_id', '=', 'p-chair')
    .where('role', '=', 'member')
    .execute();
  await fund.as('auditor').savedViews.save({ idempotencyKey: newKey(), name: 'Own', path: '/' });
  return { fund, ids: await demoIds(fund.as('auditor')), server: await startTestServer(fund.shell) };
}

type Opened = Awaited<ReturnType<typeof openServer>>;

async function call({ fund, ids, server }: Opened, path: string, role: Role | null) {
  cells += 1;
  const token = role === null ? undefined : await sessionOf(fund, demoActor(role).personId);
  const input = goodInputs(role === 'contributor' ? { ...ids, contributor: 'c-aurelia' } : ids)[path];
  return { role, ...(await post(server, path, input, clientHeaders(token))) };
}

/** Answers that a rule refuses although the role is right: wrong passwords, terms on record, a contribution of somebody else. */
function refusedByRule(path: string, role: Role | null): number | null {
  if (path === 'session.signIn' || path === 'session.changePassword' || path === 'positions.setTerms') return 400;
  // A view is found by the person who saved it, here the auditor, and by nobody else.
  if ((path === 'savedViews.rename' || path === 'savedViews.remove') && role !== 'auditor') return 404;
  return path === 'contributions.get' && role === 'contributor' ? 404 : null;
}

describe.each(PROCEDURES.map((procedure) => [procedure.path, procedure] as const))('%s', (path, procedure) => {
  const allowed = PEOPLE.filter((role) => expected(procedure, role) === 'allowed');

  test('refuses every role that the table does not name, and changes nothing', async () => {
    const opened = await openServer();
    for (const role of PEOPLE.filter((each) => !allowed.includes(each))) {
      const code = expected(procedure, role);
      const before = await rowCounts(opened.fund.db);
      const answer = await call(opened, path, role);
      expect(answer).toMatchObject({ role, status: code === 'FORBIDDEN' ? 403 : 401 });
      expect(answer.text).toContain(`"code":"${code}"`);
      const after = await rowCounts(opened.fund.db);
      expect({ ...after, session: 0 }).toEqual({ ...before, session: 0 });
    }
  });

  test('answers every role that the table names', async () => {
    let opened = await openServer();
    for (const role of allowed) {
      expect(await call(opened, path, role)).toMatchObject({ role, status: refusedByRule(path, role) ?? 200 });
      if (procedure.type === 'mutation' && role !== allowed.at(-1)) opened = await openServer();
    }
  });
});

afterAll(() => {
  reportFault({
    fault: 'A1',
    tried: `${cells} calls: ${PROCEDURES.length} procedures as 7 roles and as nobody`,
    lost: 'nothing: every cell as the table says',
  });
});
