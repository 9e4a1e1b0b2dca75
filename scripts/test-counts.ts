/** How many tests passed, failed and were left out, and what the failed ones said. */
export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
};

/** A test that failed, by its whole name, and what it said. */
type Failure = { readonly test: string; readonly said: string };

/** A run without a single test. */
export const NOTHING_COUNTED: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests?: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

/** Counts vitest's JSON report; a test file that broke before its first test is one failure. */
export function vitestCounts(json: string): Counts {
  const report = JSON.parse(json) as VitestReport;
  const failures: Failure[] = [];
  let broken = 0;
  for (const { name, status, message, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
    for (const { fullName, failureMessages } of failed) {
      failures.push({ test: `${name}: ${fullName}`, said: (failureMessages ?? []).join('\n') });
    }
    if (status !== 'failed' || failed.length > 0) continue;
    broken += 1;
    failures.push({ test: name, said: message ?? '' });
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures,
  };
}

type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
};

type PlaywrightReport = PlaywrightSuite & {
  readonly stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
  readonly errors: readonly { readonly message?: string }[];
};

/** Counts Playwright's JSON report; a test that passed only when repeated has failed. */
export function playwrightCounts(json: string): Counts {
  const report = JSON.parse(json) as PlaywrightReport;
  const { stats, errors } = report;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [
      ...playwrightFailures(report),
      ...errors.map(({ message }) => ({ test: 'outside of a test', said: message ?? '' })),
    ],
  };
}

function playwrightFailures({ suites = [], specs = [] }: PlaywrightSuite): Failure[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        test: `${file}: ${title}`,
        said: results.map(({ error }) => error?.message ?? '').join('\n'),
      })),
  );
  return [...own, ...suites.flatMap(playwrightFailures)];
}
