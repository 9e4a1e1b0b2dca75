import {
  chargeAgentFeeInput,
  chargeSupportCostInput,
  recordHostReportInput,
  recordMovementInput,
  refundFromHostInput,
  setReserveInput,
  setSupportCostRateInput,
  transferToHostInput,
  writeOffInstalmentInput,
} from '@dcc/domain/ledger/movement-inputs';
import { nothing, procedure, recordingRouter, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { chargeAgentFee, chargeSupportCost } from './charge-percentage.ts';
import { movementFormsView } from './movements.views.ts';
import { movementForms } from './read-forms.ts';
import { recordHostReport } from './record-host-report.ts';
import { recordMovement } from './record-movement.ts';
import { setReserve } from './set-reserve.ts';
import { setSupportCostRate } from './set-support-cost-rate.ts';
import { refundFromHost, transferToHost } from './transfer-to-host.ts';
import { writeOffInstalment } from './write-off-instalment.ts';

export const movementsRouter = router({
  forms: procedure('ledger.read')
    .input(nothing)
    .output(movementFormsView)
    .query(({ ctx }) => movementForms(ctx.context)),
  fund: recordingRouter(recordMovement, recordMovementInput),
  transfer: recordingRouter(transferToHost, transferToHostInput),
  refund: recordingRouter(refundFromHost, refundFromHostInput),
  agentFee: recordingRouter(chargeAgentFee, chargeAgentFeeInput),
  supportCost: recordingRouter(chargeSupportCost, chargeSupportCostInput),
  setSupportCostRate: procedure('support-cost-rate.set')
    .input(setSupportCostRateInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => setSupportCostRate(ctx.context, input)),
  hostReport: recordingRouter(recordHostReport, recordHostReportInput),
  reserve: recordingRouter(setReserve, setReserveInput),
  writeOff: recordingRouter(writeOffInstalment, writeOffInstalmentInput),
});
