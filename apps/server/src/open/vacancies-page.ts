import type { Vacancy } from '@dcc/db/stores/vacancy-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { countryName } from '@dcc/domain/reference/countries';
import type { Criteria, Degree } from '@dcc/domain/vacancies/criteria';
import { html, type Html } from './html.ts';

const DEGREES: Readonly<Record<Degree, string>> = {
  'first-level': 'A first-level university degree (bachelor’s or equivalent)',
  advanced: 'An advanced university degree (master’s or equivalent)',
  doctorate: 'A doctorate',
};

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
const AND = new Intl.ListFormat('en', { type: 'conjunction' });
const OR = new Intl.ListFormat('en', { type: 'disjunction' });

const day = (on: string): Html => html`<time datetime="${on}">${LONG.format(new Date(`${on}T00:00:00Z`))}</time>`;
const names = (codes: readonly string[]): string[] => codes.map((code) => LANGUAGES.of(code) ?? code);

/** What a vacancy asks for, a line for each criterion. */
function asked({ oldestAge, degree, experienceYears, languages }: Criteria): string[] {
  const years = experienceYears === 1 ? '1 year' : `${experienceYears} years`;
  return [
    degree === null ? '' : `${DEGREES[degree]}.`,
    experienceYears === 0 ? '' : `${years} of work, gained after the first-level degree.`,
    languages.all.length === 0 ? '' : `${AND.format(names(languages.all))}.`,
    languages.oneOf.length === 0 ? '' : `At least one of ${OR.format(names(languages.oneOf))}.`,
    languages.asset.length === 0 ? '' : `${AND.format(names(languages.asset))} would help.`,
    oldestAge === null ? '' : `At most ${oldestAge} years old on the day of application.`,
  ].filter((line) => line !== '');
}

/** Text as somebody typed it: an empty line parts paragraphs. */
function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/u)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="typed">${part.trim()}</p>`);
}

/** The countries whose nationals may apply, folded so that a long list is not in the way. */
function nationality(countries: readonly string[]): Html {
  const count = countries.length === 1 ? 'the one country' : `one of ${countries.length} countries`;
  return html`<li class="folded">
    <details>
      <summary>A national of ${count} on this list</summary>
      <ul>
        ${countries.map((name) => html`<li>${name}</li>`)}
      </ul>
    </details>
  </li>`;
}

/** A vacancy, and by name the countries whose nationals may apply; `null` where nationality is not asked. */
type Shown = { readonly vacancy: Vacancy; readonly nationals: readonly string[] | null };

function article({ vacancy, nationals }: Shown): Html {
  const { id, position, organization, dutyStation, terms } = vacancy;
  const criteria = asked(terms.criteria);
  const country = countryName(dutyStation.countryCode) ?? dutyStation.countryCode;
  return html`<article aria-labelledby="${id}">
    <h2 id="${id}">${position.title}</h2>
    <dl>
      <div>
        <dt>Organization</dt>
        <dd>${organization.name}</dd>
      </div>
      <div>
        <dt>Duty station</dt>
        <dd>${dutyStation.name}, ${country}</dd>
      </div>
      <div>
        <dt>Begins</dt>
        <dd>${position.startsOn === null ? 'Not set yet' : day(position.startsOn)}</dd>
      </div>
      <div>
        <dt>Apply by</dt>
        <dd><strong>${day(terms.closesOn)}</strong>, end of day in UTC</dd>
      </div>
    </dl>
    ${paragraphs(position.description)}
    ${
      criteria.length === 0 && nationals === null
        ? null
        : html`<h3>Asked for</h3>
            <ul>
              ${nationals === null ? null : nationality(nationals)} ${criteria.map((line) => html`<li>${line}</li>`)}
            </ul>`
    }
    ${
      terms.text.trim() === ''
        ? null
        : html`<h3>Applying</h3>
            ${paragraphs(terms.text)}`
    }
  </article>`;
}

/** The public page of what is open: plain, to be read aloud or printed, and naming nobody. */
export function vacanciesPage(
  fund: { readonly name: string; readonly demonstration: boolean },
  vacancies: readonly Shown[],
  today: CalendarDate,
): string {
  const count = vacancies.length === 1 ? '1 position is' : `${vacancies.length} positions are`;
  const said =
    vacancies.length === 0
      ? html`No position takes applications today, ${day(today)}.`
      : html`${count} open to applications on ${day(today)}.`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Open vacancies · ${fund.name}</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/open/style.css" />
      </head>
      <body>
        <header>
          <p class="fund">${fund.name}</p>
          ${fund.demonstration ? html`<p class="notice">This is a demonstration: every position on this page is invented.</p>` : null}
        </header>
        <main>
          <h1>Open vacancies</h1>
          <p class="lead">${said}</p>
          ${vacancies.map((vacancy) => article(vacancy))}
        </main>
        <footer>
          <p>
            The fund sponsors Junior Professional Officers from developing countries. The organization named with a
            position employs the person and chooses among the candidates.
          </p>
        </footer>
      </body>
    </html> `.text;
}
