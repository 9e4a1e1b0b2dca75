type TooltipLine = { readonly label: string; readonly value: string };

/** What a chart says about the place under the pointer or the arrow keys. */
export function ChartTooltip({ head, lines }: { readonly head: string; readonly lines: readonly TooltipLine[] }) {
  return (
    <div className="chart-tooltip">
      <strong>{head}</strong>
      {lines.map((line) => (
        <div key={line.label}>
          {line.label}: <span className="number">{line.value}</span>
        </div>
      ))}
    </div>
  );
}
