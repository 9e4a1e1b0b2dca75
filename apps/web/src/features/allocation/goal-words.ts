import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';

/** The Sustainable Development Goals by their number, in the short words of the United Nations. */
const GOALS = [
  msg`No poverty`,
  msg`Zero hunger`,
  msg`Good health and well-being`,
  msg`Quality education`,
  msg`Gender equality`,
  msg`Clean water and sanitation`,
  msg`Affordable and clean energy`,
  msg`Decent work and economic growth`,
  msg`Industry, innovation and infrastructure`,
  msg`Reduced inequalities`,
  msg`Sustainable cities and communities`,
  msg`Responsible consumption and production`,
  msg`Climate action`,
  msg`Life below water`,
  msg`Life on land`,
  msg`Peace, justice and strong institutions`,
  msg`Partnerships for the goals`,
];

export function goalWord(number: string): string {
  const word = GOALS[Number(number) - 1];
  return word === undefined ? number : i18n._(word);
}
