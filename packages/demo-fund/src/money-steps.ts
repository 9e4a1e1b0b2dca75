import type { MovementKind } from '@dcc/domain/ledger/movements';

type Pool = 'unearmarked' | 'e-ldc' | 'e-islands' | 'e-women';

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
    }
  | {
      readonly on: string;
      readonly do: 'reserve';
      readonly percent: string;
      readonly base: string;
      readonly text: string;
    };

const movement = (
  on: string,
  kind: MovementKind,
  amount: string,
  text: string,
  host?: string,
  position?: string,
): DemoStep => ({
  on,
  do: 'movement',
  kind,
  amount,
  text,
  ...(host === undefined ? {} : { host }),
  ...(position === undefined ? {} : { position }),
});
/** The agent's fee: one percent of the deposits of the year, as UN pooled funds charge it. */
const fee = (on: string, amount: string, base: string, year: number): DemoStep => ({
  on,
  do: 'movement',
  kind: 'agent-fee',
  amount,
  text: `Agent fee, 1 % of deposits ${year}`,
  charge: { percent: '1.00', base },
});
const spent = (on: string, host: string, position: string, amount: string): DemoStep =>
  movement(on, 'organization-expenditure', amount, 'Expenditure reported by the host', host, position);
const hostGot = (on: string, host: string, position: string, amount: string): DemoStep =>
  movement(on, 'organization-received', amount, 'Transfer received by the host', host, position);
const deposit = (on: string, ref: string, instalment: number, amount: string): DemoStep => ({
  on,
  do: 'deposit',
  ref,
  instalment,
  amount,
});
const transfer = (on: string, position: string, year: number, pool: Pool, amount: string): DemoStep => ({
  on,
  do: 'transfer',
  position,
  year,
  pool,
  amount,
});
const sign = (
  on: string,
  ref: string,
  from: string,
  pool: Pool,
  currency: string,
  ...instalments: [string, string][]
): DemoStep => ({
  on,
  do: 'sign',
  ref,
  from,
  pool,
  currency,
  instalments,
});

