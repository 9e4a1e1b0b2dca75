import { saveRetentionAverage } from '@dcc/db/stores/performance-reads';
import type { SetRetentionAverage } from '@dcc/domain/performance/inputs';
import { command, type Recorded } from '../../use-case/command.ts';
import { stampOf } from '../../use-case/committee-table.ts';
import type { Context } from '../../use-case/context.ts';

/** Says from a day on what the retention of the whole programme is, with its source; earlier days stay as they were. */
export function setRetentionAverage(context: Context, input: SetRetentionAverage): Promise<Recorded> {
  return command(context, 'retention-average.set', input, async (tx) => {
    const { idempotencyKey: _key, ...average } = input;
    await saveRetentionAverage(tx, average, stampOf(context));
    const { months, effectiveOn, percent, source } = average;
    return {
      id: 'retention-average',
      entryNumber: null,
      detail: { months: String(months), from: effectiveOn, percent, source },
    };
  });
}
