import './chart-frame.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useId, useRef, useState } from 'react';
import { fileNameAt, type StandsAt, useStandpoint } from '../app/standpoint.ts';
import { copyLink } from '../ui/copy-link.ts';
import { saveCsv } from '../ui/csv.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { ChartReader } from './chart-reader.tsx';
import { ChartTable, type ChartData } from './chart-table.tsx';
import { type MarkKind, MARKS } from './marks.ts';
import { savePng, saveSvg } from './save-image.ts';

export type ChartKey = readonly { readonly mark: MarkKind; readonly label: string }[];

type ChartFrameProps = {
  /** Anchor in the address, and name of the files: `cash`. */
  readonly id: string;
  /** The message, as a sentence. */
  readonly title: string;
  /** Unit and basis; the frame adds the day. */
  readonly unit: string;
  /** What the picture shows, for those who do not see it. */
  readonly summary: string;
  /** How to read it, and what is counted; shown on request. */
  readonly help: string;
  /** Source and limits, under the picture. */
  readonly note?: string;
  readonly legend?: ChartKey;
  readonly data: ChartData;
  /** Said instead of a picture when there is nothing to draw. */
  readonly empty?: ReactNode;
  readonly children: ReactNode;
};

/** Unit and basis with the day the figures stand on, and the day they are known on where the reader chose one. */
function unitAt(unit: string, { stand, today }: StandsAt): string {
  const asOf = formatDate(stand.asOf ?? today);
  if (stand.knownOn === undefined) return t`${unit}, as of ${asOf}`;
  return t`${unit}, as of ${asOf}, as known on ${formatDate(stand.knownOn)}`;
}

/** A chart as a figure: its message, its unit and day, its tools, and the same figures as a table and mark by mark. */
export function ChartFrame(props: ChartFrameProps) {
  const { id, title, summary, help, note, legend, data, empty, children } = props;
  const at = useStandpoint();
  const unit = unitAt(props.unit, at);
  const [asTable, setAsTable] = useState(false);
  const [helping, setHelping] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const ids = { title: useId(), help: useId(), summary: useId() };
  const hasData = data.rows.length > 0;
  return (
    <figure className="chart" id={id} aria-labelledby={ids.title} aria-describedby={hasData ? ids.summary : undefined}>
      <div className="chart__head">
        <h2 className="chart__title" id={ids.title}>
          {title}
        </h2>
        {hasData ? (
          <Tools
            {...props}
            unit={unit}
            at={at}
            body={body}
            asTable={asTable}
            onTable={() => setAsTable(!asTable)}
            helping={helping}
            helpId={ids.help}
            onHelp={() => setHelping(!helping)}
          />
        ) : null}
      </div>
      <p className="chart__unit">{unit}</p>
      <p className="chart__help" id={ids.help} hidden={!helping}>
        {help}
      </p>
      {hasData ? (
        <>
          <p className="visually-hidden" id={ids.summary}>
            {summary}
          </p>
          {legend === undefined || asTable ? null : <Legend legend={legend} />}
          <div className="chart__body" ref={body}>
            {asTable ? (
              <ChartTable caption={title} data={data} />
            ) : (
              <>
                {children}
                <ChartReader data={data} />
              </>
            )}
          </div>
        </>
      ) : (
        <EmptyState>{empty ?? <Trans>There are no figures yet.</Trans>}</EmptyState>
      )}
      {note === undefined || !hasData ? null : <figcaption className="note chart__note">{note}</figcaption>}
    </figure>
  );
}

function Legend({ legend }: { readonly legend: ChartKey }) {
  return (
    <ul className="chart__key">
      {legend.map(({ mark, label }) => (
        <li key={mark}>
          <svg className="chart__swatch" viewBox="0 0 12 12" aria-hidden="true">
            <rect x="0.5" y="0.5" width="11" height="11" {...MARKS[mark]} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

type ToolsProps = ChartFrameProps & {
  readonly at: StandsAt;
  readonly body: { readonly current: HTMLDivElement | null };
  readonly asTable: boolean;
  readonly onTable: () => void;
  readonly helping: boolean;
  readonly helpId: string;
  readonly onHelp: () => void;
};

function Tools(props: ToolsProps) {
  const { id, title, summary, unit, note, legend, data, at, body, asTable, onTable, helping, helpId, onHelp } = props;
  const [said, setSaid] = useState('');
  const name = fileNameAt(id, at);
  const image = (save: typeof saveSvg | typeof savePng) => {
    // A legend's swatches are small pictures of their own; the chart is the largest one.
    const pictures = Array.from(body.current?.querySelectorAll('svg') ?? []);
    const chart = pictures.toSorted((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight)[0];
    if (chart !== undefined) void save(chart, { title, summary, unit, source: note ?? '', legend: legend ?? [] }, name);
  };
  return (
    <div className="chart__tools" role="group" aria-label={t`Tools of this chart`}>
      <button type="button" className="chart__tool" aria-pressed={asTable} onClick={onTable}>
        <Trans>Table</Trans>
      </button>
      <button type="button" className="chart__tool" disabled={asTable} onClick={() => image(savePng)}>
        PNG
      </button>
      <button type="button" className="chart__tool" disabled={asTable} onClick={() => image(saveSvg)}>
        SVG
      </button>
      <button type="button" className="chart__tool" onClick={() => saveCsv(name, data.head, data.rows)}>
        CSV
      </button>
      <button type="button" className="chart__tool" onClick={() => void copyLink(addressOf(id, at)).then(setSaid)}>
        <Trans>Link</Trans>
      </button>
      <button
        type="button"
        className="chart__tool"
        aria-expanded={helping}
        aria-controls={helpId}
        aria-label={t`How to read this chart`}
        onClick={onHelp}
      >
        ?
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
}

/** An address by which whoever opens it on any later day sees this chart as it is now: it names the day and all that was chosen. */
function addressOf(id: string, { stand, today }: StandsAt): string {
  const address = new URL(window.location.href);
  address.searchParams.set('asOf', stand.asOf ?? today);
  address.searchParams.set('knownOn', stand.knownOn ?? today);
  address.searchParams.delete('tour');
  address.hash = id;
  return address.href;
}
