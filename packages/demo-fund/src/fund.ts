/**
 * The demonstration fund: one worked example, invented from end to end, that the first start, the tests and the pictures use.
 *
 * Worked out by hand, in US dollars as of 22 November 2026:
 *
 *   received      AUR-2022 900,000.00 · AUR-2025 600,000.00 · BOR-2023 250,000.00 + 255,681.82 · BOR-2026 187,500.00
 *                 DDB-2024 500,000.00 · ESU-2024 250,000.00 · ESU-2025 223,529.41 · CAL-2024 289,655.17 · FJO-2025 100,000.00
 *                 GAN-2026 50,000.00 − 5,000.00 refunded                                                  = 3,601,366.40
 *   signed        900,000 + 600,000 + 500,000 + 375,000 + 500,000 + 300,000 + 250,000 + 200,000 + 300,000
 *                 + 100,000 + 100,000 + 45,000                                                            = 4,170,000.00
 *   outstanding   BOR-2026 187,500 (overdue since 21 September 2026) + DDB-2026 300,000 + FJO-2026 100,000 =   587,500.00
 *   exchange      BOR-2023 + 5,681.82 · ESU-2025 + 23,529.41 · CAL-2024 − 10,344.83                       =    18,866.40
 *                 (= received − (signed − outstanding))
 *   pledged       AUR-2027 400,000.00 + CAL-2026 100,000.00                                               =   500,000.00
 *   sources       3,601,366.40 + interest 36,016.35 + 1,230.50 + other 500.00                             = 3,639,113.25
 *   uses          transfers 1,688,000.00 − refund 9,400.00 + fee 28,453.37 + direct 49,000.00 + bank 216.50 = 1,756,269.87
 *   balance                                                                                               = 1,882,843.38
 *   allocated     1,608,000 unearmarked + 556,000 least developed + 730,000 islands + 284,000 women       = 3,178,000.00
 *   still open    3,178,000 − 1,688,000                                                                   = 1,490,000.00
 *   available     1,882,843.38 − 1,490,000 − reserve 100,000                                              =   292,843.38
 *   hosts         received 1,548,000 (140,000 under way) − spent 1,150,100 − refunded 9,400               =   388,500.00
 *   delivery      1,150,100 ÷ (1,688,000 − 9,400)                                                         =        68.5 %
 */
import type { ContributorType, Earmarking } from '@dcc/domain/contributions/kinds';

/** The totals above, for tests to hold the program to. */
export const DEMO_TOTALS = {
  asOf: '2026-11-22',
  received: '3601366.40',
  signed: '4170000.00',
  outstanding: '587500.00',
  overdue: '187500.00',
  exchangeDifference: '18866.40',
  pledged: '500000.00',
  sources: '3639113.25',
  uses: '1756269.87',
  balance: '1882843.38',
  balancePercent: '52.3',
  allocated: '3178000.00',
  transferred: '1678600.00',
  available: '292843.38',
  hostBalance: '388500.00',
  spent: '1150100.00',
  deliveryPercent: '68.5',
  totalBalance: '2271343.38',
  sponsoredPositions: 15,
  positions: 22,
} as const;

export const DEMO_FUND_NAME = 'Demonstration Trust Fund';

export const DEMO_CONTRIBUTORS: readonly { id: string; name: string; type: ContributorType }[] = [
  { id: 'c-aurelia', name: 'Aurelia', type: 'country' },
  { id: 'c-borealis', name: 'Borealis', type: 'country' },
  { id: 'c-caldera', name: 'Caldera Foundation', type: 'foundation' },
  { id: 'c-delta', name: 'Delta Development Bank', type: 'development-bank' },
  { id: 'c-estuary', name: 'Estuary Union', type: 'regional-organization' },
  { id: 'c-fjord', name: 'Fjord Shipping', type: 'private-sector' },
  { id: 'c-gannet', name: 'Gannet Relief', type: 'ngo' },
];

