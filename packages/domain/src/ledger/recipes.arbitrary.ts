import fc from 'fast-check';
import { decideAllocation } from '../allocations/allocation.ts';
import { releaseEntry } from '../allocations/release.ts';
import { reserveEntry } from '../allocations/reserve.ts';
import { signAgreement } from '../contributions/agreement.ts';
import { depositEntry, refundEntry, unscheduledDepositEntry } from '../contributions/deposit.ts';
import { amendPledgeEntry, pledgeEntry } from '../contributions/pledge.ts';
import { writeOffEntry } from '../contributions/write-off.ts';
import { date } from '../calendar-date.ts';
import { toBookCurrency } from '../exchange-rate.ts';
import { anyCurrency, anyRate, positiveMinor, usd } from '../laws.arbitrary.ts';
import { type Money, money } from '../money.ts';
import type { Result } from '../result.ts';
import type { EntryDraft } from './entry.ts';
import { chargedAmount } from './charge.ts';
import { MOVEMENT_KINDS, movementEntry, transferForPosition } from './movements.ts';

export const AURELIA = { id: 'k-1', contributorId: 'c-aurelia', poolId: 'e-islands', reference: 'AUR-2026' };
const ON = date('2026-03-10');

/** The value of what has to have been accepted. */
export function granted<T>(result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.violation.kind)}`);
  return result.value;
}

/** An amount of some currency with a rate at which it is worth a cent at least. */
export const valued = anyCurrency
  .chain((of) => fc.tuple(fc.constant(of), positiveMinor, anyRate(of)))
  .map(([of, minor, rate]) => ({ amount: money(minor, of), rate }))
  .filter(({ amount, rate }) => toBookCurrency(amount, rate).minor > 0n);

const parts = fc.array(positiveMinor, { minLength: 1, maxLength: 6 });

/** Entries as every recipe of the fund makes them. */
export const anyRecordable: fc.Arbitrary<EntryDraft> = fc
  .oneof(
    valued.map(({ amount, rate }) =>
      pledgeEntry({
        contribution: AURELIA,
        pledgedOn: ON,
        amount,
        value: toBookCurrency(amount, rate),
        rate,
        description: '',
      }),
    ),
    fc.tuple(valued, positiveMinor).map(([{ amount, rate }, value]) =>
      amendPledgeEntry({
        pledge: { ...AURELIA, pledgedOn: ON, original: money(amount.minor + 1n, amount.currency), value: usd(value) },
        amendedOn: ON,
        amount,
        rate,
        reason: 'More',
      }),
    ),
    fc.tuple(valued, parts, fc.boolean(), positiveMinor).map(([{ amount, rate }, more, pledged, value]) => {
      const instalments = [amount.minor, ...more].map((minor, index) => ({
        id: `i-${index}`,
        dueOn: ON,
        amount: money(minor, amount.currency),
      }));
      const pledge = pledged ? { ...AURELIA, pledgedOn: ON, original: amount, value: usd(value) } : null;
      const terms = { contribution: AURELIA, pledge, signedOn: ON, currency: amount.currency, instalments, rate };
      const signed = signAgreement({ ...terms, value: null, description: '' });
      return signed.ok ? { ok: true as const, value: signed.value.entry } : signed;
    }),
    fc.tuple(valued, fc.bigInt(0n, 10n ** 12n), positiveMinor).map(([{ amount, rate }, more, value]) =>
      depositEntry({
        contribution: AURELIA,
        signedOn: ON,
        instalment: {
          id: 'i-1',
          outstanding: money(amount.minor + more, amount.currency),
          outstandingValue: usd(value),
        },
        receivedOn: ON,
        amount,
        rate,
        description: '',
      }),
    ),
    valued.map(({ amount, rate }) =>
      unscheduledDepositEntry({
        contribution: AURELIA,
        receivedOn: ON,
        amount,
        value: toBookCurrency(amount, rate),
        rate,
        description: '',
      }),
    ),
    valued.map(({ amount, rate }) =>
      refundEntry({ contribution: AURELIA, received: amount, refundedOn: ON, amount, rate, reason: 'Asked back' }),
    ),
    fc.tuple(fc.constantFrom(...MOVEMENT_KINDS), positiveMinor).map(([kind, minor]) =>
      movementEntry({
        kind,
        effectiveOn: ON,
        amount: usd(minor),
        original: null,
        description: '',
        contributorId: null,
        organizationId: 'o-1',
        positionId: null,
        poolId: 'e-islands',
      }),
    ),
    fc
      .tuple(
        fc.constantFrom('agent-fee' as const, 'support-cost' as const),
        fc.integer({ min: 1, max: 100 }),
        positiveMinor,
      )
      .map(([kind, percent, minor]) => {
        const charge = { percent: String(percent), base: usd(minor + 100n) };
        return movementEntry({
          kind,
          effectiveOn: ON,
          amount: chargedAmount(charge),
          original: null,
          description: '',
          contributorId: null,
          organizationId: null,
          positionId: null,
          poolId: 'e-islands',
          charge,
        });
      }),
    fc.tuple(valued, fc.bigInt(0n, 10n ** 12n), positiveMinor).map(([{ amount }, more, value]) =>
      writeOffEntry({
        contribution: AURELIA,
        signedOn: ON,
        // What is given up is worth a cent at least.
        instalment: {
          id: 'i-1',
          outstanding: money(amount.minor + more, amount.currency),
          outstandingValue: usd(value + amount.minor + more),
        },
        writtenOffOn: ON,
        amount,
        reason: 'Given up',
      }),
    ),
    fc.tuple(fc.integer({ min: 1, max: 100 }), positiveMinor).map(([percent, minor]) =>
      reserveEntry({
        reserve: { held: usd(0), since: null },
        charge: { percent: String(percent), base: usd(minor + 100n) },
        effectiveOn: ON,
        description: 'SC-2026/1',
      }),
    ),
    parts.map((minors) =>
      transferForPosition({
        effectiveOn: ON,
        description: '',
        organizationId: 'o-1',
        positionId: 'p-1',
        draws: minors.map((minor, index) => ({ poolId: `e-${index}`, amount: usd(minor) })),
      }),
    ),
    parts.map((minors) =>
      releaseEntry({
        decisionId: 'd-2',
        reference: 'SC-2026/2',
        description: '',
        effectiveOn: ON,
        lines: minors.map((minor, index) => ({
          decisionId: 'd-1',
          line: index + 1,
          positionId: `p-${index}`,
          organizationId: 'o-1',
          year: 1,
          poolId: 'e-1',
          reserved: usd(minor),
          open: usd(minor),
        })),
      }),
    ),
    parts.map((minors) => {
      const amounts = minors.map((minor) => usd(minor));
      return decideAllocation({
        decisionId: 'd-1',
        reference: 'SC-2026/1',
        title: 'Positions',
        decidedOn: ON,
        deciderOrganizationId: null,
        pools: [{ id: 'e-1', name: 'Islands', cash: all(amounts), allocated: usd(0) }],
        reserve: usd(0),
        lines: amounts.map((amount, index) => ({
          target: {
            positionId: `p-${index}`,
            positionTitle: 'Analyst',
            organizationId: 'o-1',
            organizationName: 'Host',
            state: 'scored' as const,
            year: 1,
            cost: amount,
            allocated: usd(0),
          },
          poolId: 'e-1',
          amount,
        })),
      });
    }),
  )
  .map((result: Result<EntryDraft, { kind: string }>) => granted(result));

function all(amounts: readonly Money[]): Money {
  return usd(amounts.reduce((total, { minor }) => total + minor, 0n));
}
