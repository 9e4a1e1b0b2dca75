import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COST_COMPONENTS } from '@dcc/domain/ledger/cost-component';
import { expect, test } from 'vitest';
import { LEDGER_COLUMNS } from '../features/exports/export-ledger.ts';
import { POSITION_COLUMNS } from '../features/exports/export-positions.ts';
import { STATEMENT_COLUMNS } from '../features/exports/export-statement.ts';
import { ENTRY_COLUMNS, ENTRY_FILE_KINDS, EXTRA_ENTRY_COLUMNS } from '../features/imports/entry-columns.ts';
import { COST_COLUMNS } from '../features/imports/import-costs.ts';
import { RATE_COLUMNS } from '../features/imports/import-rates.ts';
import { CONTRIBUTION_COLUMNS, REPORTED_COLUMNS } from './contribution-columns.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../../docs/files.md'), 'utf8');

test.each<[string, string, readonly string[]]>([
  ['import contributions', '### `import contributions', CONTRIBUTION_COLUMNS],
  ['import entries', '### `import entries', [...ENTRY_COLUMNS, ...EXTRA_ENTRY_COLUMNS, ...ENTRY_FILE_KINDS]],
  ['import rates', '### `import rates', RATE_COLUMNS],
  ['import costs', '### `import costs', [...COST_COLUMNS, ...COST_COMPONENTS]],
  ['export statement', '### `export statement', STATEMENT_COLUMNS],
  ['export ledger', '### `export ledger', LEDGER_COLUMNS],
  ['export contributions', '### `export contributions', REPORTED_COLUMNS],
  ['export positions', '### `export positions', POSITION_COLUMNS],
])('docs/files.md names every column of %s', (_name, heading, columns) => {
  const [, section = ''] = DOCUMENT.split(heading);
  const [until = ''] = section.split('\n### ');
  const named = new Set(until.match(/`[^`\n]+`/gu));
  expect(columns.filter((column) => !named.has(`\`${column}\``))).toEqual([]);
});
