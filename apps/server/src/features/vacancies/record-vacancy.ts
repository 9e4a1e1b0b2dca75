import { candidates } from '@dcc/db/stores/candidate-store';
import { findPosition } from '@dcc/db/stores/position-store';
import { saveVacancy, saveVacancyTerms, vacancies } from '@dcc/db/stores/vacancy-store';
import type { OpenVacancy, ReviseVacancy } from '@dcc/domain/vacancies/inputs';
import { openVacancy, reviseVacancy, type VacancyTerms } from '@dcc/domain/vacancies/vacancy';
import { eligibilityOf } from '../../read-models/eligibility.ts';
import { command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { standpointOf } from '../../use-case/standpoint.ts';

function termsIn({ opensOn, closesOn, criteria, text }: OpenVacancy | ReviseVacancy): VacancyTerms {
  return { opensOn, closesOn, criteria, text };
}

function stampOf({ shell, actor }: Context) {
  return { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
}

/** Opens a vacancy of a position that is in recruitment. */
export function recordVacancy(context: Context, input: OpenVacancy): Promise<Recorded> {
  return command(context, 'vacancy.record', input, async (tx) => {
    const position = await findPosition(tx, input.positionId);
    if (position === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
    const earlier = await vacancies(tx, standpointOf(context.shell, {}), { positionId: position.id });
    const [last] = earlier;
    const eligibility = await eligibilityOf(tx, input.criteria.eligibilitySetId);
    const terms = orRefuse(openVacancy({ position, last: last?.terms ?? null, terms: termsIn(input), eligibility }));
    const id = context.shell.newId();
    const vacancy = { id, positionId: position.id, number: earlier.length + 1, terms };
    await saveVacancy(tx, vacancy, stampOf(context));
    return { id, entryNumber: null, detail: { opens: terms.opensOn, closes: terms.closesOn } };
  });
}

/** Gives a vacancy other terms; the ones before stay on record. */
export function changeVacancy(context: Context, input: ReviseVacancy): Promise<Recorded> {
  return command(context, 'vacancy.record', input, async (tx) => {
    const now = standpointOf(context.shell, {});
    const [vacancy] = await vacancies(tx, now, { id: input.vacancyId });
    if (vacancy === undefined) throw new Refusal({ kind: 'NotFound', subject: 'vacancy' });
    const siblings = await vacancies(tx, now, { positionId: vacancy.position.id });
    const applied = (await candidates(tx, { vacancyId: vacancy.id })).map(({ appliedOn }) => appliedOn).toSorted();
    const terms = orRefuse(
      reviseVacancy({
        before: vacancy.terms,
        after: termsIn(input),
        eligibility: await eligibilityOf(tx, input.criteria.eligibilitySetId),
        candidates: applied.length,
        previous: siblings.find(({ number }) => number === vacancy.number - 1)?.terms.closesOn ?? null,
        next: siblings.find(({ number }) => number === vacancy.number + 1)?.terms.opensOn ?? null,
        lastApplication: applied.at(-1) ?? null,
      }),
    );
    await saveVacancyTerms(tx, vacancy.id, vacancy.revisions + 2, terms, stampOf(context));
    const before = `${vacancy.terms.opensOn} to ${vacancy.terms.closesOn}`;
    return { id: vacancy.id, entryNumber: null, detail: { before, after: `${terms.opensOn} to ${terms.closesOn}` } };
  });
}
