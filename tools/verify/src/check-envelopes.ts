import { digestOf, type EnvelopeContext, type EvidenceEnvelope, type EvidencePack } from '@lateral/contracts';
import { delegatesOf } from '@lateral/envelope/inspect';
import { finding, type Finding } from './findings.js';
import type { Partnership } from './open-partnership.js';
import { rostersAt, type Rosters } from './open-rosters.js';
import { statementsAt } from './statements-at.js';

/** A message and who signed it, by pseudonym; `member` is null where it did not stand. */
export interface CheckedEnvelope {
  envelope: EvidenceEnvelope;
  /** `digestOf('header', header)`. */
  digest: string;
  member: string | null;
}

/** Checks every message by itself: that it belongs here, then who signed it, with which reasons, over which sealed bytes, for which readers. */
export async function checkEnvelopes(pack: EvidencePack, partnership: Partnership, rosters: Rosters): Promise<{ envelopes: CheckedEnvelope[]; findings: Finding[] }> {
  const findings: Finding[] = [];
  const envelopes: CheckedEnvelope[] = [];
  const seen = new Set<string>();
  for (const envelope of pack.envelopes) {
    const { message } = envelope.header.context;
    if (seen.has(message)) findings.push(finding('message-repeated', message));
    seen.add(message);
    findings.push(...faultsOfPlace(envelope, pack, partnership, rosters));
    const inspected = await inspect(envelope, partnership, rosters);
    if (!inspected.ok) findings.push(finding(inspected.code, message));
    envelopes.push({ envelope, digest: digestOf('header', envelope.header), member: inspected.ok ? inspected.member : null });
  }
  return { envelopes, findings: distinct(findings) };
}

async function inspect(envelope: EvidenceEnvelope, { agencies }: Partnership, rosters: Rosters) {
  const { from, created } = envelope.header.context;
  if (!agencies.has(from.agency)) return { ok: false, code: 'agency-absent' } as const;
  const [newest, ...before] = rostersAt(rosters, from.agency, created);
  if (newest === undefined) return { ok: false, code: 'roster-absent' } as const;
  let inspected = await newest.inspect(envelope);
  for (const roster of before) if (!inspected.ok && inspected.code === 'signer-unknown') inspected = await roster.inspect(envelope);
  return inspected;
}

// Who reads for the addressed agency has to stand in its own roster of that time, and at that hour.
function areDelegatesNamed({ to, delegates = [], created }: EnvelopeContext, { byAgency }: Rosters): boolean {
  const addressed = byAgency.get(to[0]?.agency ?? '') ?? [];
  const named = delegatesOf(addressed.map(({ document }) => document), new Date(created));
  return delegates.every(({ agency }) => named.includes(agency));
}

// A true message of another check, or of another partnership, is no evidence in this one.
function faultsOfPlace({ header: { context } }: EvidenceEnvelope, pack: EvidencePack, partnership: Partnership, rosters: Rosters): Finding[] {
  const name = partnership.agencies.get(context.from.agency)?.statement.partnership ?? context.partnership;
  const isHere = context.check === pack.check.id && context.partnership === name;
  const readers = [...context.to, ...(context.delegates ?? []), context.self].flatMap(({ agency, team }) => {
    const vouched = statementsAt(partnership, agency, context.created);
    if (vouched.length === 0) return [finding('agency-absent', agency)];
    return vouched.some(({ agency: { primary } }) => primary === team) ? [] : [finding('reader-unknown', context.message)];
  });
  return [...(isHere ? [] : [finding('another-check', context.message)]), ...readers, ...(areDelegatesNamed(context, rosters) ? [] : [finding('delegate-unknown', context.message)])];
}

const distinct = (findings: Finding[]): Finding[] => [...new Map(findings.map((each) => [`${each.code} ${each.about}`, each])).values()];
