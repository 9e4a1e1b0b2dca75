/**
 * The regions of the world by ISO 3166-1 alpha-2 code. Source: Standard country or area codes for statistical use (M49), United
 * Nations Statistics Division; a country stands in one region for statistical convenience only.
 */
const CODES = {
  africa: `DZ EG LY MA SD TN EH IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW AO CM CF TD CG CD GQ GA ST
    BW SZ LS NA ZA BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG`,
  americas: `AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI BZ CR SV GT HN MX NI PA AR BO BV
    BR CL CO EC FK GF GY PY PE GS SR UY VE BM CA GL PM US`,
  asia: `KZ KG TJ TM UZ CN HK MO KP JP MN KR BN KH ID LA MY MM PH SG TH TL VN AF BD BT IN IR MV NP PK LK AM AZ BH CY GE IQ IL JO
    KW LB OM QA SA PS SY TR AE YE`,
  europe: `BY BG CZ HU PL MD RO RU SK UA AX GG JE DK EE FO FI IS IE IM LV LT NO SJ SE GB AL AD BA HR GI GR VA IT MT ME MK PT SM RS
    SI ES AT BE FR DE LI LU MC NL CH`,
  oceania: 'AU CX CC HM NZ NF FJ NC PG SB VU GU KI MH FM NR MP PW UM AS CK PF NU PN WS TK TO TV WF',
} as const;

export type Region = keyof typeof CODES;
export const REGIONS = Object.keys(CODES) as [Region, ...Region[]];

const REGION_OF: ReadonlyMap<string, Region> = new Map(
  REGIONS.flatMap((region) => CODES[region].split(/\s+/u).map((code) => [code, region] as const)),
);

/** The region of a country; `null` of what stands in none: Antarctica, and codes that mean nothing. */
export function regionOf(code: string): Region | null {
  return REGION_OF.get(code) ?? null;
}
