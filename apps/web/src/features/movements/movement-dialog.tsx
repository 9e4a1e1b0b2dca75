import { useMovementForms } from '../../app/movement-forms.ts';
import { FundMovementForm } from '../../ui/movements/fund-movement-form.tsx';
import { HostReportForm } from '../../ui/movements/host-report-form.tsx';
import type { Prefill } from '../../ui/movements/movement-fields.tsx';
import { AgentFeeForm, ReserveForm, SupportCostForm } from '../../ui/movements/percentage-forms.tsx';
import { HostRefundForm, TransferForPositionForm, TransferToHostForm } from '../../ui/movements/transfer-forms.tsx';
import type { MovementForm } from './movements-search.ts';

type MovementDialogProps = {
  readonly form: MovementForm;
  readonly prefill: Prefill;
  readonly onClose: () => void;
};

/** The form of a movement by its name, once what it begins with is there. */
export function MovementDialog({ form, ...rest }: MovementDialogProps) {
  const forms = useMovementForms();
  if (forms === null) return null;
  const props = { ...rest, forms };
  switch (form) {
    case 'interest-fund':
    case 'interest-organization':
    case 'other-income':
    case 'transfer-other-fund':
    case 'direct-cost':
    case 'bank-charge':
      return <FundMovementForm kind={form} {...props} />;
    case 'refund':
      return <HostRefundForm {...props} />;
    case 'transfer-for-position':
      return <TransferForPositionForm {...props} />;
    case 'transfer':
      return <TransferToHostForm {...props} />;
    case 'agent-fee':
      return <AgentFeeForm {...props} />;
    case 'support-cost':
      return <SupportCostForm {...props} />;
    case 'operating-reserve':
      return <ReserveForm {...props} />;
    case 'organization-received':
    case 'organization-expenditure':
    case 'organization-refund':
      return <HostReportForm kind={form} {...props} />;
  }
}
