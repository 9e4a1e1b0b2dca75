import { findSavedForecast, removeForecast, saveForecast, savedForecasts } from '@dcc/db/stores/forecast-store';
import type { RemoveForecast, SaveForecast } from '@dcc/domain/forecast/inputs';
import { assertMay, command, type Recorded } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { Refusal } from '../../use-case/refusal.ts';

/** What people saved of the screen of the forecast, by name. */
export async function listForecasts(context: Context) {
  assertMay(context, 'forecast.read');
  return { saved: await savedForecasts(context.shell.db.read) };
}

/** Keeps scenarios and assumptions under a name, for everybody who sees the forecast. */
export function keepForecast(context: Context, input: SaveForecast): Promise<Recorded> {
  return command(context, 'forecast.save', input, async (tx) => {
    const { shell, actor } = context;
    const { name, choice } = input;
    if ((await findSavedForecast(tx, { name })) !== null)
      throw new Refusal({ kind: 'NameTaken', subject: 'forecast', name });
    const id = shell.newId();
    const stamp = { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
    await saveForecast(tx, { id, name, choice }, stamp);
    return { id, entryNumber: null, detail: { name } };
  });
}

/** Removes a saved forecast: a working paper, and no record of the fund. That it was there stays in the audit trail. */
export function discardForecast(context: Context, input: RemoveForecast): Promise<Recorded> {
  return command(context, 'forecast.save', input, async (tx) => {
    const saved = await findSavedForecast(tx, { id: input.id });
    if (saved === null) throw new Refusal({ kind: 'NotFound', subject: 'forecast' });
    await removeForecast(tx, saved.id);
    return { id: saved.id, entryNumber: null, detail: { name: saved.name, removed: 'yes' } };
  });
}
