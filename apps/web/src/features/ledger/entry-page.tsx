import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function EntryPage() {
  return <PageHead sentence={<Trans>Entry</Trans>} />;
}
