import type { CalendarDate } from '@dcc/domain/calendar-date';
import { statementAt, statementFigures } from '../../read-models/statement.ts';
import { assertMay } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';

/** The statement of source and use of funds, today or as of an earlier date. */
export async function getStatement(context: Context, input: { readonly asOf?: CalendarDate | undefined }) {
  assertMay(context, 'statement.read');
  const now = today(context.shell);
  const asOf = input.asOf ?? now;
  return statementFigures(await statementAt(context.shell.db.read, { asOf, knownOn: null }), asOf, now);
}
