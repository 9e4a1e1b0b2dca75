import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function StatementPage() {
  return <PageHead sentence={<Trans>Statement</Trans>} />;
}
