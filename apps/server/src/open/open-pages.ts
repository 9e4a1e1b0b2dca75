import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFund } from '@dcc/db/stores/fund-store';
import { type Request, type Response, Router } from 'express';
import { eligibilityOf, eligibleCountries } from '../read-models/eligibility.ts';
import { openVacancies } from '../read-models/vacancies.ts';
import { type Shell, today } from '../use-case/context.ts';
import { vacanciesPage } from './vacancies-page.ts';

/** How long anybody may show a page again without asking: what opens or closes changes with the day. */
const FRESH_SECONDS = 300;

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');

/** Answers with a text that may be kept for a while, or that what the reader has is still right. */
function send(request: Request, response: Response, type: string, text: string): void {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  response.set({
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': `public, max-age=${FRESH_SECONDS}`,
    ETag: tag,
  });
  if (request.get('if-none-match') === tag) response.status(304).end();
  else response.send(text);
}

async function openVacanciesPage(shell: Shell): Promise<string> {
  const asOf = today(shell);
  const fund = (await findFund(shell.db.read)) ?? { name: 'The fund', demonstration: false };
  const open = await openVacancies(shell.db.read, { asOf, knownOn: null });
  const shown = [];
  for (const vacancy of open) {
    const eligibility = await eligibilityOf(shell.db.read, vacancy.terms.criteria.eligibilitySetId);
    shown.push({ vacancy, nationals: eligibility === null ? null : eligibleCountries(eligibility, asOf) });
  }
  return vacanciesPage(fund, shown, asOf);
}

/** Pages for everybody, without an account or a cookie. They show what is public, and name no candidate. */
export function openPages(shell: Shell): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/vacancies', (request, response, next) => {
    openVacanciesPage(shell).then((page) => send(request, response, 'text/html', page), next);
  });
  router.get('/style.css', (request, response) => send(request, response, 'text/css', STYLE));
  return router;
}
