import {
  canonicalJson, commitmentOf, digestOf, EVENTS, toBase64Url, utf8, type AgencyStatement, type AuditRecord, type EventName, type EvidenceEnvelope, type EvidencePack, type LedgerLeaf, type PartnershipFile, type Receipt, type Roster,
  type SealedEnvelope, type SignedDocument,
} from '@lateral/contracts';
import { certifyAgency, fingerprintOf, makeRootKey, signAgencyStatements, signRoster, type PrivateKey } from '@lateral/envelope/keys';
import { publicKeyText } from '@lateral/envelope/inspect';
import { formatVerifierKey } from '@lateral/tlog';
import { sendMessage } from '../envelope/sealed-message.js';
import { KEYS_AT, ROUND_AT, ROUND_REFERENCE, sealingParties, uuid7, type SealingParty } from '../envelope/sealing-parties.js';
import { TestLog, testWitness } from './test-log.js';

/** A pack that proves, made with real keys and a real tree, and everything needed to spoil it the way an attacker could. */
export interface Evidence {
  pack: EvidencePack;
  /** Fingerprint of the root, as a reader has it on paper. */
  root: string;
  log: TestLog;
  asking: SealingParty;
  asked: SealingParty;
}

const YEAR_MS = 365 * 86_400_000;

/** The root's statements about both parties, naming that log. */
export async function statementsBy(root: PrivateKey, log: TestLog, parties: readonly SealingParty[]): Promise<SignedDocument<AgencyStatement>[]> {
  const agencies = await Promise.all(parties.map(async ({ agency, team }, i) => ({
    id: agency, type: i === 0 ? ('LA_CSC' as const) : ('POLICE' as const), nation: 'W' as const, name: { en: `${agency} in English`, cy: `${agency} yn Gymraeg` }, primary: fingerprintOf(team),
    key: publicKeyText(await certifyAgency(team, root, { agency, at: KEYS_AT })), publicAuthority: true, witnesses: [formatVerifierKey(testWitness(i + 1).key)],
  })));
  const document: PartnershipFile = {
    v: 1, type: 'partnership', partnership: 'north', version: 1, issued: KEYS_AT.toISOString(), expires: new Date(KEYS_AT.getTime() + YEAR_MS).toISOString(), previous: null,
    root: fingerprintOf(root), rootKey: publicKeyText(root), agencies, log: formatVerifierKey(log.signer.key), mode: 'test',
  };
  return signAgencyStatements(document, root);
}

/** A root key of the tests, made when their other keys were. */
export function testRoot(): Promise<PrivateKey> {
  return makeRootKey({ name: 'Test Partnership Root', at: KEYS_AT });
}

/** A record with its salt, put into the log; without a proof yet. */
export function recordIn(log: TestLog, n: number, event: EventName, fields: Record<string, string | number | boolean | null>): Receipt {
  const record: AuditRecord = { ...fields, v: 1, id: uuid7(ROUND_AT, 100 + n), event, at: new Date(ROUND_AT.getTime() + n * 1000).toISOString() };
  const text = canonicalJson(record);
  const salt = new Uint8Array(32).fill(n);
  const leaf: LedgerLeaf = { v: 1, k: EVENTS[event].entry, c: commitmentOf(text, salt) };
  const index = log.append(utf8(canonicalJson(leaf)));
  return { id: record.id, event, record: text, salt: toBase64Url(salt), state: 'proven', index, proof: null };
}

/** A receipt proven under the log's head of that size. */
export async function proven(receipt: Receipt, log: TestLog, size = log.size): Promise<Receipt> {
  return { ...receipt, proof: await log.proof(receipt.index!, size) };
}

/** What the records of a round say, in order: request posted, handed over, answered, answer handed over. */
export function recordsOfRound(log: TestLog, request: SealedEnvelope, response: SealedEnvelope): Receipt[] {
  const digests = ({ header }: SealedEnvelope) => ({ header: digestOf('header', header), justification: header.context.justification });
  const ids = ({ header: { context } }: SealedEnvelope) => ({ check: context.check, request: context.request, message: context.message });
  const [asking, asked] = [request.header.context.from.agency, response.header.context.from.agency];
  const noise = (n: number) => log.append(utf8(`a leaf of somebody else ${n}`));
  noise(1);
  const posted = recordIn(log, 1, 'request.posted.v1', { ...ids(request), ...digests(request), agency: asking, member: 'm-1', asked });
  noise(2);
  const handed = recordIn(log, 2, 'envelope.handed-over.v1', { ...ids(request), header: digests(request).header, agency: asked, member: 'm-1', part: 'content' });
  const answered = recordIn(log, 3, 'response.submitted.v1', { ...ids(response), ...digests(response), agency: asked, member: 'm-1', asking, type: 'KNOWN_RELEVANT' });
  noise(3);
  const collected = recordIn(log, 4, 'envelope.handed-over.v1', { ...ids(response), header: digests(response).header, agency: asking, member: 'm-1', part: 'content' });
  noise(4);
  return [posted, handed, answered, collected];
}

export function withCiphertext({ header, signature, justification, content, narrative }: SealedEnvelope): EvidenceEnvelope {
  return { header, signature, justification, content, narrative };
}

async function rosterOf({ roster, primary }: SealingParty): Promise<SignedDocument<Roster>> {
  return signRoster(roster.document, primary);
}

/** Makes a whole pack for the asking agency: one request, one response that answers it, four records, one head. */
export async function makeEvidence({ log = new TestLog(), root }: { log?: TestLog; root?: PrivateKey } = {}): Promise<Evidence> {
  const { asking, asked } = await sealingParties();
  const rootKey = root ?? (await testRoot());
  const { envelope: request } = await sendMessage('request');
  const { envelope: response } = await sendMessage('response', (sealed) => ({ ...sealed, context: { ...sealed.context, inReplyTo: request.header.content.digest } }));
  const records = recordsOfRound(log, request, response);
  const pack: EvidencePack = {
    v: 1, type: 'evidence', notice: { en: 'This is personal data.', cy: 'Data personol yw hwn.' },
    agencies: await statementsBy(rootKey, log, [asking, asked]), rosters: await Promise.all([asking, asked].map(rosterOf)),
    agency: asking.agency, check: { id: request.header.context.check, reference: ROUND_REFERENCE }, envelopes: [request, response].map(withCiphertext),
    receipts: await Promise.all(records.map((receipt) => proven(receipt, log))), checkpoint: await log.checkpoint(), consistency: [],
  };
  return { pack, root: fingerprintOf(rootKey), log, asking, asked };
}
