import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function PasswordPage() {
  return <PageHead sentence={<Trans>Password</Trans>} />;
}
