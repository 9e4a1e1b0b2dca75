import { saveCandidate, saveCandidateStep, saveRetention } from '@dcc/db/stores/candidate-store';
import { saveVacancy } from '@dcc/db/stores/vacancy-store';
import type { Tx } from '@dcc/db/with-transaction';
import { DEMO_RETENTION, DEMO_VACANCIES, type DemoVacancy } from '@dcc/demo-fund/vacancies';
import { date } from '@dcc/domain/calendar-date';

const RECORDED_BY = 'p-secretariat';
const stampOn = (on: string) => ({ recordedAt: `${on}T09:00:00.000Z`, recordedBy: RECORDED_BY });

/** The invented candidates of a vacancy, each with its steps. */
async function enterCandidates(tx: Tx, vacancy: DemoVacancy): Promise<void> {
  for (const [index, { steps, appliedOn, ...person }] of vacancy.candidates.entries()) {
    const number = index + 1;
    const id = `${vacancy.id.replace('v-', 'k-')}-${number}`;
    const [first, ...later] = steps;
    const on = first?.[0] ?? vacancy.closesOn;
    await saveCandidate(
      tx,
      { id, vacancyId: vacancy.id, number, appliedOn: date(appliedOn), person },
      { on: date(on), ...stampOn(on) },
    );
    for (const [step, [day, to]] of later.entries())
      await saveCandidateStep(tx, { candidateId: id, number: step + 2, to, on: date(day), ...stampOn(day) });
  }
}

/** The vacancies of the demonstration fund with their invented candidates, and how long those are kept. */
export async function enterVacancies(tx: Tx, positionOf: (title: string) => string): Promise<void> {
  const { effectiveOn, months, source } = DEMO_RETENTION;
  await saveRetention(tx, 1, { effectiveOn: date(effectiveOn), months, source }, stampOn(effectiveOn));
  for (const vacancy of DEMO_VACANCIES) {
    const { id, criteria, text, opensOn, closesOn } = vacancy;
    const terms = { opensOn: date(opensOn), closesOn: date(closesOn), criteria, text };
    const of = { id, positionId: positionOf(vacancy.position), number: 1, terms };
    await saveVacancy(tx, of, stampOn(opensOn));
    await enterCandidates(tx, vacancy);
  }
}
