import { OUTCOMES } from '@dcc/domain/committee/kinds';
import { STEPS } from '@dcc/domain/positions/step-table';

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const ADOPTED = list(['adopted', 'adopted-with-conditions']);

/** The day on which a term ends, of all that was said by a moment: the earliest. `9999` where none was given. */
const endsOn = (known: string): string =>
  `coalesce((select min(e.ends_on) from committee_seat_end e where e.seat_id = s.id and ${known}), s.ends_on, '9999')`;
const TERMS = `(select s.id, s.kind, coalesce(s.organization_id, '') as organization_id, s.starts_on, ${endsOn('1 = 1')} as ends_on from committee_seat s)`;

/** How many of the seated the rules ask for; a share of nothing still asks for one. */
const QUORUM = `case when s.seated * r.quorum_numerator = 0 then 1
  when r.quorum_bound = 'at-least' then (s.seated * r.quorum_numerator + r.quorum_denominator - 1) / r.quorum_denominator
  else s.seated * r.quorum_numerator / r.quorum_denominator + 1 end`;

/** Which decision takes the place of which, in the program or on paper. */
export const SUPERSESSIONS = `
  select decision_id, supersedes_id from resolution where supersedes_id is not null
  union all
  select decision_id, supersedes_id from paper_supersession`;

