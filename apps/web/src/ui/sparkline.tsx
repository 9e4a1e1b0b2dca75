/** A small step line of the past, without axes: decoration beside a figure that says the same in words. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  if (values.length < 2) return null;
  // A line that never moves says nothing, and would read as an underline.
  if (values.every((value) => value === values[0])) return null;
  const [low, high] = [Math.min(...values, 0), Math.max(...values)];
  const [width, height] = [72, 20];
  const x = (index: number) => (index / (values.length - 1)) * (width - 2) + 1;
  const y = (value: number) => height - 1 - ((value - low) / (high - low)) * (height - 2);
  const path = values
    .map((value, index) => (index === 0 ? `M${x(0)} ${y(value)}` : `H${x(index)}V${y(value)}`))
    .join('');
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.25" />
    </svg>
  );
}