export const DEMO_POOLS: readonly { id: string; name: string; earmarking: Earmarking; description: string }[] = [
  {
    id: 'e-ldc',
    name: 'Least developed countries',
    earmarking: 'softly',
    description: 'For nationals of least developed countries.',
  },
  {
    id: 'e-islands',
    name: 'Small island States',
    earmarking: 'earmarked',
    description: 'For positions in small island developing States, or their nationals.',
  },
  {
    id: 'e-women',
    name: 'Women in science',
    earmarking: 'tightly',
    description: 'For positions that bring women into science and engineering.',
  },
];

export const DEMO_ORGANIZATIONS = [
  { id: 'o-meridian', name: 'Meridian Development Programme', shortName: 'Meridian' },
  { id: 'o-lyceum', name: 'Lyceum for Learning and Heritage', shortName: 'Lyceum' },
  { id: 'o-fairwork', name: 'Fair Work Bureau', shortName: 'Fair Work' },
  { id: 'o-oceans', name: 'Oceans and Islands Agency', shortName: 'Oceans' },
] as const;

export const DEMO_DUTY_STATIONS = [
  { id: 's-suva', name: 'Suva', countryCode: 'FJ' },
  { id: 's-nairobi', name: 'Nairobi', countryCode: 'KE' },
  { id: 's-dakar', name: 'Dakar', countryCode: 'SN' },
  { id: 's-dhaka', name: 'Dhaka', countryCode: 'BD' },
  { id: 's-tashkent', name: 'Tashkent', countryCode: 'UZ' },
  { id: 's-lima', name: 'Lima', countryCode: 'PE' },
  { id: 's-apia', name: 'Apia', countryCode: 'WS' },
  { id: 's-tunis', name: 'Tunis', countryCode: 'TN' },
  { id: 's-vientiane', name: 'Vientiane', countryCode: 'LA' },
  { id: 's-praia', name: 'Praia', countryCode: 'CV' },
  { id: 's-kathmandu', name: 'Kathmandu', countryCode: 'NP' },
  { id: 's-honiara', name: 'Honiara', countryCode: 'SB' },
  { id: 's-maputo', name: 'Maputo', countryCode: 'MZ' },
  { id: 's-kigali', name: 'Kigali', countryCode: 'RW' },
  { id: 's-phnom-penh', name: 'Phnom Penh', countryCode: 'KH' },
  { id: 's-banjul', name: 'Banjul', countryCode: 'GM' },
] as const;

/** Invented rates: units of the currency for one US dollar, in force from the date. */
export const DEMO_RATES: readonly { currency: string; effectiveOn: string; unitsPerDollar: string }[] = [
  { currency: 'CHF', effectiveOn: '2022-01-01', unitsPerDollar: '0.95' },
  { currency: 'CHF', effectiveOn: '2023-01-01', unitsPerDollar: '0.90' },
  { currency: 'CHF', effectiveOn: '2024-01-01', unitsPerDollar: '0.88' },
  { currency: 'CHF', effectiveOn: '2025-01-01', unitsPerDollar: '0.86' },
  { currency: 'CHF', effectiveOn: '2026-01-01', unitsPerDollar: '0.80' },
  { currency: 'EUR', effectiveOn: '2024-01-01', unitsPerDollar: '0.92' },
  { currency: 'EUR', effectiveOn: '2025-01-01', unitsPerDollar: '0.95' },
  { currency: 'EUR', effectiveOn: '2026-01-01', unitsPerDollar: '0.85' },
  { currency: 'JPY', effectiveOn: '2024-01-01', unitsPerDollar: '140' },
  { currency: 'JPY', effectiveOn: '2024-10-01', unitsPerDollar: '145' },
  { currency: 'JPY', effectiveOn: '2026-01-01', unitsPerDollar: '150' },
  { currency: 'KWD', effectiveOn: '2026-01-01', unitsPerDollar: '0.3075' },
  { currency: 'NOK', effectiveOn: '2025-01-01', unitsPerDollar: '10.5' },
  { currency: 'NOK', effectiveOn: '2026-01-01', unitsPerDollar: '10.0' },
];
