import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import type { MovementKind } from '@dcc/domain/ledger/movements';

export type Pool = 'unearmarked' | 'e-ldc' | 'e-islands' | 'e-women';

/** What happened to the money of the demonstration fund, one line a step, in the order of the days. */
export type DemoStep =
  | {
      readonly on: string;
      readonly do: 'pledge';
      readonly ref: string;
      readonly from: string;
      readonly pool: Pool;
      readonly amount: string;
      readonly currency: string;
    }
  | {
      readonly on: string;
      readonly do: 'amend';
      readonly ref: string;
      readonly amount: string;
      readonly reason: string;
    }
  | {
      readonly on: string;
      readonly do: 'sign';
      readonly ref: string;
      readonly from: string;
      readonly pool: Pool;
      readonly currency: string;
      readonly instalments: readonly (readonly [dueOn: string, amount: string])[];
      /** Percent of expenditure that the agreement lets the fund charge. */
      readonly supportCost?: string;
    }
  | {
      readonly on: string;
      readonly do: 'deposit';
      readonly ref: string;
      readonly instalment: number;
      readonly amount: string;
    }
  | {
      readonly on: string;
      readonly do: 'give-back';
      readonly ref: string;
      readonly amount: string;
      readonly reason: string;
    }
  | {
      readonly on: string;
      readonly do: 'decide';
      readonly ref: string;
      readonly title: string;
      readonly lines: readonly (readonly [position: string, year: number, pool: Pool, amount: string])[];
    }
  | {
      readonly on: string;
      readonly do: 'transfer';
      readonly position: string;
      readonly year: number;
      readonly pool: Pool;
      readonly amount: string;
    }
  | {
      readonly on: string;
      readonly do: 'movement';
      readonly kind: MovementKind;
      readonly amount: string;
      readonly host?: string;
      readonly position?: string;
      readonly text: string;
      /** Of a percentage: what it is, and of how much. */
      readonly charge?: { readonly percent: string; readonly base: string };
      /** Of reported expenditure: what it was for. */
      readonly components?: readonly (readonly [CostComponent, string])[];
    }
  | {
      readonly on: string;
      readonly do: 'reserve';
      readonly percent: string;
      readonly base: string;
      readonly text: string;
    };
