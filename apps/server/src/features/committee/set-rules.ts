import { listRules, saveRules } from '@dcc/db/stores/committee-store';
import { setRules as setRulesRule } from '@dcc/domain/committee/rules';
import type { SetRules } from '@dcc/domain/committee/inputs';
import type { Recorded } from '../../use-case/command.ts';
import { stampOf } from '../../use-case/committee-table.ts';
import type { Context } from '../../use-case/context.ts';
import { orRefuse } from '../../use-case/refusal.ts';
import { committeeCommand } from '../../use-case/settle-consented.ts';

/** Sets quorum, majority and the time to object, from a day on. */
export function setRules(context: Context, input: SetRules): Promise<Recorded> {
  return committeeCommand(context, 'committee-rules.set', input, async (tx) => {
    const effectiveOn = orRefuse(setRulesRule(await listRules(tx), input.effectiveOn));
    const { quorum, majority, majorityOf, windowDays, source } = input;
    const rules = { effectiveOn, quorum, majority, majorityOf, windowDays, source };
    const number = await saveRules(tx, rules, stampOf(context));
    return { id: String(number), entryNumber: null, detail: { from: effectiveOn, source } };
  });
}