/** Rules of the committee, of positions and of rounds whose query must return no row. */
export const COMMITTEE_QUERIES: Readonly<Record<string, string>> = {
  'terms in one seat do not overlap': `
    select 'seat ' || later.id as detail from ${TERMS} earlier join ${TERMS} later
      on later.kind = earlier.kind and later.organization_id = earlier.organization_id
      and (later.starts_on > earlier.starts_on or (later.starts_on = earlier.starts_on and later.id > earlier.id))
    where later.starts_on <= earlier.ends_on and later.starts_on <= later.ends_on`,
  'who votes sits for the organization on that day': `
    select 'decision ' || m.reference || ', ' || o.short_name as detail from vote v
    join motion m on m.id = v.motion_id join organization o on o.id = v.organization_id
    where not exists (select 1 from committee_seat s where s.person_id = v.recorded_by and s.organization_id = v.organization_id
      and s.kind = case v.as_alternate when 1 then 'alternate' else 'member' end
      and substr(v.recorded_at, 1, 10) between s.starts_on and ${endsOn('e.recorded_at <= v.recorded_at')})`,
  'votes are cast while their decision is on the table': `
    select 'decision ' || m.reference as detail from vote v join motion m on m.id = v.motion_id
    where not exists (select 1 from motion_event e where e.motion_id = v.motion_id and e.what = 'opened' and e.recorded_at <= v.recorded_at)
      or exists (select 1 from motion_event e where e.motion_id = v.motion_id and e.what = 'closed' and e.recorded_at < v.recorded_at)`,
  'decisions count the votes of those who take part, and no others': `
    select 'decision ' || d.reference as detail from resolution r join decision d on d.id = r.decision_id
    left join (
      select v.motion_id, sum(case v.choice when 'for' then 1 else 0 end) as in_favour, sum(case v.choice when 'against' then 1 else 0 end) as against,
        sum(case v.choice when 'abstain' then 1 else 0 end) as abstained
      from vote v where not exists (select 1 from motion_recusal x where x.motion_id = v.motion_id and x.organization_id = v.organization_id)
      group by v.motion_id
    ) c on c.motion_id = r.motion_id
    where r.in_favour <> coalesce(c.in_favour, 0) or r.against <> coalesce(c.against, 0) or r.abstained <> coalesce(c.abstained, 0)`,
  'the hosts of what was decided took no part': `
    select 'decision ' || d.reference || ', ' || o.short_name as detail from resolution r join decision d on d.id = r.decision_id
    join allocation a on a.decision_id = r.decision_id join position p on p.id = a.position_id join organization o on o.id = p.organization_id
    where not exists (select 1 from motion_recusal x where x.motion_id = r.motion_id and x.organization_id = p.organization_id and x.forced = 1)`,
  'nothing is decided without the quorum that its rules ask for': `
    select 'decision ' || d.reference as detail from resolution s join decision d on d.id = s.decision_id
    join committee_rules r on r.number = s.rules_number
    where s.present < s.quorum_needed or s.present > s.seated or s.in_favour + s.against + s.abstained > s.present
      or s.quorum_needed <> ${QUORUM} or r.effective_on > d.decided_on`,
  'what is decided by vote has the votes that it needs': `
    select 'decision ' || d.reference as detail from resolution r join decision d on d.id = r.decision_id
    where r.mode = 'vote' and (case when r.in_favour >= r.votes_needed then 1 else 0 end) <> (case when r.outcome in (${ADOPTED}) then 1 else 0 end)`,
  'what silence decided nobody objected to in its window': `
    select 'decision ' || d.reference as detail from resolution r join decision d on d.id = r.decision_id join motion m on m.id = r.motion_id
    where r.mode = 'no-objection' and (m.closes_on is null or m.closes_on <> d.decided_on or substr(r.recorded_at, 1, 10) <= m.closes_on
      or exists (select 1 from motion_event o where o.motion_id = m.id and o.what = 'objected'
        and o.number > (select max(c.number) from motion_event c where c.motion_id = m.id and c.what = 'circulated')))`,
  'a draft ends as its decision says': `
    select 'decision ' || m.reference as detail from motion m left join resolution r on r.motion_id = m.id
    where (m.state in (${list(OUTCOMES)}) and (r.outcome is null or r.outcome <> m.state or r.decision_id <> m.id))
      or (m.state not in (${list(OUTCOMES)}) and r.outcome is not null)`,
  'a draft says what its last version says': `
    select 'decision ' || m.reference as detail from motion m left join motion_version v on v.motion_id = m.id and v.version = m.version
    where v.version is null or v.title <> m.title or v.text <> m.text or v.options <> m.options or v.kind <> m.kind
      or coalesce(v.supersedes_id, '') <> coalesce(m.supersedes_id, '') or coalesce(v.criteria_set_id, '') <> coalesce(m.criteria_set_id, '')
      or exists (select 1 from motion_version l where l.motion_id = m.id and l.version > m.version)`,
  'a decision allocates what its draft said': `
    select 'decision ' || d.reference as detail from (
      select r.decision_id, l.position_id, l.year, l.pool_id, l.amount from resolution r join motion m on m.id = r.motion_id
      join motion_line l on l.motion_id = m.id and l.version = m.version where r.outcome in (${ADOPTED})
      union all
      select r.decision_id, a.position_id, a.year, a.pool_id, -a.amount from resolution r join allocation a on a.decision_id = r.decision_id
    ) as both_sides join decision d on d.id = both_sides.decision_id
    group by d.reference, both_sides.position_id, both_sides.year, both_sides.pool_id having sum(both_sides.amount) <> 0`,
  'a decision is superseded once, by one that was taken later': `
    select 'decision ' || d.reference as detail from decision d join (${SUPERSESSIONS}) s on s.supersedes_id = d.id
    join decision l on l.id = s.decision_id group by d.reference, d.decided_on having count(*) > 1 or min(l.decided_on) < d.decided_on`,
  'nothing stays on the table of a meeting that is closed': `
    select 'decision ' || m.reference as detail from motion m join meeting t on t.id = m.meeting_id where m.state = 'open' and t.state <> 'open'`,
  'every allocation has its decision': `
    select 'entry ' || e.number as detail from journal_entry e left join decision d on d.id = e.decision_id where e.kind = 'allocation' and d.id is null`,
  'positions took only steps that there are, one after the other': `
    select 'position ' || p.number || ', step ' || s.number as detail from position_step s join position p on p.id = s.position_id
    left join position_step b on b.position_id = s.position_id and b.number = s.number - 1
    where (s.number = 1) <> (s.from_state is null)
      or (s.number > 1 and (b.to_state is null or b.to_state <> s.from_state or b.on_date > s.on_date
        or s.from_state || ' ' || s.to_state not in (${list(STEPS.map(({ from, to }) => `${from} ${to}`))})))`,
  'weights of criteria add up to 100': `
    select 'criteria ' || s.name as detail from criteria_set s left join criterion c on c.criteria_set_id = s.id
    group by s.id, s.name having coalesce(sum(c.weight), 0) <> 100`,
  'scores are of the criteria of their round, within their scale': `
    select 'round ' || r.name as detail from proposal_score s join round r on r.id = s.round_id join criteria_set k on k.id = r.criteria_set_id
    left join criterion c on c.criteria_set_id = k.id and c.number = s.criterion
    where c.number is null or s.score < 0 or s.score > k.scale
      or not exists (select 1 from round_proposal p where p.round_id = s.round_id and p.position_id = s.position_id)`,
};
