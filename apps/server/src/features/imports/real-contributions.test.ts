import { expect, test } from 'vitest';
import { contributionsCsv } from '../../testing/csv.ts';
import { demoActor, openTestFund } from '../../testing/test-fund.ts';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { importContributions } from './import-contributions.ts';

/**
 * Contributions to three pooled funds of the United Nations, in US dollars, as their public register has them (OCHA, 179 rows):
 * fund, then each row as year, country (- for none), paid + pledged.
 */
const REGISTER = `
AF: 2014 AU 371040, 2014 KR 6000000, 2014 NO 1340450.57, 2014 SE 11970374.6, 2014 GB 25881600,
   2014 - 1087230.72, 2015 AU 6143578.23, 2015 DK 3116235.59, 2015 DE 1070300, 2015 KR 200000,
   2015 NO 1147927.18, 2015 SE 8073705.23, 2015 GB 18222600, 2016 AU 5848785.38, 2016 DK 4291119.9,
   2016 DE 9066875, 2016 NL 6810000, 2016 NO 3571966.11, 2016 SE 10471920, 2016 CH 399965, 2016 GB 21632400,
   2017 AU 6103184.74, 2017 KR 5899513, 2017 NO 2109293.8, 2017 SE 8363695.15, 2017 CH 199965,
   2017 GB 16076280, 2018 AU 764291.95, 2018 DK 3032002.79, 2018 DE 568106, 2018 NO 2163811.66,
   2018 QA 999960, 2018 SE 12196080.57, 2018 CH 1119930, 2018 - 2339.03, 2018 GB 24011950,
   2019 QA 0+1000000
ET: 2006 NL 5012000, 2006 NO 1553277, 2006 CH 247934, 2006 GB 8861284, 2007 NL 3395940, 2007 NO 2022775.61,
   2007 SE 577564.8, 2007 GB 7632793.06, 2008 IE 4352602.22, 2008 IT 857232.7, 2008 NL 25675584,
   2008 NO 2644227.99, 2008 ES 1293661.06, 2008 SE 4090487.37, 2008 CH 689852.77, 2008 GB 28489852.18,
   2009 DK 4893091.82, 2009 IE 2033132.53, 2009 IT 1010101, 2009 NL 15441176, 2009 NO 2232764.14,
   2009 ES 1443001.44, 2009 SE 6476849.86, 2009 CH 699300.7, 2009 GB 11173248.41, 2010 NL 9790210,
   2010 NO 747030.74, 2010 ES 1221001.22, 2010 SE 3696599.84, 2011 DK 5536274, 2011 IE 962128.24,
   2011 IT 709610.19, 2011 NL 6875000, 2011 NO 2120038.32, 2011 ES 682128.24, 2011 SE 6159600.17,
   2011 CH 1783534.21, 2011 - 93, 2011 GB 17813610.4, 2012 DK 902391.08, 2012 IE 1093026.15,
   2012 NL 6428571, 2012 NO 820417.37, 2012 ES 649350.65, 2012 SE 4486132.26, 2012 CH 619973.56,
   2012 GB 12558869.7, 2013 IE 663129.97, 2013 NL 1250000, 2013 NO 829988.62, 2013 SE 1515399.95,
   2013 CH 1294787.63, 2013 GB 9463722.4, 2014 IE 679347.83, 2014 NO 688136.53, 2014 SE 3450492.92,
   2014 CH 989010.99, 2014 - 4108.11, 2014 GB 14598519.05, 2015 DK 2928684.34, 2015 IE 4088302.73,
   2015 NL 5291005.29, 2015 SE 706687.99, 2015 CH 3073942.8, 2015 GB 43381925.71, 2016 AU 3160012.13,
   2016 DK 1493988.76, 2016 DE 2254791.43, 2016 IE 1932059.45, 2016 KR 500000, 2016 SE 968768.01,
   2016 CH 1656254.07, 2016 GB 40540879.43, 2016 US 6700000, 2017 DE 18851992.52, 2017 IE 3678371.13,
   2017 KR 500000, 2017 NO 1197036.48, 2017 SE 5260130.96, 2017 CH 2099093.43, 2017 - 950.63,
   2017 GB 21561440.86, 2017 US 29500000, 2018 DE 14883567.3, 2018 IE 8970117.84, 2018 SE 6674819.02,
   2018 CH 1511597.39, 2018 GB 24618642.56+892857.14, 2018 US 14750000, 2019 GB 0+6887052.34,
   2020 GB 0+8264462.81, 2021 GB 0+6887052.34
HT: 2007 NO 1833920.19, 2008 NO 367060.55, 2008 SE 2418250.06, 2008 GB 921658.99, 2010 AF 200000,
   2010 DZ 500000, 2010 AD 69920.17, 2010 AM 100000, 2010 AZ 499978, 2010 BJ 86000, 2010 BW 128100,
   2010 BR 7012539.37, 2010 BN 52543.83, 2010 BI 161186.14, 2010 KH 60000, 2010 CD 950000,
   2010 DK 5308352.61, 2010 GQ 1999977, 2010 FR 6747638.33, 2010 GA 1000000, 2010 ID 50000,
   2010 IE 127064.8, 2010 KZ 99959, 2010 KE 1987.33, 2010 MK 90000, 2010 MG 5000, 2010 MT 70028.01,
   2010 MD 90000, 2010 MN 20000, 2010 NG 2501000, 2010 SA 50000000, 2010 SL 100000, 2010 SI 277777.78,
   2010 SE 817559.99, 2010 TN 1000000, 2010 UG 100000, 2010 - 1070867.25, 2010 - 187768.06, 2010 - 130000,
   2011 BN 61337.58, 2011 CD 400000, 2011 MD 10308.64, 2012 - 302.04, 2013 ES 331125.83, 2013 SE 757699.97,
   2013 - 200, 2013 GB 1908396.95, 2014 SE 1457500.1, 2014 GB 1659000, 2015 SE 596302.92
`;

