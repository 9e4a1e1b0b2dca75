import {
  findSavedView,
  removeView,
  renameView,
  type SavedView,
  savedViews,
  saveView,
} from '@dcc/db/stores/saved-view-store';
import type { Tx } from '@dcc/db/with-transaction';
import { MOST_SAVED_VIEWS, type RemoveView, type RenameView, type SaveView } from '@dcc/domain/saved-views/inputs';
import { ownCommand, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

// The audit trail says that a view was saved, renamed or removed, and not its name: that is the person's own.

/** What this person keeps, by name. */
export async function listViews({ shell, actor }: Context) {
  return { saved: await savedViews(shell.db.read, actor.personId) };
}

/** Keeps an address under a name, for this person alone. */
export function keepView(context: Context, input: SaveView): Promise<Recorded> {
  return ownCommand(context, 'saved-view.save', input, async (tx) => {
    const { shell, actor } = context;
    const { name, path } = input;
    if ((await savedViews(tx, actor.personId)).length >= MOST_SAVED_VIEWS)
      throw new Refusal({ kind: 'TooManySavedViews', limit: MOST_SAVED_VIEWS });
    await refuseTaken(tx, context, name, null);
    const id = shell.newId();
    await saveView(tx, { id, name, path }, { personId: actor.personId, at: shell.now().toISOString() });
    return { id, entryNumber: null };
  });
}

/** Gives one of this person's views another name. */
export function nameView(context: Context, input: RenameView): Promise<Recorded> {
  return ownCommand(context, 'saved-view.rename', input, async (tx) => {
    const { id } = await ownView(tx, context, input.id);
    await refuseTaken(tx, context, input.name, id);
    await renameView(tx, id, input.name);
    return { id, entryNumber: null };
  });
}

/** Removes one of this person's views. */
export function discardView(context: Context, input: RemoveView): Promise<Recorded> {
  return ownCommand(context, 'saved-view.remove', input, async (tx) => {
    const { id } = await ownView(tx, context, input.id);
    await removeView(tx, id);
    return { id, entryNumber: null };
  });
}

async function ownView(tx: Tx, { actor }: Context, id: string): Promise<SavedView> {
  const view = await findSavedView(tx, actor.personId, { id });
  if (view === null) throw new Refusal({ kind: 'NotFound', subject: 'saved-view' });
  return view;
}

/** Refuses a name that another of this person's views bears. */
async function refuseTaken(tx: Tx, { actor }: Context, name: string, except: string | null): Promise<void> {
  const named = await findSavedView(tx, actor.personId, { name });
  if (named !== null && named.id !== except) throw new Refusal({ kind: 'NameTaken', subject: 'saved-view', name });
}
