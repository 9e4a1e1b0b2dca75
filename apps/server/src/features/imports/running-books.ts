import type { Reader } from '@dcc/db/open-database';
import { openReservations, sumsByHost } from '@dcc/db/stores/open-amounts';
import { reserveHeld } from '@dcc/db/stores/pool-store';
import { basesOf, changesFrom } from '@dcc/db/stores/standing-store';
import type { HeldReserve } from '@dcc/domain/allocations/reserve';
import { type Draw, drawOnReservations, type Reservation } from '@dcc/domain/allocations/reservations';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import type { OpenInstalment } from '@dcc/domain/contributions/deposit';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import type { DayChange } from '@dcc/domain/ledger/standing';
import { add, type Money, money, negate, subtract, sum, zero } from '@dcc/domain/money';
import type { Result } from '@dcc/domain/result';
import type { RuleViolation } from '@dcc/domain/rule-violation';

/** What hosts hold of one kind of money: what they were sent, or what their own records received; less what went back. */
class HostSums {
  readonly #sums: Map<string, Money>;

  constructor(sums: Map<string, Money>) {
    this.#sums = sums;
  }

  add(host: string | null, amount: Money): void {
    this.#sums.set(host ?? '', add(this.#sums.get(host ?? '') ?? zero(BOOK_CURRENCY), amount));
  }

  /** What a host may send back: an entry that names no host may have been anybody's. */
  of(host: string | null): Money {
    const unnamed = this.#sums.get('') ?? zero(BOOK_CURRENCY);
    if (host === null) return sum([...this.#sums.values()], BOOK_CURRENCY);
    return add(this.#sums.get(host) ?? zero(BOOK_CURRENCY), unnamed);
  }
}

const DEPOSITS = ['deposit', 'contributor-refund'] as const;

/** What of a ground no percentage of a kind was taken of yet. */
async function uncharged(db: Reader, kind: 'agent-fee' | 'support-cost', ground: readonly DayChange[]): Promise<Money> {
  const total = (changes: readonly DayChange[]) => changes.reduce((before, { change }) => before + change, 0n);
  return money(total(ground) - total(await basesOf(db, kind)), BOOK_CURRENCY);
}

/** The books as they stand between two rows of a file: what is on record, and what the rows before have done to it. */
export class RunningBooks {
  readonly transferred: HostSums;
  readonly received: HostSums;
  reserve: HeldReserve;
  /** What no percentage was taken of yet: deposits for the agent fee, expenditure for support cost. */
  readonly uncharged: { 'agent-fee': Money; 'support-cost': Money };
  readonly #reservations: Map<string, Reservation[]>;
  readonly #instalments = new Map<string, OpenInstalment>();

  private constructor(parts: {
    transferred: Map<string, Money>;
    received: Map<string, Money>;
    reserve: HeldReserve;
    uncharged: { 'agent-fee': Money; 'support-cost': Money };
    reservations: Map<string, Reservation[]>;
  }) {
    this.transferred = new HostSums(parts.transferred);
    this.received = new HostSums(parts.received);
    this.reserve = parts.reserve;
    this.uncharged = parts.uncharged;
    this.#reservations = parts.reservations;
  }

  static async open(db: Reader, today: CalendarDate): Promise<RunningBooks> {
    const sums = await sumsByHost(db, ['organization-receipts', 'organization-refunds']);
    return new RunningBooks({
      transferred: await sumsByHost(db, ['transfers']),
      received: new Map([...sums].map(([host, amount]) => [host, negate(amount)])),
      reserve: await reserveHeld(db),
      uncharged: {
        'agent-fee': await uncharged(db, 'agent-fee', await changesFrom(db, ['cash'], { kinds: DEPOSITS }, today)),
        'support-cost': await uncharged(
          db,
          'support-cost',
          await changesFrom(db, ['organization-expenditure'], {}, today),
        ),
      },
      reservations: await openReservations(db),
    });
  }

  /** Takes a transfer out of what is reserved for its position. */
  draw(positionId: string, poolId: string | null, amount: Money): Result<readonly Draw[], RuleViolation> {
    const reserved = this.#reservations.get(positionId) ?? [];
    const drawn = drawOnReservations(reserved, amount, poolId);
    if (!drawn.ok) return drawn;
    const taken = new Map(drawn.value.map((draw) => [draw.poolId, draw.amount]));
    const left = reserved.map((each) => ({
      ...each,
      open: subtract(each.open, taken.get(each.poolId) ?? zero(BOOK_CURRENCY)),
    }));
    this.#reservations.set(positionId, left);
    return drawn;
  }

  /** An instalment as the rows before have left it. */
  instalment(stored: OpenInstalment): OpenInstalment {
    return this.#instalments.get(stored.id) ?? stored;
  }

  /** Takes what an entry settles or gives up out of its instalment. */
  settle(instalment: OpenInstalment, entry: EntryDraft): void {
    const line = entry.postings.find(({ instalmentId }) => instalmentId === instalment.id);
    if (line?.original == null) return;
    this.#instalments.set(instalment.id, {
      id: instalment.id,
      outstanding: add(instalment.outstanding, line.original),
      outstandingValue: add(instalment.outstandingValue, line.amount),
    });
  }
}
