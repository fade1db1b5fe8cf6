import type { AgencyStatement, AuditRecord, EvidenceEnvelope, EvidencePack, SignedDocument } from '@lateral/contracts';
import { MOST_EVIDENCE_BYTES } from '../check-limits.js';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, AgreementStore, CatalogueStore, CheckStore, Clock, DirectoryStore, EvidenceStore, KeptEnvelope, LedgerProofs, Randomness, RecordStore } from '../ports/index.js';
import { isParty, receiptsOf } from '../read-receipts/read-receipts.use-case.js';
import { lawRelied } from './law-relied.js';

export interface GatherEvidenceDeps {
  clock: Clock;
  randomness: Randomness;
  checks: CheckStore;
  records: RecordStore;
  evidence: EvidenceStore;
  directory: DirectoryStore;
  catalogues: CatalogueStore;
  agreements: AgreementStore;
  proofs: LedgerProofs;
}

const NOTICE = {
  en: 'This file is personal data about the people named in the check, partly special category or about offences. Keep it as you would the case file.',
  cy: 'Mae\'r ffeil hon yn ddata personol am y bobl a enwir yn y gwiriad, yn rhannol yn ddata categori arbennig neu\'n ymwneud â throseddau. Cadwch hi fel y byddech yn cadw ffeil yr achos.',
};

/**
 * Everything one agency needs to prove what was shared with whom and why. The asking agency's pack holds the check; a
 * responder's only its own request and answers, and names no agency that it has nothing to do with. Fetching it is an act.
 */
export class GatherEvidence {
  constructor(private readonly deps: GatherEvidenceDeps) {}

  async carryOut(actor: Actor, reference: string, { content }: { content: boolean }): Promise<Result<EvidencePack>> {
    const { checks, clock, directory, evidence, randomness } = this.deps;
    const facts = await checks.checkFacts(reference, actor);
    if (facts === null || !isParty(facts, actor.agency)) return refuse('not-found');
    // A pack without the reasons would look like one that was tampered with.
    if (await evidence.recordsErased(facts.id, actor.agency)) return refuse('erased');
    if (content && (await evidence.ciphertextBytes(facts.id, actor.agency)) > MOST_EVIDENCE_BYTES) return refuse('limit-reached');
    // Gathered first, recorded before it leaves: the pack cannot hold the record of its own fetching.
    const { receipts, checkpoint } = await receiptsOf(this.deps, facts.id, actor.agency);
    const records = receipts.map(({ record }) => JSON.parse(record) as AuditRecord);
    const recorded = new Set(records.map(({ message }) => message));
    // A message that came between the two reads has its record in the next pack, and is left to it: without one it would prove nothing.
    const kept = await evidence.envelopes(facts.id, actor.agency, content);
    const envelopes = kept.filter(({ sealed }) => recorded.has(sealed.header.context.message)).map(evidenceEnvelope);
    const agencies = partiesOf(envelopes, actor.agency);
    const pack: EvidencePack = {
      v: 1, type: 'evidence', notice: NOTICE, agency: actor.agency, check: { id: facts.id, reference: facts.reference },
      agencies: underOneRoot(await directory.statements(agencies, timesOf(envelopes, records))), rosters: await directory.rosters(agencies),
      envelopes, ...(await lawRelied(this.deps, envelopes)), receipts, checkpoint, consistency: [],
    };
    const at = await clock.now();
    const record = composeRecord('evidence.fetched.v1', { check: facts.id, agency: actor.agency, member: actor.member, content }, { at, randomness, parties: [actor.agency] });
    await checks.record({ actor, attempt: null, at, records: [record] });
    return done(pack);
  }
}

function evidenceEnvelope({ sealed: { header, signature, justification, content, narrative }, judgement }: KeptEnvelope): EvidenceEnvelope {
  return { header, signature, justification, judgement, content, narrative };
}

/** When its sender made a message, and when the hub took it in: in between the root may have said something new. */
function timesOf(envelopes: readonly EvidenceEnvelope[], records: readonly AuditRecord[]): Date[] {
  return [...envelopes.map(({ header }) => header.context.created), ...records.map(({ at }) => at)].map((time) => new Date(time));
}

function partiesOf(envelopes: readonly EvidenceEnvelope[], own: string): string[] {
  return [...new Set([own, ...envelopes.flatMap(({ header: { context } }) => [context.from.agency, ...[...context.to, ...(context.delegates ?? [])].map(({ agency }) => agency)])])].sort();
}

/** Whoever judges the pack has one root on paper, and it is the newest: what an older one said of an agency would count as a stranger's word. */
function underOneRoot(statements: readonly SignedDocument<AgencyStatement>[]): SignedDocument<AgencyStatement>[] {
  const roots = new Map(statements.map(({ document }) => [document.agency.id, document.root]));
  return statements.filter(({ document }) => document.root === roots.get(document.agency.id));
}