export const DEMO_STEPS: readonly DemoStep[] = [
  sign(
    '2022-03-15',
    'AUR-2022',
    'c-aurelia',
    'unearmarked',
    'USD',
    ['2022-05-01', '300000.00'],
    ['2023-05-01', '300000.00'],
    ['2024-05-01', '300000.00'],
  ),
  deposit('2022-05-10', 'AUR-2022', 1, '300000.00'),
  {
    on: '2022-06-14',
    do: 'decide',
    ref: 'SC-2022/1',
    title: 'First two positions',
    lines: [
      ['Climate adaptation analyst', 1, 'unearmarked', '140000.00'],
      ['Decent work officer', 1, 'unearmarked', '138000.00'],
    ],
  },
  transfer('2022-08-18', 'Climate adaptation analyst', 1, 'unearmarked', '140000.00'),
  hostGot('2022-08-19', 'o-meridian', 'Climate adaptation analyst', '140000.00'),
  transfer('2022-09-15', 'Decent work officer', 1, 'unearmarked', '138000.00'),
  hostGot('2022-09-16', 'o-fairwork', 'Decent work officer', '138000.00'),
  spent('2022-12-31', 'o-meridian', 'Climate adaptation analyst', '44000.00'),
  spent('2022-12-31', 'o-fairwork', 'Decent work officer', '33000.00'),
  movement('2022-12-31', 'interest-fund', '1250.40', 'Interest 2022'),
  fee('2022-12-31', '3000.00', '300000.00', 2022),
  movement('2022-12-31', 'bank-charge', '40.00', 'Bank charges 2022'),
  {
    on: '2023-01-20',
    do: 'pledge',
    ref: 'BOR-2023',
    from: 'c-borealis',
    pool: 'e-islands',
    amount: '400000.00',
    currency: 'CHF',
  },
  {
    on: '2023-03-01',
    do: 'amend',
    ref: 'BOR-2023',
    amount: '450000.00',
    reason: 'Raised after the spring session of parliament',
  },
  sign(
    '2023-04-12',
    'BOR-2023',
    'c-borealis',
    'e-islands',
    'CHF',
    ['2023-06-01', '225000.00'],
    ['2024-06-01', '225000.00'],
  ),
  deposit('2023-05-08', 'AUR-2022', 2, '300000.00'),
  deposit('2023-06-05', 'BOR-2023', 1, '225000.00'),
  {
    on: '2023-06-20',
    do: 'decide',
    ref: 'SC-2023/1',
    title: 'Second years, and one new position',
    lines: [
      ['Climate adaptation analyst', 2, 'e-islands', '144000.00'],
      ['Decent work officer', 2, 'unearmarked', '142000.00'],
      ['Data and statistics associate', 1, 'unearmarked', '136000.00'],
    ],
  },
  movement('2023-06-30', 'direct-cost', '12000.00', 'Secretariat of the committee 2023'),
  transfer('2023-08-17', 'Climate adaptation analyst', 2, 'e-islands', '144000.00'),
  hostGot('2023-08-18', 'o-meridian', 'Climate adaptation analyst', '144000.00'),
  transfer('2023-08-17', 'Data and statistics associate', 1, 'unearmarked', '136000.00'),
  hostGot('2023-08-18', 'o-lyceum', 'Data and statistics associate', '136000.00'),
  transfer('2023-09-14', 'Decent work officer', 2, 'unearmarked', '142000.00'),
  hostGot('2023-09-15', 'o-fairwork', 'Decent work officer', '142000.00'),
  spent('2023-12-31', 'o-meridian', 'Climate adaptation analyst', '138500.00'),
  spent('2023-12-31', 'o-fairwork', 'Decent work officer', '137400.00'),
  spent('2023-12-31', 'o-lyceum', 'Data and statistics associate', '44000.00'),
  movement('2023-12-31', 'interest-fund', '6310.25', 'Interest 2023'),
  fee('2023-12-31', '5500.00', '550000.00', 2023),
  movement('2023-12-31', 'bank-charge', '45.50', 'Bank charges 2023'),
  sign(
    '2024-01-22',
    'DDB-2024',
    'c-delta',
    'e-islands',
    'USD',
    ['2024-03-01', '250000.00'],
    ['2025-03-01', '250000.00'],
  ),
  deposit('2024-03-04', 'DDB-2024', 1, '250000.00'),
  sign('2024-05-06', 'ESU-2024', 'c-estuary', 'unearmarked', 'EUR', ['2024-07-01', '230000.00']),
  deposit('2024-05-13', 'AUR-2022', 3, '300000.00'),
  deposit('2024-06-03', 'BOR-2023', 2, '225000.00'),
  {
    on: '2024-06-18',
    do: 'decide',
    ref: 'SC-2024/1',
    title: 'Second year of the statistics associate',
    lines: [['Data and statistics associate', 2, 'unearmarked', '140000.00']],
  },
  // Invented: the real fund's reserve is not known.
  {
    on: '2024-06-18',
    do: 'reserve',
    percent: '25.00',
    base: '400000.00',
    text: 'Operating reserve by decision SC-2024/1',
  },
  movement('2024-06-30', 'direct-cost', '12000.00', 'Secretariat of the committee 2024'),
  deposit('2024-07-02', 'ESU-2024', 1, '230000.00'),
  sign('2024-08-01', 'CAL-2024', 'c-caldera', 'e-women', 'JPY', ['2024-10-01', '42000000']),
  transfer('2024-08-20', 'Data and statistics associate', 2, 'unearmarked', '140000.00'),
  hostGot('2024-08-21', 'o-lyceum', 'Data and statistics associate', '140000.00'),
  deposit('2024-10-01', 'CAL-2024', 1, '42000000'),
  {
    on: '2024-12-10',
    do: 'decide',
    ref: 'SC-2024/2',
    title: 'Gender programme analyst',
    lines: [['Gender programme analyst', 1, 'unearmarked', '142000.00']],
  },
  spent('2024-12-31', 'o-meridian', 'Climate adaptation analyst', '96200.00'),
  spent('2024-12-31', 'o-fairwork', 'Decent work officer', '100200.00'),
  spent('2024-12-31', 'o-lyceum', 'Data and statistics associate', '135000.00'),
  movement('2024-12-31', 'interest-fund', '12480.10', 'Interest 2024'),
  movement('2024-12-31', 'interest-organization', '820.00', 'Interest earned by the host 2024', 'o-meridian'),
  fee('2024-12-31', '13453.37', '1345336.99', 2024),
  movement('2024-12-31', 'bank-charge', '52.25', 'Bank charges 2024'),
  transfer('2025-01-15', 'Gender programme analyst', 1, 'unearmarked', '142000.00'),
  hostGot('2025-01-16', 'o-meridian', 'Gender programme analyst', '142000.00'),
  sign('2025-02-10', 'AUR-2025', 'c-aurelia', 'e-ldc', 'USD', ['2025-04-01', '300000.00'], ['2026-04-01', '300000.00']),
  deposit('2025-03-03', 'DDB-2024', 2, '250000.00'),
  movement(
    '2025-03-31',
    'refund',
    '9400.00',
    'Unspent money of the decent work officer',
    'o-fairwork',
    'Decent work officer',
  ),
  movement(
    '2025-03-31',
    'organization-refund',
    '9400.00',
    'Unspent money sent back',
    'o-fairwork',
    'Decent work officer',
  ),
  deposit('2025-04-03', 'AUR-2025', 1, '300000.00'),
  sign('2025-05-20', 'FJO-2025', 'c-fjord', 'unearmarked', 'NOK', ['2025-06-10', '1050000.00']),
  deposit('2025-06-10', 'FJO-2025', 1, '1050000.00'),
  movement('2025-06-30', 'direct-cost', '12500.00', 'Secretariat of the committee 2025'),
  sign('2025-09-15', 'ESU-2025', 'c-estuary', 'unearmarked', 'EUR', ['2025-10-15', '190000.00']),
  {
    on: '2025-10-14',
    do: 'decide',
    ref: 'SC-2025/1',
    title: 'Three new positions and one second year',
    lines: [
      ['Water governance analyst', 1, 'unearmarked', '138000.00'],
      ['Youth participation officer', 1, 'unearmarked', '136000.00'],
      ['Coastal resilience analyst', 1, 'e-islands', '146000.00'],
      ['Coastal resilience analyst', 2, 'e-islands', '150000.00'],
      ['Gender programme analyst', 2, 'e-ldc', '146000.00'],
    ],
  },
  spent('2025-12-31', 'o-meridian', 'Gender programme analyst', '128000.00'),
  spent('2025-12-31', 'o-lyceum', 'Data and statistics associate', '92500.00'),
  movement('2025-12-31', 'interest-fund', '15975.60', 'Interest 2025'),
  movement('2025-12-31', 'interest-organization', '410.50', 'Interest earned by the host 2025', 'o-lyceum'),
  movement('2025-12-31', 'other-income', '500.00', 'Sale of a printed report'),
  fee('2025-12-31', '6500.00', '650000.00', 2025),
  movement('2025-12-31', 'bank-charge', '48.75', 'Bank charges 2025'),
  transfer('2026-01-08', 'Youth participation officer', 1, 'unearmarked', '136000.00'),
  hostGot('2026-01-09', 'o-fairwork', 'Youth participation officer', '136000.00'),
  deposit('2026-01-12', 'ESU-2025', 1, '190000.00'),
  sign('2026-01-19', 'GAN-2026', 'c-gannet', 'e-ldc', 'KWD', ['2026-02-15', '15375.000']),
  transfer('2026-01-22', 'Water governance analyst', 1, 'unearmarked', '138000.00'),
  hostGot('2026-01-23', 'o-lyceum', 'Water governance analyst', '138000.00'),
  transfer('2026-01-22', 'Gender programme analyst', 2, 'e-ldc', '146000.00'),
  hostGot('2026-01-23', 'o-meridian', 'Gender programme analyst', '146000.00'),
  deposit('2026-02-16', 'GAN-2026', 1, '15375.000'),
  sign(
    '2026-03-10',
    'BOR-2026',
    'c-borealis',
    'unearmarked',
    'CHF',
    ['2026-04-15', '150000.00'],
    ['2026-09-21', '150000.00'],
  ),
  deposit('2026-04-02', 'AUR-2025', 2, '300000.00'),
  transfer('2026-04-16', 'Coastal resilience analyst', 1, 'e-islands', '146000.00'),
  hostGot('2026-04-17', 'o-oceans', 'Coastal resilience analyst', '146000.00'),
  deposit('2026-04-20', 'BOR-2026', 1, '150000.00'),
  {
    on: '2026-05-14',
    do: 'decide',
    ref: 'SC-2026/1',
    title: 'Five new positions and half a second year',
    lines: [
      ['Migration statistics associate', 1, 'unearmarked', '140000.00'],
      ['Migration statistics associate', 2, 'unearmarked', '144000.00'],
      ['Public health data officer', 1, 'e-ldc', '138000.00'],
      ['Renewable energy analyst', 1, 'e-islands', '144000.00'],
      ['Rural finance associate', 1, 'e-ldc', '134000.00'],
      ['Women engineers officer', 1, 'e-women', '140000.00'],
      ['Women engineers officer', 2, 'e-women', '144000.00'],
      ['Youth participation officer', 2, 'unearmarked', '70000.00'],
    ],
  },
  {
    on: '2026-06-01',
    do: 'give-back',
    ref: 'GAN-2026',
    amount: '1537.500',
    reason: 'The contributor asked for a tenth back',
  },
  spent('2026-06-30', 'o-meridian', 'Gender programme analyst', '70500.00'),
  spent('2026-06-30', 'o-lyceum', 'Water governance analyst', '52000.00'),
  spent('2026-06-30', 'o-fairwork', 'Youth participation officer', '58500.00'),
  spent('2026-06-30', 'o-oceans', 'Coastal resilience analyst', '20300.00'),
  movement('2026-06-30', 'direct-cost', '12500.00', 'Secretariat of the committee 2026'),
  movement('2026-06-30', 'bank-charge', '30.00', 'Bank charges, first half of 2026'),
  sign('2026-06-30', 'DDB-2026', 'c-delta', 'e-ldc', 'USD', ['2027-02-01', '300000.00']),
  {
    on: '2026-09-20',
    do: 'pledge',
    ref: 'AUR-2027',
    from: 'c-aurelia',
    pool: 'unearmarked',
    amount: '400000.00',
    currency: 'USD',
  },
  sign('2026-10-01', 'FJO-2026', 'c-fjord', 'unearmarked', 'NOK', ['2026-12-15', '1000000.00']),
  {
    on: '2026-10-05',
    do: 'pledge',
    ref: 'CAL-2026',
    from: 'c-caldera',
    pool: 'e-women',
    amount: '15000000',
    currency: 'JPY',
  },
  {
    on: '2026-10-06',
    do: 'decide',
    ref: 'SC-2026/2',
    title: 'Three new positions, first years',
    lines: [
      ['Labour migration officer', 1, 'unearmarked', '142000.00'],
      ['Fisheries policy officer', 1, 'e-islands', '146000.00'],
      ['Urban planning analyst', 1, 'e-ldc', '138000.00'],
    ],
  },
  transfer('2026-11-10', 'Migration statistics associate', 1, 'unearmarked', '140000.00'),
];
