import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { Books } from '../../api/views.ts';
import { standOf, useComparison } from '../../app/standpoint.ts';
import { amountWords } from '../../ui/amount-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate, signOf } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { booksSentence, isWaiting } from './books-sentence.ts';
import { HostsTable } from './hosts-table.tsx';
import { ReconciliationTable } from './reconciliation-table.tsx';
import { YearsOfBooks } from './years-of-books.tsx';

const route = getRouteApi('/signed-in/books');

/** The administrator's record and the hosts' own side by side: where they differ, and why. */
export function BooksPage() {
  const { host: opened, ...search } = route.useSearch();
  const { data: books } = useSuspenseQuery(api.books.get.queryOptions(standOf(search)));
  const { on: comparedOn, earlier } = useComparison();
  const { data: before } = useSuspenseQuery(api.books.get.queryOptions(earlier));
  const on = formatDate(books.asOf);
  return (
    <>
      <PageHead
        asOf={books.asOf}
        sentence={booksSentence(books)}
        below={
          <Trans>
            What the administrator sent, beside what host organizations report that they received, spent and sent back;
            US dollars, to {on}
          </Trans>
        }
      />
      {books.hosts.length === 0 ? (
        <EmptyState>
          <Trans>The two books begin with the first transfer, or the first report of a host organization.</Trans>
        </EmptyState>
      ) : (
        <Parts books={books} before={comparedOn === null ? null : before} opened={opened} />
      )}
    </>
  );
}

type PartsProps = {
  readonly books: Books;
  /** The two books of the day that the page is compared with. */
  readonly before: Books | null;
  readonly opened: string | undefined;
};

function Parts({ books, before, opened }: PartsProps) {
  const host = books.hosts.find(({ organization }) => organization !== null && organization.id === opened);
  const name = host?.organization?.shortName ?? null;
  const causes = host?.causes ?? books.hosts.flatMap((each) => each.causes);
  return (
    <div className={isWaiting(causes) ? 'page-parts books-waiting' : 'page-parts'}>
      <Section title={name === null ? <Trans>Both records, all hosts</Trans> : <Trans>Both records, {name}</Trans>}>
        <ReconciliationTable books={host?.books ?? books.total} host={name} />
      </Section>
      <Section
        title={expenditureTitle(books)}
        note={
          <Trans>
            Select a host to see its positions. Expenditure is interim until somebody other than its recorder certifies
            it.
          </Trans>
        }
      >
        <HostsTable books={books} before={before} opened={opened} />
      </Section>
      <Section
        title={name === null ? <Trans>By financial year, all hosts</Trans> : <Trans>By financial year, {name}</Trans>}
        note={<NotFinal books={books} />}
      >
        <YearsOfBooks years={host?.years ?? books.years} fileName={`two-books-by-year-${books.asOf}`} />
      </Section>
    </div>
  );
}

/** What hosts have spent of what they received, and how much of that nobody has certified. */
function expenditureTitle({ total }: Books): string {
  const [spent, left] = [amountWords(total.expenditure.amount), amountWords(total.balance.amount)];
  const interim = total.interimExpenditure.amount;
  if (signOf(interim.amount) === 0) return t`Hosts have spent ${spent} and still hold ${left}`;
  return t`Hosts have spent ${spent}, of which ${amountWords(interim)} is interim, and still hold ${left}`;
}

function NotFinal({ books }: { readonly books: Books }) {
  const year = String(books.currentYear);
  const interim = books.total.interimExpenditure;
  return (
    <>
      <Trans>{year} is not final: hosts report on it until 30 April of the year after.</Trans>
      {signOf(interim.amount.amount) === 0 ? null : (
        <>
          {' '}
          <Trans>
            Interim in all: <FigureLink figure={interim} />.
          </Trans>
        </>
      )}
    </>
  );
}
