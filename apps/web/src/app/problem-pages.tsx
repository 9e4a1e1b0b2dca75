import { Trans } from '@lingui/react/macro';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { refusalOf } from '../api/refusal.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { refusalWords } from './refusal-words.ts';
import { StandLink } from './standpoint-control.tsx';
import { useStandpoint } from './standpoint.ts';

/** Thrown by a route that this person may not open. */
export class NotYours extends Error {}

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { past } = useStandpoint();
  if (past) return <NotFoundInThePast />;
  return (
    <>
      <PageHead sentence={<Trans>There is no such page</Trans>} />
      <EmptyState action={<HomeLink />}>
        <Trans>The address may be mistyped, or the record was never there. Ctrl-K finds everything you may see.</Trans>
      </EmptyState>
    </>
  );
}

/** What is not on record yet where one stands may be there today. */
function NotFoundInThePast() {
  return (
    <>
      <PageHead sentence={<Trans>There was no such page yet</Trans>} />
      <EmptyState
        action={
          <StandLink stand={{ asOf: undefined, knownOn: undefined }} look="button">
            <Trans>Look for it today</Trans>
          </StandLink>
        }
      >
        <Trans>The record had not begun, or was not known, where you stand. The address may also be mistyped.</Trans>
      </EmptyState>
    </>
  );
}

/** A page that could not be shown: why, and the ways out. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = async () => {
    reset();
    await router.invalidate();
  };
  if (error instanceof NotYours) {
    return (
      <>
        <PageHead sentence={<Trans>This page is not yours to open</Trans>} />
        <EmptyState action={<HomeLink />}>{error.message}</EmptyState>
      </>
    );
  }
  const refusal = refusalOf(error);
  if (refusal.kind === 'violation' && refusal.violation.kind === 'NotFound') return <NotFoundPage />;
  return (
    <>
      <PageHead sentence={<Trans>This page could not be shown</Trans>} />
      <EmptyState
        action={
          <p>
            <Button look="primary" onClick={() => void again()}>
              <Trans>Try again</Trans>
            </Button>{' '}
            <HomeLink />
          </p>
        }
      >
        {refusalWords(refusal)}
      </EmptyState>
    </>
  );
}

function HomeLink() {
  return (
    <Link to="/" className="button">
      <Trans>Go to the first page</Trans>
    </Link>
  );
}
