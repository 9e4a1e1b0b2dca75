import './posting-table.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { EntryPreview, Posting } from '../api/views.ts';
import { recipeOf } from '../app/recipe-words.ts';
import { accountWord, componentWord, kindWord } from '../app/state-words.ts';
import { chargedMoney } from './charge-words.ts';
import { currencySign, formatDate, formatMoney, formatPercent } from './format.ts';
import { MoneyText } from './money-text.tsx';
import { ScrollRegion } from './scroll-region.tsx';

/** Postings as debit and credit, never a sign. */
export function PostingTable({
  caption,
  postings,
}: {
  readonly caption: string;
  readonly postings: readonly Posting[];
}) {
  return (
    <ScrollRegion className="posting-table__scroll" label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Account</Trans>
            </th>
            <th scope="col" className="posting-table__end">
              <Trans>Debit</Trans>
            </th>
            <th scope="col" className="posting-table__end">
              <Trans>Credit</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {postings.map((posting, index) => (
            // Two postings may be alike, and their order never changes.
            // oxlint-disable-next-line react/no-array-index-key -- a posting has no identity but its place.
            <PostingRow key={index} posting={posting} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function PostingRow({ posting }: { readonly posting: Posting }) {
  const component = posting.costComponent === null ? null : componentWord(posting.costComponent);
  const parties = [component, posting.contributor, posting.pool, posting.organization, posting.position].filter(
    (party) => party !== null,
  );
  return (
    <tr>
      <th scope="row">
        {accountWord(posting.account)}
        {parties.length === 0 ? null : <span className="posting-table__parties">{parties.join(' · ')}</span>}
        {posting.original === null ? null : (
          <span className="posting-table__parties">
            <MoneyText money={posting.original} />
          </span>
        )}
      </th>
      <td className="posting-table__end">{posting.debit === null ? null : <MoneyText money={posting.debit} />}</td>
      <td className="posting-table__end">{posting.credit === null ? null : <MoneyText money={posting.credit} />}</td>
    </tr>
  );
}

/** The rate that valued an entry, in words. */
export function RateNote({ rate }: { readonly rate: NonNullable<EntryPreview['rate']> }) {
  const [units, since, source] = [rate.unitsPerDollar, formatDate(rate.effectiveOn), rate.source];
  const sign = currencySign(rate.currency);
  return (
    <p className="note">
      <Trans>
        Valued at {units} {sign} to one US dollar, in force from {since}. Source: {source}.
      </Trans>
    </p>
  );
}

/** What a percentage is of, and what it comes to. */
export function ChargeNote({
  charge,
  ofReserve,
}: {
  readonly charge: NonNullable<EntryPreview['charge']>;
  readonly ofReserve: boolean;
}) {
  const [percent, base, amount] = [
    formatPercent(charge.percent),
    formatMoney(charge.base),
    formatMoney(chargedMoney(charge.percent, charge.base)),
  ];
  return (
    <p className="note">
      <Trans>
        {percent} of {base} is {amount}.
      </Trans>{' '}
      {ofReserve ? <Trans>The entry posts the difference from what was held before.</Trans> : null}
    </p>
  );
}

/** The named recipe that an entry follows. */
function RecipeNote({ preview }: { readonly preview: EntryPreview }) {
  const { name, sides } = recipeOf(preview);
  return (
    <p>
      <Trans>
        Recipe: <strong>{name}</strong>: {sides}.
      </Trans>
    </p>
  );
}

/** How a mistake in an entry of this kind would be put right. */
function correctionWords(kind: EntryPreview['kind']): string {
  switch (kind) {
    case 'allocation':
    case 'release':
      return t`It cannot be changed afterwards: only another decision of the committee undoes it.`;
    case 'operating-reserve':
      return t`It cannot be changed afterwards: the reserve is corrected by setting it again.`;
    case 'pledge':
    case 'pledge-amendment':
      return t`It cannot be changed afterwards: a pledge is corrected by amending it.`;
    default:
      return t`It cannot be changed afterwards, only reversed.`;
  }
}

/** What a form will post, before it is posted. */
export function PostingPreview({ preview }: { readonly preview: EntryPreview }) {
  const [kind, on, count, description] = [
    kindWord(preview.kind),
    formatDate(preview.effectiveOn),
    preview.postings.length,
    preview.description,
  ];
  return (
    <div className="posting-table">
      <p>
        <Trans>
          This will post one entry of the kind <strong>{kind}</strong>, effective <strong>{on}</strong>, with {count}{' '}
          postings.
        </Trans>{' '}
        {correctionWords(preview.kind)}
      </p>
      <RecipeNote preview={preview} />
      {description === '' ? null : <p className="soft">{description}</p>}
      <PostingTable caption={t`What will be posted`} postings={preview.postings} />
      {preview.charge === null ? null : (
        <ChargeNote charge={preview.charge} ofReserve={preview.kind === 'operating-reserve'} />
      )}
      {preview.rate === null ? null : <RateNote rate={preview.rate} />}
    </div>
  );
}
