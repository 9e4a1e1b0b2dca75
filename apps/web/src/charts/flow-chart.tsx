import { ALLOCATED_KINDS } from '@dcc/domain/ledger/kinds';
import { add } from '@dcc/domain/money';
import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Sankey, type SankeyLinkProps, type SankeyNodeProps } from 'recharts';
import { exact, onWire } from '../api/exact.ts';
import type { EntryFilter, Money, Overview } from '../api/views.ts';
import { formatMoneyWhole, type Scale } from '../ui/format.ts';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { fitText, isolated } from './fit-text.ts';
import { drawn, markLabel } from './numbers.ts';
import { useWidth } from './use-width.ts';

type Flows = Overview['flows'];
type Column = 'contributor' | 'pool' | 'host';
type FlowNode = { readonly key: string; readonly name: string; readonly column: Column; readonly amount: Money };
type FlowLink = {
  readonly source: number;
  readonly target: number;
  readonly value: number;
  readonly spoken: string;
  /** `null` of several contributors together: no one filter holds their entries. */
  readonly entries: EntryFilter | null;
};

/** As many contributors as have room for their names. */
const MOST_CONTRIBUTORS = 14;
const OTHERS = 'others';

/** The largest contributors by name, and all others as one. */
function withOthers(flows: Flows): Flows {
  const given = new Map<string, number>();
  for (const { contributor, amount } of flows.received)
    given.set(contributor.id, (given.get(contributor.id) ?? 0) + drawn(amount));
  const ranked = [...given].filter(([, sum]) => sum > 0).toSorted(([, a], [, b]) => b - a);
  if (ranked.length <= MOST_CONTRIBUTORS) return flows;
  const named = new Set(ranked.slice(0, MOST_CONTRIBUTORS - 1).map(([id]) => id));
  const others = {
    id: OTHERS,
    name: plural(ranked.length - named.size, { one: '# other', other: '# others' }),
  };
  const rest = new Map<string, Flows['received'][number]>();
  for (const flow of flows.received.filter(({ contributor }) => !named.has(contributor.id))) {
    const before = rest.get(flow.pool.id);
    const amount = before === undefined ? flow.amount : onWire(add(exact(before.amount), exact(flow.amount)));
    rest.set(flow.pool.id, { ...flow, contributor: { ...flow.contributor, ...others }, amount });
  }
  return {
    ...flows,
    received: [...flows.received.filter(({ contributor }) => named.has(contributor.id)), ...rest.values()],
  };
}

/** What each name stands for: contributors and pools what was received, hosts what was allocated to them. */
function flowTotals(flows: Flows): Map<string, Money> {
  const totals = new Map<string, Money>();
  const count = (key: string, amount: Money) => {
    const before = totals.get(key);
    totals.set(key, before === undefined ? amount : onWire(add(exact(before), exact(amount))));
  };
  for (const { contributor, pool, amount } of flows.received) {
    count(`contributor ${contributor.id}`, amount);
    count(`pool ${pool.id}`, amount);
  }
  for (const { organization, amount } of flows.allocated) count(`host ${organization.id}`, amount);
  return totals;
}

/** Nodes and ribbons of the three columns, widest contributor first. */
function graphOf(flows: Flows): { readonly nodes: FlowNode[]; readonly links: FlowLink[] } {
  const nodes: FlowNode[] = [];
  const indexOf = (node: FlowNode): number => {
    const found = nodes.findIndex((known) => known.key === node.key);
    return found === -1 ? nodes.push(node) - 1 : found;
  };
  const totals = flowTotals(flows);
  const node = (column: Column, id: string, name: string): FlowNode => ({
    key: `${column} ${id}`,
    name,
    column,
    amount: totals.get(`${column} ${id}`) ?? { amount: '0.00', currency: 'USD' },
  });
  const received = flows.received
    .filter((flow) => drawn(flow.amount) > 0)
    .toSorted((a, b) => drawn(b.amount) - drawn(a.amount));
  const fromContributors = received.map(({ contributor, pool, amount }) => ({
    source: indexOf(node('contributor', contributor.id, contributor.name)),
    target: indexOf(node('pool', pool.id, pool.name)),
    value: drawn(amount),
    spoken: t`${contributor.name} to ${pool.name}: ${formatMoneyWhole(amount)} received`,
    entries:
      contributor.id === OTHERS
        ? null
        : ({ account: 'cash', contributorId: contributor.id, poolId: pool.id } satisfies EntryFilter),
  }));
  const toHosts = flows.allocated
    .filter((flow) => drawn(flow.amount) > 0)
    .map(({ pool, organization, amount }) => ({
      source: indexOf(node('pool', pool.id, pool.name)),
      target: indexOf(node('host', organization.id, organization.shortName)),
      value: drawn(amount),
      spoken: t`${pool.name} to ${organization.shortName}: ${formatMoneyWhole(amount)} allocated`,
      entries: { kinds: [...ALLOCATED_KINDS], poolId: pool.id, organizationId: organization.id } satisfies EntryFilter,
    }));
  return { nodes, links: [...fromContributors, ...toHosts] };
}

/** Recharts hands back the nodes it was given, under a type of its own. */
function flowNode(payload: unknown): FlowNode {
  return payload as FlowNode;
}

const NARROWEST = 600;
const LEFT = 200;
/** Beside short names of hosts, and beside names of pools while no host has anything. */
const RIGHT = { host: 96, pool: 250 } as const;

type FlowChartProps = { readonly flows: Flows; readonly scale: Scale; readonly label: string };

