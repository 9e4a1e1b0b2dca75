import { poolExists } from '@dcc/db/stores/contribution-store';
import {
  earmarkRules,
  eligibilitySets,
  memberships,
  saveEarmark,
  saveEligibilitySet,
} from '@dcc/db/stores/criteria-store';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import type { Tx } from '@dcc/db/with-transaction';
import { checkCodes } from '@dcc/domain/rounds/eligibility';
import type { SetEarmark, SetEligibility } from '@dcc/domain/rounds/inputs';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

function stampOf({ shell, actor }: Context) {
  return { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
}

async function knownGroups(tx: Tx): Promise<Set<string>> {
  return new Set((await memberships(tx)).map(({ group }) => group));
}

/** Records a version of a named rule set. The versions before stay, with the days for which they hold. */
export function setEligibility(context: Context, input: SetEligibility): Promise<Recorded> {
  return command(context, 'eligibility.set', input, async (tx) => {
    const { name, validFrom, validTo, source } = input;
    const unique = (codes: readonly string[]) => [...new Set(codes)].toSorted();
    const [groups, countries, excluded] = [unique(input.groups), unique(input.countries), unique(input.excluded)];
    orRefuse(checkCodes({ groups, countries: [...countries, ...excluded] }, await knownGroups(tx)));
    if (validTo !== null && validTo < validFrom)
      throw new Refusal({ kind: 'RuleSetNotInForce', ruleSet: name, on: validFrom });
    const version = 1 + (await eligibilitySets(tx)).filter((set) => set.name === name).length;
    const id = context.shell.newId();
    const set = { id, name, version, validFrom, validTo, source, groups, countries, excluded };
    await saveEligibilitySet(tx, set, stampOf(context));
    return { id, entryNumber: null, detail: { name, version: String(version) } };
  });
}

/** Records what a pool may pay for from now on. */
export function setEarmark(context: Context, input: SetEarmark): Promise<Recorded> {
  return command(context, 'earmark.set', input, async (tx) => {
    const { poolId, rules } = input;
    if (!(await poolExists(tx, poolId))) throw new Refusal({ kind: 'NotFound', subject: 'pool' });
    const values = (kind: string) => rules.filter((rule) => rule.kind === kind).map(({ value }) => value);
    orRefuse(checkCodes({ groups: values('group'), countries: values('country') }, await knownGroups(tx)));
    const hosts = new Set((await listOrganizations(tx)).map(({ id }) => id));
    if (values('host').some((host) => !hosts.has(host)))
      throw new Refusal({ kind: 'NotFound', subject: 'organization' });
    const version = 1 + ((await earmarkRules(tx)).get(poolId)?.version ?? 0);
    await saveEarmark(tx, { poolId, version, rules }, stampOf(context));
    return { id: poolId, entryNumber: null, detail: { version: String(version) } };
  });
}
