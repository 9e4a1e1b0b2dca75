import { findPosition } from '@dcc/db/stores/position-store';
import { saveTermsVersion, termsVersions } from '@dcc/db/stores/terms-store';
import { emptyFields, type RecordTerms } from '@dcc/domain/positions/terms';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';
import { standpointOf } from '../../use-case/standpoint.ts';

/** Writes a new version of the terms of reference. Once they were submitted no field is emptied again. */
export function recordTerms(context: Context, input: RecordTerms): Promise<Recorded> {
  const { shell, actor } = context;
  return command(context, 'terms.record', input, async (tx) => {
    const { idempotencyKey: _key, positionId, version, ...terms } = input;
    const position = await findPosition(tx, positionId);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    const last = (await termsVersions(tx, standpointOf(shell, {}), positionId)).at(-1)?.number ?? 0;
    if (last !== version) throw new Refusal({ kind: 'TermsChanged', version: last });
    const fields = emptyFields(terms);
    if (position.state !== 'draft' && fields.length > 0)
      throw new Refusal({ kind: 'TermsIncomplete', state: position.state, fields });
    const stamp = { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
    await saveTermsVersion(tx, positionId, last + 1, terms, stamp);
    return { id: positionId, entryNumber: null, detail: { version: String(last + 1) } };
  });
}
