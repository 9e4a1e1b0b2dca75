import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import css from '../../app/tokens.css?raw';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatDecimalText } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { contrast, distance, type Eyes, NEIGHBOURS, type Pair, PAIRS, type Theme, themesIn } from './colours.ts';

const THEMES = themesIn(css);
const WHITE = '#ffffff';

type Shown = { readonly key: string; readonly head: string; readonly theme: Theme };

function shownThemes(): readonly Shown[] {
  return [
    { key: 'light', head: t`Light`, theme: THEMES.light },
    { key: 'dark', head: t`Dark`, theme: THEMES.dark },
    { key: 'print', head: t`Paper`, theme: THEMES.print },
  ];
}

const colourOf = (theme: Theme, name: string): string => theme[name] ?? WHITE;
const rounded = (value: number): string => formatDecimalText(String(value), 2);

/** Colours by name, their contrasts, and how far apart they look to eyes that miss red or green. */
export function ColourSections() {
  return (
    <div className="page-parts style-tall">
      <Section title={<Trans>Colours</Trans>}>
        <DataTable
          caption={t`Custom properties of tokens.css, by theme`}
          fileName="style-colours"
          columns={colourColumns()}
          rows={Object.keys(THEMES.light)}
          rowKey={(name) => name}
        />
      </Section>
      <Section
        title={<Trans>Contrast</Trans>}
        note={<Trans>WCAG 2.2: words 4.5, marks and edges of controls 3.</Trans>}
      >
        <DataTable
          caption={t`What is drawn on what: contrast from 1 to 21`}
          fileName="style-contrast"
          columns={pairColumns()}
          rows={PAIRS}
          rowKey={({ front, ground }) => `${front} ${ground}`}
        />
      </Section>
      <NeighbourSection />
    </div>
  );
}

function colourColumns(): readonly Column<string>[] {
  return [
    { key: 'name', head: t`Name`, rowHead: true, cell: (name) => name, csv: (name) => name },
    ...shownThemes().map(({ key, head, theme }) => ({
      key,
      head,
      cell: (name: string) => (
        <>
          <span className="style-swatch" style={{ background: colourOf(theme, name) }} /> {colourOf(theme, name)}
        </>
      ),
      csv: (name: string) => colourOf(theme, name),
    })),
  ];
}

function pairColumns(): readonly Column<Pair>[] {
  const named = ({ front, ground }: Pair): string => t`${front} on ${ground}`;
  return [
    { key: 'pair', head: t`Pair`, rowHead: true, cell: named, csv: named },
    { key: 'least', head: t`At least`, align: 'end', cell: ({ least }) => least, csv: ({ least }) => String(least) },
    ...shownThemes().map(({ key, head, theme }) => {
      const ratio = ({ front, ground }: Pair) => rounded(contrast(colourOf(theme, front), colourOf(theme, ground)));
      return {
        key,
        head,
        align: 'end' as const,
        cell: (pair: Pair) => (
          <>
            <Sample pair={pair} theme={theme} /> {ratio(pair)}
          </>
        ),
        csv: ratio,
      };
    }),
  ];
}

/** Words where the pair is for words, an edge where it is for edges. */
function Sample({ pair: { front, ground, least }, theme }: { readonly pair: Pair; readonly theme: Theme }) {
  const [color, background] = [colourOf(theme, front), colourOf(theme, ground)];
  return least === 3 ? (
    <span className="style-edge" style={{ borderColor: color, background }} />
  ) : (
    <span className="style-sample" style={{ color, background }}>
      <Trans>Words</Trans>
    </span>
  );
}

type Neighbours = { readonly one: string; readonly other: string; readonly shown: Shown };

function NeighbourSection() {
  const rows = shownThemes().flatMap((shown) => NEIGHBOURS.map(([one, other]) => ({ one, other, shown })));
  const eyes: readonly { readonly key: Eyes; readonly head: string }[] = [
    { key: 'all', head: t`All colours` },
    { key: 'protanopia', head: t`Without red` },
    { key: 'deuteranopia', head: t`Without green` },
  ];
  const named = ({ one, other }: Neighbours): string => t`${one} beside ${other}`;
  const columns: readonly Column<Neighbours>[] = [
    { key: 'pair', head: t`Pair`, rowHead: true, cell: named, csv: named },
    { key: 'theme', head: t`Theme`, cell: ({ shown }) => shown.head, csv: ({ shown }) => shown.head },
    ...eyes.map(({ key, head }) => {
      const apart = ({ one, other, shown: { theme } }: Neighbours) =>
        rounded(distance(colourOf(theme, one), colourOf(theme, other), key));
      return { key, head, align: 'end' as const, cell: apart, csv: apart };
    }),
  ];
  return (
    <Section
      title={<Trans>Eyes without red or green</Trans>}
      note={
        <Trans>
          Distance in OKLab: 0.02 is just seen, 0.10 is asked of marks of one form side by side. The pale washes come
          closer to each other: their edges, hatching, places or words tell them apart.
        </Trans>
      }
    >
      <DataTable
        caption={t`How far apart marks of one chart look`}
        fileName="style-eyes"
        columns={columns}
        rows={rows}
        rowKey={({ one, other, shown }) => `${shown.key} ${one} ${other}`}
      />
    </Section>
  );
}
