import { listPools } from '@dcc/db/stores/contribution-store';
import { saveAgendaItem } from '@dcc/db/stores/meeting-store';
import { reviseMotion as saveRevision, saveMotion, saveMotionEvent, setMotionState } from '@dcc/db/stores/motion-store';
import { decisionReferenceTaken, findPosition } from '@dcc/db/stores/position-store';
import type { Reader } from '@dcc/db/open-database';
import type { Tx } from '@dcc/db/with-transaction';
import { moveMotion, reviseMotion } from '@dcc/domain/committee/decision';
import type { DraftDecision, MotionInput, ReviseDecision, TableDecision } from '@dcc/domain/committee/inputs';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { parseMoney } from '@dcc/domain/money';
import type { Recorded } from '../../use-case/command.ts';
import { requireFound, requireMeetingFound, stampOf } from '../../use-case/committee-table.ts';
import { type Context, today } from '../../use-case/context.ts';
import { checkSuperseded } from '../../use-case/enact.ts';
import { orRefuse, Refusal } from '../../use-case/refusal.ts';
import { committeeCommand } from '../../use-case/settle-consented.ts';

type Said = Omit<ReviseDecision, 'idempotencyKey' | 'decisionId' | 'version'>;

/** What a draft names must be there: positions with these years, pools, the decision whose place it takes. */
async function checkNamed(context: Context, db: Reader, input: Said): Promise<void> {
  const pools = new Set((await listPools(db)).map(({ id }) => id));
  for (const { positionId, year, poolId } of input.lines) {
    const position = await findPosition(db, positionId);
    if (position?.years.some((each) => each.year === year) !== true)
      throw new Refusal({ kind: 'NotFound', subject: 'position-year' });
    if (!pools.has(poolId)) throw new Refusal({ kind: 'NotFound', subject: 'pool' });
  }
  for (const { positionId } of input.positions)
    if ((await findPosition(db, positionId)) === null) throw new Refusal({ kind: 'NotFound', subject: 'position' });
  if (input.supersedesId !== null) await checkSuperseded(db, input.supersedesId, today(context.shell));
}

/** What a draft says and would do, once all that it names is there. */
async function readSaid(context: Context, db: Reader, input: Said) {
  await checkNamed(context, db, input);
  const lines = input.lines.map(({ amount, ...line }) => {
    const parsed = orRefuse(parseMoney(amount, BOOK_CURRENCY));
    if (parsed.minor <= 0n) throw new Refusal({ kind: 'AmountNotPositive' });
    return { ...line, amount: parsed };
  });
  const { title, text, options, kind, supersedesId, criteriaSetId, positions } = input;
  return { title, text, options, kind, supersedesId, criteriaSetId, positions, lines };
}

/** A draft comes on the agenda of a meeting that is not over. */
async function checkMeeting(db: Reader, meetingId: string): Promise<void> {
  const { reference, state } = await requireMeetingFound(db, meetingId);
  if (state === 'closed') throw new Refusal({ kind: 'MeetingInState', reference, state });
}

async function putOnAgenda(
  context: Context,
  tx: Tx,
  motion: { readonly id: string; readonly title: string },
  meetingId: string,
): Promise<void> {
  await saveAgendaItem(tx, meetingId, { title: motion.title, note: '', motionId: motion.id }, stampOf(context));
}

/** Drafts a decision, for a meeting or for none yet. Drafting decides nothing and reserves nothing. */
export function draftDecision(context: Context, input: DraftDecision): Promise<Recorded> {
  return committeeCommand(context, 'decision.draft', input, async (tx) => {
    const { reference, meetingId, kind, title } = input;
    if (await decisionReferenceTaken(tx, reference)) throw new Refusal({ kind: 'ReferenceTaken', reference });
    const said = await readSaid(context, tx, input);
    if (meetingId !== null) await checkMeeting(tx, meetingId);
    const id = context.shell.newId();
    await saveMotion(tx, { id, reference, meetingId, ...said }, stampOf(context));
    if (meetingId !== null) await putOnAgenda(context, tx, { id, title }, meetingId);
    return { id, entryNumber: null, detail: { reference, kind } };
  });
}

/** Writes a draft anew until it is put to the vote or circulated; every version stays on record. */
export function reviseDecision(context: Context, input: ReviseDecision): Promise<Recorded> {
  return committeeCommand(context, 'decision.draft', input, async (tx) => {
    const motion = await requireFound(tx, input.decisionId);
    const version = orRefuse(reviseMotion(motion, input.version));
    await saveRevision(tx, motion.id, version, await readSaid(context, tx, input), stampOf(context));
    return { id: motion.id, entryNumber: null, detail: { reference: motion.reference, version: String(version) } };
  });
}

/** Puts a draft on the agenda of a meeting, or of another one. */
export function tableDecision(context: Context, input: TableDecision): Promise<Recorded> {
  return committeeCommand(context, 'decision.draft', input, async (tx) => {
    const motion = await requireFound(tx, input.decisionId);
    const { id, reference, state } = motion;
    if (state !== 'drafted') throw new Refusal({ kind: 'DecisionState', reference, state });
    await checkMeeting(tx, input.meetingId);
    await putOnAgenda(context, tx, motion, input.meetingId);
    await setMotionState(tx, id, { state, meetingId: input.meetingId });
    await saveMotionEvent(tx, id, { what: 'tabled', note: '', organizationId: null }, stampOf(context));
    return { id, entryNumber: null, detail: { meeting: input.meetingId } };
  });
}

/** Withdraws a draft that nobody has decided. */
export function withdrawDecision(context: Context, input: MotionInput): Promise<Recorded> {
  return committeeCommand(context, 'decision.draft', input, async (tx) => {
    const motion = await requireFound(tx, input.decisionId);
    await setMotionState(tx, motion.id, { state: orRefuse(moveMotion(motion, 'withdrawn')) });
    const event = { what: 'withdrawn' as const, note: '', organizationId: null };
    await saveMotionEvent(tx, motion.id, event, stampOf(context));
    return { id: motion.id, entryNumber: null, detail: { state: 'withdrawn' } };
  });
}