/** From contributors through pools to host organizations; every ribbon opens its entries. */
export function FlowChart({ flows, scale, label }: FlowChartProps) {
  const { element, width } = useWidth();
  const [pointed, setPointed] = useState<string | null>(null);
  const { nodes, links } = graphOf(withOthers(flows));
  const hosts = nodes.some(({ column }) => column === 'host');
  const right = hosts ? RIGHT.host : RIGHT.pool;
  // Until something is pointed at, the largest contributor's money is followed.
  const followed = pointed ?? nodes[0]?.key ?? '';
  const rows = Math.max(
    ...(['contributor', 'pool', 'host'] as const).map(
      (column) => nodes.filter((node) => node.column === column).length,
    ),
  );
  return (
    <div ref={element}>
      <ScrollRegion className="chart__scroll" label={label}>
        <Sankey
          width={Math.max(width, NARROWEST)}
          height={Math.max(200, Math.min(420, rows * 48 + 40))}
          data={{ nodes, links: [...links] }}
          nodeWidth={7}
          nodePadding={rows > 8 ? 15 : 18}
          iterations={48}
          // A pool that gave nothing yet stays among the pools.
          align="left"
          margin={{ top: 26, bottom: 8, left: LEFT, right }}
          node={(props: SankeyNodeProps) => <FlowNodeMark {...props} scale={scale} onPoint={setPointed} />}
          link={(props: SankeyLinkProps) => (
            <FlowRibbon {...props} flow={links[props.index]} followed={followed} onPoint={setPointed} />
          )}
        >
          <ColumnHeads width={Math.max(width, NARROWEST)} right={right} hosts={hosts} />
        </Sankey>
      </ScrollRegion>
    </div>
  );
}

type ColumnHeadsProps = { readonly width: number; readonly right: number; readonly hosts: boolean };

function ColumnHeads({ width, right, hosts }: ColumnHeadsProps) {
  const inner = width - LEFT - right;
  const style = { y: 12, fontSize: 11.5, fill: 'var(--soft)' } as const;
  return (
    <g>
      <text {...style} x={LEFT - 8} textAnchor="end">{t`Contributors`}</text>
      <text {...style} x={hosts ? LEFT + inner / 2 : width - right + 8}>{t`Pools, by earmark`}</text>
      {hosts ? <text {...style} x={width - 4} textAnchor="end">{t`Host organizations`}</text> : null}
    </g>
  );
}

type Pointing = { readonly onPoint: (key: string | null) => void };

function FlowNodeMark({
  x,
  y,
  width,
  height,
  payload,
  scale,
  onPoint,
}: SankeyNodeProps & Pointing & { readonly scale: Scale }) {
  const { key, name, column, amount } = flowNode(payload);
  const left = column === 'contributor';
  const sum = markLabel(amount, scale);
  return (
    <g onPointerEnter={() => onPoint(key)} onPointerLeave={() => onPoint(null)}>
      <rect
        x={x}
        y={y}
        width={width}
        height={Math.max(height, 1)}
        fill={column === 'pool' ? 'var(--accent)' : 'var(--ink)'}
      />
      <text
        x={left ? x - 8 : x + width + 8}
        y={y + height / 2 + 4}
        textAnchor={left ? 'end' : 'start'}
        fontSize={12}
        fill="var(--ink)"
        paintOrder="stroke"
        stroke="var(--paper)"
        strokeWidth={3}
        strokeOpacity={column === 'pool' ? 0.75 : 0}
      >
        {isolated(fitText(name, (left ? LEFT : 220) - 16 - sum.length * 7.5, 12))} <tspan fontWeight={600}>{sum}</tspan>
      </text>
    </g>
  );
}

type FlowRibbonProps = SankeyLinkProps & Pointing & { readonly flow: FlowLink | undefined; readonly followed: string };

function FlowRibbon({
  sourceX,
  sourceY,
  sourceControlX,
  targetX,
  targetY,
  targetControlX,
  linkWidth,
  payload,
  flow,
  followed,
  onPoint,
}: FlowRibbonProps) {
  const [source, target] = [flowNode(payload.source), flowNode(payload.target)];
  const active = source.key === followed || target.key === followed;
  // oxlint-disable-next-line lingui/no-unlocalized-strings -- a path, read by the browser
  const line = `M${sourceX},${sourceY}C${sourceControlX},${sourceY} ${targetControlX},${targetY} ${targetX},${targetY}`;
  const wide = Math.max(linkWidth, 1);
  // An edge that stands out, the page, and a pale fill: where ribbons cross, each can be followed.
  const path = (
    <g fill="none">
      <path d={line} stroke={active ? 'var(--accent)' : 'var(--edge)'} strokeWidth={wide + 1.5} />
      <path d={line} stroke="var(--paper)" strokeWidth={wide} />
      <path
        d={line}
        stroke={active ? 'var(--accent-light)' : 'var(--edge)'}
        strokeOpacity={active ? 1 : 0.2}
        strokeWidth={wide}
      />
    </g>
  );
  if (flow === undefined) return path;
  if (flow.entries === null)
    return (
      <g>
        <title>{flow.spoken}</title>
        {path}
      </g>
    );
  return (
    <Link
      to="/ledger"
      search={flow.entries}
      aria-label={flow.spoken}
      onPointerEnter={() => onPoint(source.key)}
      onPointerLeave={() => onPoint(null)}
    >
      <title>{flow.spoken}</title>
      {path}
    </Link>
  );
}
