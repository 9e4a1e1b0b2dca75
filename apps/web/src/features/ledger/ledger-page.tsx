import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function LedgerPage() {
  return <PageHead sentence={<Trans>Ledger</Trans>} />;
}
