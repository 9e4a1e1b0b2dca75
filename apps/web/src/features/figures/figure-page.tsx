import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { NotFoundPage } from '../../app/problem-pages.tsx';
import { useStandpoint } from '../../app/standpoint.ts';
import { isFigureName } from '../../ui/figure-name.ts';
import { FigureExplained } from '../../ui/made-figure.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { madeFigure } from './made-figures.ts';

const route = getRouteApi('/signed-in/figures/$id');

/** One figure that is made of others, on a page of its own. */
export function FigurePage() {
  const { id } = route.useParams();
  const { data: overview } = useSuspenseQuery(api.overview.get.queryOptions(useStandpoint().stand));
  if (!isFigureName(id)) return <NotFoundPage />;
  const figure = madeFigure(id, overview);
  return (
    <>
      <PageHead
        asOf={overview.asOf}
        above={
          <Link to="/">
            <Trans>Overview</Trans>
          </Link>
        }
        sentence={figure.value === null ? t`${figure.name}: nothing to reckon yet` : `${figure.name}: ${figure.value}`}
      />
      <div className="page-parts">
        <FigureExplained figure={figure} fileName={id} />
      </div>
    </>
  );
}
