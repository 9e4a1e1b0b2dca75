import { decisionReferenceTaken, saveDecision } from '@dcc/db/stores/position-store';
import { financialYears, saveYearEvent } from '@dcc/db/stores/year-store';
import type { Reader } from '@dcc/db/open-database';
import type { CloseYear, ReopenYear } from '@dcc/domain/years/inputs';
import { closeYear as closeYearRule, reopenYear as reopenYearRule } from '@dcc/domain/years/year';
import { command, type Recorded } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';

/** The years as they stand inside a transaction: what is decided on them is still true when it is written. */
function yearsNow(context: Context, db: Reader) {
  return financialYears(db, { asOf: today(context.shell), knownOn: null });
}

const stampOf = ({ shell, actor }: Context) => ({
  recordedAt: shell.now().toISOString(),
  recordedBy: actor.personId,
});

/** Closes a financial year: nothing takes effect in it any more. */
export function closeYear(context: Context, input: CloseYear): Promise<Recorded> {
  return command(context, 'year.close', input, async (tx) => {
    orRefuse(closeYearRule(await yearsNow(context, tx), input.year, today(context.shell)));
    await saveYearEvent(tx, {
      year: input.year,
      state: 'closed',
      reason: input.note,
      decisionId: null,
      ...stampOf(context),
    });
    return { id: String(input.year), entryNumber: null };
  });
}

/** Opens a closed year again. The committee's decision is recorded with it, or neither is. */
export function reopenYear(context: Context, input: ReopenYear): Promise<Recorded> {
  return command(context, 'year.reopen', input, async (tx) => {
    refuseFuture(context, input.decidedOn);
    orRefuse(reopenYearRule(await yearsNow(context, tx), input.year));
    const { reference, title, decidedOn, text } = input;
    if (await decisionReferenceTaken(tx, reference)) throw new Refusal({ kind: 'ReferenceTaken', reference });
    const id = context.shell.newId();
    const stamp = stampOf(context);
    await saveDecision(tx, { id, reference, title, decidedOn, text, ...stamp, lines: [] });
    await saveYearEvent(tx, { year: input.year, state: 'open', reason: text, decisionId: id, ...stamp });
    return { id: String(input.year), entryNumber: null, detail: { decision: reference } };
  });
}
