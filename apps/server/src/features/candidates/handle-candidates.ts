import {
  type Candidate,
  candidates,
  eraseCandidates,
  retentionRules,
  saveCandidate,
  saveCandidateStep,
  saveRetention,
} from '@dcc/db/stores/candidate-store';
import { forgetOverwritten } from '@dcc/db/forget';
import { vacancies } from '@dcc/db/stores/vacancy-store';
import type { Tx } from '@dcc/db/with-transaction';
import { countryName } from '@dcc/domain/reference/countries';
import { checkApplication, checkStage } from '@dcc/domain/vacancies/candidate';
import { checkLanguages } from '@dcc/domain/vacancies/criteria';
import type {
  AdvanceCandidate,
  EraseCandidate,
  EraseExpired,
  RecordCandidate,
  SetRetention,
} from '@dcc/domain/vacancies/inputs';
import { candidatesKept } from '../../read-models/candidates-kept.ts';
import { command, type Recorded } from '../../use-case/command.ts';
import { type Context, today } from '../../use-case/context.ts';
import { refuseFuture } from '../../use-case/dates.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { standpointOf } from '../../use-case/standpoint.ts';

const ACTION = 'candidate.handle';

function stampOf({ shell, actor }: Context) {
  return { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
}

/**
 * Puts a candidate on the long list. What is personal goes into the candidate's own row and nowhere else: the audit trail gets the
 * number, and the hash that tells one form from another is made without it, since a hash of a name outlives the name.
 */
export function recordCandidate(context: Context, input: RecordCandidate): Promise<Recorded> {
  const { vacancyId, appliedOn, listedOn, idempotencyKey, ...person } = input;
  return command(context, ACTION, { vacancyId, appliedOn, listedOn, idempotencyKey }, async (tx) => {
    refuseFuture(context, appliedOn);
    refuseFuture(context, listedOn);
    const [vacancy] = await vacancies(tx, standpointOf(context.shell, {}), { id: vacancyId });
    if (vacancy === undefined) throw new Refusal({ kind: 'NotFound', subject: 'vacancy' });
    const { position, terms } = vacancy;
    const known = await candidates(tx, { vacancyId });
    const { opensOn, closesOn } = terms;
    orRefuse(checkApplication({ position, opensOn, closesOn, on: appliedOn, listedOn, candidates: known.length }));
    orRefuse(checkLanguages(person.languages ?? []));
    if (countryName(person.nationality) === null)
      throw new Refusal({ kind: 'CountryUnknown', code: person.nationality });
    const id = context.shell.newId();
    const number = known.length + 1;
    await saveCandidate(tx, { id, vacancyId, number, appliedOn, person }, { on: listedOn, ...stampOf(context) });
    return { id, entryNumber: null, detail: { vacancy: vacancyId, number: String(number) } };
  });
}

/** A candidate that something is still known of. */
async function findKept(tx: Tx, id: string): Promise<Candidate> {
  const [candidate] = await candidates(tx, { id });
  if (candidate === undefined) throw new Refusal({ kind: 'NotFound', subject: 'candidate' });
  if (candidate.erased !== null) throw new Refusal({ kind: 'CandidateErased', on: candidate.erased.on });
  return candidate;
}

/** Moves a candidate to another stage. */
export function advanceCandidate(context: Context, input: AdvanceCandidate): Promise<Recorded> {
  return command(context, ACTION, input, async (tx) => {
    refuseFuture(context, input.on);
    const candidate = await findKept(tx, input.candidateId);
    const others = await candidates(tx, { vacancyId: candidate.vacancyId });
    const selected = others.find(({ id, steps }) => id !== candidate.id && steps.at(-1)?.to === 'selected');
    const { from, to, on } = input;
    orRefuse(checkStage({ steps: candidate.steps, from, to, on, selected: selected?.number ?? null }));
    const step = { candidateId: candidate.id, number: candidate.steps.length + 1, to, on };
    await saveCandidateStep(tx, { ...step, ...stampOf(context) });
    return { id: candidate.id, entryNumber: null, detail: { from, to } };
  });
}

/** Empties everything personal of one candidate; that there was one, and how far it came, stays counted. */
export async function eraseCandidate(context: Context, input: EraseCandidate): Promise<Recorded> {
  const answer = await command(context, ACTION, input, async (tx) => {
    const candidate = await findKept(tx, input.candidateId);
    await eraseCandidates(tx, [candidate.id], { on: today(context.shell), reason: input.reason });
    return { id: candidate.id, entryNumber: null, detail: { erased: input.reason } };
  });
  await forgetOverwritten(context.shell.db);
  return answer;
}

/** The same for every candidate that is kept longer than the period in force allows. */
export async function eraseExpired(context: Context, input: EraseExpired): Promise<Recorded> {
  const answer = await command(context, ACTION, input, async (tx) => {
    const { rule, expired } = await candidatesKept(tx, today(context.shell));
    if (rule === null) throw new Refusal({ kind: 'RetentionNotSet' });
    await eraseCandidates(tx, expired, { on: today(context.shell), reason: 'retention' });
    return { id: 'candidates', entryNumber: null, detail: { erased: String(expired.length) } };
  });
  await forgetOverwritten(context.shell.db);
  return answer;
}

/** Sets how long candidates are kept, from a day on. */
export function setRetention(context: Context, input: SetRetention): Promise<Recorded> {
  return command(context, ACTION, input, async (tx) => {
    const rules = await retentionRules(tx);
    const last = rules.at(-1);
    const { effectiveOn, months, source } = input;
    if (last !== undefined && effectiveOn < last.effectiveOn)
      throw new Refusal({ kind: 'RetentionBeforeLast', since: last.effectiveOn, on: effectiveOn });
    await saveRetention(tx, rules.length + 1, { effectiveOn, months, source }, stampOf(context));
    return { id: 'retention', entryNumber: null, detail: { months: String(months), from: effectiveOn, source } };
  });
}
