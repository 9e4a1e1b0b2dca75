import { certifyEntries as saveCertification, findCertifiable } from '@dcc/db/stores/certification-store';
import { certify } from '@dcc/domain/ledger/certification';
import type { CertifyEntries } from '@dcc/domain/ledger/inputs';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { orRefuse } from '../../use-case/refusal.ts';

/** Somebody stands for entries that others recorded. Read and written in one transaction, so that of two at once one is told. */
export function certifyEntries(context: Context, input: CertifyEntries): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'entry.certify', input, async (tx) => {
    const entries = await findCertifiable(tx, input.entryNumbers);
    const numbers = orRefuse(certify(input.entryNumbers, entries, actor.personId));
    await saveCertification(tx, { at: shell.now().toISOString(), by: actor.personId }, numbers);
    return { id: String(numbers[0]), entryNumber: null, detail: { entries: numbers.join(' ') } };
  });
}
