import { type ForecastChoice, NEUTRAL_CHOICE } from '@dcc/domain/forecast/inputs';

/** A saved forecast of the demonstration fund; what it supposes is invented like everything else. */
export const DEMO_FORECAST: {
  readonly id: string;
  readonly name: string;
  readonly savedOn: string;
  readonly choice: ForecastChoice;
} = {
  id: 'f-march',
  name: 'For the March meeting',
  savedOn: '2026-11-18',
  choice: {
    ...NEUTRAL_CHOICE,
    scenario: ['pledges.12_overdue.6', 'pledges.24_overdue.6', 'leaves.c-delta', 'dollar.10_costs.6'],
  },
};
