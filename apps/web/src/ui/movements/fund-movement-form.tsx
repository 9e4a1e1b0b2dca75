import { type RecordMovement, recordMovementInput } from '@dcc/domain/ledger/movement-inputs';
import { t } from '@lingui/core/macro';
import { client } from '../../api/client.ts';
import { recipeName } from '../../app/recipe-words.ts';
import { RecordingDialog } from '../recording-form.tsx';
import {
  DayField,
  DescriptionField,
  type FormProps,
  HostField,
  MoneyFields,
  MovedPoolField,
  useBeginning,
} from './movement-fields.tsx';

export type FundMovement = RecordMovement['kind'];

/** When to use each, in one sentence or two. */
function introOf(kind: FundMovement): string {
  switch (kind) {
    case 'interest-fund':
      return t`What the fund’s own cash earned in the bank.`;
    case 'interest-organization':
      return t`What a host earned on the fund’s money and handed over. It is income of the fund, not a refund.`;
    case 'other-income':
      return t`Any other money that came in and is no gift: a gift is a deposit on its contribution.`;
    case 'transfer-other-fund':
      return t`Money that leaves for another trust fund. Only money that no decision has promised can go.`;
    case 'direct-cost':
      return t`What the committee itself charges to the fund, as for its secretariat. Only money that no decision has promised can be spent.`;
    case 'bank-charge':
      return t`What the bank took. It is recorded as it happened, also where the pool’s money is promised.`;
  }
}

const SPENDS: ReadonlySet<FundMovement> = new Set<FundMovement>(['transfer-other-fund', 'direct-cost', 'bank-charge']);

/** Income, a cost, a charge of the bank, or money to another fund. */
export function FundMovementForm({ kind, forms, prefill, onClose }: FormProps & { readonly kind: FundMovement }) {
  const beginning = useBeginning(forms, prefill);
  return (
    <RecordingDialog
      title={recipeName(kind)}
      intro={introOf(kind)}
      schema={recordMovementInput}
      defaultValues={
        kind === 'interest-organization'
          ? { kind, ...beginning, organizationId: prefill.organizationId ?? '' }
          : { kind, ...beginning }
      }
      preview={(input) => client.movements.fund.preview.query(input)}
      record={(input) => client.movements.fund.record.mutate(input)}
      onClose={onClose}
    >
      <DayField />
      {kind === 'interest-organization' ? <HostField forms={forms} /> : null}
      <MoneyFields />
      <MovedPoolField forms={forms} spends={SPENDS.has(kind)} />
      <DescriptionField />
    </RecordingDialog>
  );
}
