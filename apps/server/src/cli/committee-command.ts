import { Command } from 'commander';
import { settleConsented } from '../use-case/settle-consented.ts';
import { withFund } from './open-fund.ts';
import { say } from './say.ts';

async function settle(): Promise<void> {
  const settled = await withFund((context) => settleConsented(context));
  if (settled.length === 0) say('No written decision waits to be settled.');
  for (const { reference, adopted, why } of settled)
    say(adopted ? `${reference}: adopted, nobody objected in time.` : `${reference}: sent to a meeting. ${why}`);
}

/** `committee settle`. */
export function committeeCommand(): Command {
  const committee = new Command('committee').description('Acts of the Steering Committee.');
  committee
    .command('settle')
    .description(
      'Enter what was decided in writing: adopt what nobody objected to by the last day, or send it to a meeting where its money is gone. ' +
        'The next act of the committee does the same.',
    )
    .action(settle);
  return committee;
}
