import type { Highs } from 'highs';
import loadHighs from 'highs';

/** One condition on the columns: `least ≤ Σ values × columns ≤ most`. */
export type Row = {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly least: number;
  readonly most: number;
};

/** A model to maximise. Its columns take whole numbers where it is solved as such. */
export type Model = {
  readonly gains: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
};

export type Answer =
  | {
      readonly kind: 'optimal';
      readonly value: number;
      readonly columns: readonly number[];
      readonly worth: readonly number[];
    }
  | { readonly kind: 'infeasible' }
  /** Time ran out: what was found, if anything. */
  | { readonly kind: 'time'; readonly columns: readonly number[] | null };

/** The package declares itself CommonJS and is loaded as a module, whose default export is the loader itself. */
const load = loadHighs as unknown as () => Promise<Highs>;

let loaded: Promise<Highs> | undefined;

/** The solver, loaded once a thread. */
export async function solver(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}

/** Solves a model, its columns whole or not, within so many seconds. */
export function solve(highs: Highs, model: Model, whole: boolean, seconds: number): Answer {
  const columns = model.gains.length;
  const starts = [0];
  for (const row of model.rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  return highs.withModel(
    {
      numCols: columns,
      numRows: model.rows.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: model.gains,
      colLower: model.lower,
      colUpper: model.upper,
      rowLower: model.rows.map(({ least }) => least),
      rowUpper: model.rows.map(({ most }) => most),
      matrix: {
        format: 'csr',
        numRows: model.rows.length,
        numCols: columns,
        starts,
        indices: model.rows.flatMap((row) => row.columns),
        values: model.rows.flatMap(({ values }) => values),
      },
      ...(whole ? { integrality: new Int32Array(columns).fill(1) } : {}),
    },
    (built): Answer => {
      built.options.set({
        output_flag: false,
        // Scores are whole numbers, so a bound less than one above the best proves it.
        mip_rel_gap: 0,
        mip_abs_gap: 0.99,
        time_limit: Math.max(0.01, seconds),
      });
      built.run();
      const status = built.getModelStatus();
      const { modelStatus } = highs.constants;
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
        return { kind: 'infeasible' };
      const solution = built.getSolution();
      const found = [...solution.colValue];
      if (status === modelStatus.optimal)
        return { kind: 'optimal', value: built.getObjectiveValue(), columns: found, worth: [...solution.colDual] };
      const feasible = built.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
      return { kind: 'time', columns: feasible && whole ? found : null };
    },
  );
}
