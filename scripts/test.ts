import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { stripVTControlCharacters } from 'node:util';
import { NOTHING_COUNTED } from './test-counts.ts';
import { root } from './tools.ts';
import { STEPS, type Outcome, type Step } from './test-steps.ts';

/**
 * `npm test`: runs every step, so that one run shows everything that is wrong, then says in one table how each came out.
 * `npm test -- types lint` runs only the steps named.
 */
type Result = { readonly step: Step; readonly outcome: Outcome | 'not run'; readonly seconds: number };

async function runStep(step: Step): Promise<Result> {
  console.log(
    `\n━━ ${step.title} (${step.name}) ${'━'.repeat(Math.max(3, 70 - step.title.length - step.name.length))}`,
  );
  const started = performance.now();
  const outcome = await step.run().catch((error: unknown): Outcome => {
    console.error(error);
    return { passed: false };
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(`${outcome.passed ? 'Passed' : 'FAILED'}: ${step.title.toLowerCase()}, ${seconds.toFixed(1)} s`);
  return { step, outcome, seconds };
}

function outcomeWords({ outcome }: Result): string {
  if (outcome === 'not run') return 'not run';
  return outcome.passed ? 'passed' : 'FAILED';
}

function printTable(results: readonly Result[]): void {
  console.log(`\n━━ Summary ${'━'.repeat(66)}`);
  for (const result of results) {
    const { step, outcome, seconds } = result;
    const tests = outcome === 'not run' ? undefined : outcome.tests;
    const note = outcome === 'not run' ? `needs ${step.needs}` : outcome.note;
    const words = [
      outcomeWords(result).padEnd(8),
      `${seconds.toFixed(1)} s`.padStart(8),
      ` ${step.name.padEnd(10)}`,
      tests === undefined ? '' : `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`,
      note === undefined ? '' : `(${note})`,
    ];
    console.log(words.join(' ').trimEnd());
  }
}

/** The first lines of what each failed test said: where only the end of a run is kept, its cause is kept. */
function printFailures(results: readonly Result[]): void {
  for (const { outcome } of results) {
    for (const { test, said } of outcome === 'not run' ? [] : (outcome.tests?.failures ?? [])) {
      const lines = stripVTControlCharacters(said).split('\n').slice(0, 25);
      console.log(`\nFailed: ${test}\n${lines.map((line) => `  ${line.slice(0, 500)}`).join('\n')}`);
    }
  }
}

/** Tests as they were counted; a failed or unreached step without tests of its own is one failure. */
function totals(results: readonly Result[]): { passed: number; failed: number } {
  let passed = 0;
  let failed = 0;
  for (const { outcome } of results) {
    const counts = outcome === 'not run' ? NOTHING_COUNTED : (outcome.tests ?? NOTHING_COUNTED);
    passed += counts.passed;
    failed += outcome !== 'not run' && outcome.passed ? 0 : Math.max(1, counts.failed);
  }
  return { passed, failed };
}

function chosenSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(', ')}. Steps: ${STEPS.map((step) => step.name).join(', ')}.`);
    process.exit(2);
  }
  const needed = STEPS.filter((step) => names.includes(step.name)).map((step) => step.needs);
  const wanted = names.length === 0 ? STEPS.map((step) => step.name) : [...names, ...needed];
  return STEPS.filter((step) => wanted.includes(step.name));
}

/** Chance plays alike wherever the same code is tested, so that a commit passes or fails for what it is; TEST_SEED plays another game. */
function seedOfCode(): string | undefined {
  const folders = ['apps', 'packages', 'test'].map((folder) => `HEAD:${folder}`);
  const { status, stdout } = spawnSync('git', ['rev-parse', ...folders], { cwd: root, encoding: 'utf8' });
  if (status !== 0) return undefined;
  return String(Number.parseInt(createHash('sha256').update(stdout).digest('hex').slice(0, 7), 16));
}

const seed = process.env['TEST_SEED'] ?? seedOfCode();
if (seed !== undefined) process.env['TEST_SEED'] = seed;
console.log(`TEST_SEED: ${seed ?? 'a new one for each test'}`);
const results: Result[] = [];
for (const step of chosenSteps(process.argv.slice(2))) {
  const needed = results.find((result) => result.step.name === step.needs);
  const reachable = needed === undefined || (needed.outcome !== 'not run' && needed.outcome.passed);
  results.push(reachable ? await runStep(step) : { step, outcome: 'not run', seconds: 0 });
}
printTable(results);
printFailures(results);
const { passed, failed } = totals(results);
const wrong = results.filter((result) => outcomeWords(result) !== 'passed').map((result) => result.step.name);
console.log(wrong.length === 0 ? '\nEverything passed.' : `\nFailed: ${wrong.join(', ')}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