type Given = {
  readonly fund: string;
  readonly year: string;
  readonly country: string;
  readonly paid: string;
  readonly pledged: string;
};

function readRegister(): Given[] {
  return REGISTER.split(/\n(?=[A-Z]{2}:)/u).flatMap((part) => {
    const [fund = '', rows = ''] = part.trim().split(':');
    return rows
      .split(',')
      .filter((row) => row.trim() !== '')
      .map((row) => {
        const [year = '', country = '', amounts = ''] = row.trim().split(' ');
        const [paid = '0', pledged = '0'] = amounts.split('+');
        return { fund, year, country, paid, pledged };
      });
  });
}

/** One row for what was paid and one for what was pledged, in the import's own format; the fund is the earmark. */
function asImport(given: readonly Given[]): string {
  const rows = given.flatMap(({ fund, year, country, paid, pledged }, index) => {
    const row = {
      contributor: country === '-' ? 'United Nations and others' : `Country ${country}`,
      contributor_type: country === '-' ? 'ngo' : 'country',
      country: country === '-' ? '' : country,
      effective_on: `${year}-12-31`,
      earmark: fund,
    };
    return [
      ...(Number(paid) > 0 ? [{ ...row, status: 'received', amount: paid, reference: `${index} paid` }] : []),
      ...(Number(pledged) > 0 ? [{ ...row, status: 'pledged', amount: pledged, reference: `${index} pledged` }] : []),
    ];
  });
  return contributionsCsv(...rows);
}

test('179 real contributions to three funds keep their totals to the cent', async () => {
  const given = readRegister();
  expect(given).toHaveLength(179);
  const fund = await openTestFund('real');
  const context = { shell: fund.shell, actor: demoActor('secretariat') };
  const actor = { ...context.actor, personId: 'command-line' };
  await importContributions({ ...context, actor }, asImport(given), { dryRun: false, onProgress: () => undefined });
  const auditor = fund.as('auditor');
  const { pools } = await auditor.reference.choices({});
  const totals = await Promise.all(
    ['AF', 'ET', 'HT'].map(async (name) => {
      const poolId = pools.find((pool) => pool.name === name)?.id;
      const { totals: of } = await auditor.contributions.list(poolId === undefined ? {} : { poolId });
      return [name, of.received.amount, of.pledged.amount];
    }),
  );
  expect(totals).toEqual([
    ['AF', '230328477.20', '1000000.00'],
    ['ET', '536617031.26', '22931424.63'],
    ['HT', '94338311.49', '0.00'],
  ]);
  const { figures } = await auditor.overview.get({});
  expect(figures.received.amount.amount).toBe('861283819.95');
  expect(figures.pledged.amount.amount).toBe('23931424.63');
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});
