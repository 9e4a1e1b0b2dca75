import { Trans } from '@lingui/react/macro';
import { type ErrorComponentProps, Link, SearchParamError, useRouter, useRouterState } from '@tanstack/react-router';
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
  if (error instanceof SearchParamError) return <AddressPage />;
  const refusal = refusalOf(error);
  // What no record can be called by is in the address of none.
  if (refusal.kind === 'fields' || (refusal.kind === 'violation' && refusal.violation.kind === 'NotFound'))
    return <NotFoundPage />;
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

/** An address whose filter means nothing. Nothing is shown: without that filter the figure would be another. */
function AddressPage() {
  const { pathname, searchStr } = useRouterState({ select: (state) => state.location });
  const asked = [...new URLSearchParams(searchStr)].map(([key, value]) => `${key}=${value}`).join(', ');
  return (
    <>
      <PageHead sentence={<Trans>This address asks for something that does not exist</Trans>} />
      <EmptyState
        action={
          <p>
            <Link to={pathname} search={{}} className="button button--primary">
              <Trans>Show this page without it</Trans>
            </Link>{' '}
            <HomeLink />
          </p>
        }
      >
        <Trans>
          Not understood: {asked.slice(0, 200)}. Nothing is shown, because without that filter the figures would be
          others.
        </Trans>
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
