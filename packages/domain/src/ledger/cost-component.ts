/**
 * What the cost of a position is made of, in the words of the common system of salaries and allowances (ICSC) and of the JPO
 * programmes; `support-cost` is the host's own percentage within its report.
 */
export const COST_COMPONENTS = [
  'salary',
  'post-adjustment',
  'rental-subsidy',
  'dependency-allowance',
  'education-grant',
  'settling-in-grant',
  'travel-and-shipment',
  'hardship-allowance',
  'mobility-incentive',
  'home-leave',
  'pension',
  'insurance',
  'repatriation-grant',
  'training-and-duty-travel',
  'induction',
  'support-cost',
  'other',
] as const;
export type CostComponent = (typeof COST_COMPONENTS)[number];
