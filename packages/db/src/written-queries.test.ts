import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onBothEngines } from './test-support/engines.ts';
import { runWritten } from './written-queries.ts';

onBothEngines('a query that is written once', (bench) => {
  test('is asked with the values of each time, in the places that they were written to', async () => {
    const db = await bench.fresh();
    let times = 0;
    const ask = (values: { among: readonly string[]; sought: string }) =>
      runWritten(db.read, 'a test of places', values, ({ among, sought }) => {
        times += 1;
        const rows = among.map((one) => sql`select cast(${one} as text) as word`);
        return sql<{ word: string }>`select word from (${sql.join(rows, sql` union all `)}) as words
          where word <> ${sought} and word >= ${sql.val('b')} order by word`;
      });

    expect(await ask({ among: ['a', 'b', 'c'], sought: 'c' })).toEqual([{ word: 'b' }]);
    expect(await ask({ sought: 'b', among: ['d', 'b', 'a'] })).toEqual([{ word: 'd' }]);
    expect(times).toBe(1);
    // A longer list is another text.
    expect(await ask({ among: ['a', 'b', 'c', 'd'], sought: 'c' })).toEqual([{ word: 'b' }, { word: 'd' }]);
    expect(times).toBe(2);
  });
});
