import {
  canonicalJson, commitmentOf, digestOf, EVENTS, toBase64Url, utf8, type AgencyStatement, type AuditRecord, type EventName, type EvidenceEnvelope, type EvidencePack, type JustificationRecord, type LedgerLeaf,
  type PartnershipAgency, type PartnershipFile, type Receipt, type Roster, type SealedEnvelope, type ShareJudgement, type SignedDocument,
} from '@lateral/contracts';
import type { AgreementDocument } from '@lateral/domain/agreements';
import type { CatalogueDocument } from '@lateral/domain/catalogue';
import { londonDay } from '@lateral/domain/deadlines';
import { certifyAgency, fingerprintOf, makeRootKey, signAgencyStatements, signRoster, type PrivateKey } from '@lateral/envelope/keys';
import { publicKeyText } from '@lateral/envelope/inspect';
import { formatVerifierKey } from '@lateral/tlog';
import { sendMessage } from '../envelope/sealed-message.js';
import { KEYS_AT, ROUND_AT, ROUND_REFERENCE, sealingParties, uuid7, type SealingParty } from '../envelope/sealing-parties.js';
import { answerRecord, askingRecord, extractOf, fieldsOf, judgedByHub, partyOf, type LawOfRound } from './judged-share.js';
import { littleAgreement, littleCatalogue } from './little-law.js';
import { LOG_NAME, TestLog, testWitness } from './test-log.js';

/** A pack that proves, made with real keys and a real tree, and everything needed to spoil it the way an attacker could. */
export interface Evidence {
  pack: EvidencePack;
  /** Fingerprint of the root, as a reader has it on paper. */
  root: string;
  rootKey: PrivateKey;
  log: TestLog;
  asking: SealingParty;
  asked: SealingParty;
}

/** Named in the partnership file; nothing of a pack is in it. */
const KEY_LOG = new TestLog(2, `${LOG_NAME}/keys`);
const YEAR_MS = 365 * 86_400_000;

function describedBy(id: string, isAsking: boolean) {
  const { agency: _, ...described } = partyOf(id, isAsking);
  return described;
}

/** One version of what the root says: when, and what it says otherwise of an agency than in the first. */
export interface Saying {
  version: number;
  issued: Date;
  otherwise?: (agency: PartnershipAgency) => PartnershipAgency;
}

/** The root's statements about both parties, naming that log. */
export async function statementsBy(root: PrivateKey, log: TestLog, parties: readonly SealingParty[], { version, issued, otherwise = (agency) => agency }: Saying = { version: 1, issued: KEYS_AT }): Promise<SignedDocument<AgencyStatement>[]> {
  const agencies = await Promise.all(parties.map(async ({ agency, team }, i) => ({
    ...describedBy(agency, i === 0), id: agency, name: { en: `${agency} in English`, cy: `${agency} yn Gymraeg` }, primary: fingerprintOf(team),
    key: publicKeyText(await certifyAgency(team, root, { agency, at: KEYS_AT })), witnesses: [formatVerifierKey(testWitness(i + 1).key)], rosterFrom: null,
  })));
  const document: PartnershipFile = {
    v: 1, type: 'partnership', partnership: 'north', version, issued: issued.toISOString(), expires: new Date(issued.getTime() + YEAR_MS).toISOString(), previous: null,
    root: fingerprintOf(root), nextRoot: null, rootKey: publicKeyText(root), agencies: agencies.map(otherwise), log: formatVerifierKey(log.signer.key), keyLog: formatVerifierKey(KEY_LOG.signer.key), mode: 'test',
  };
  return signAgencyStatements(document, root);
}

/** A root key of the tests, made when their other keys were. */
export function testRoot(): Promise<PrivateKey> {
  return makeRootKey({ name: 'Test Partnership Root', at: KEYS_AT });
}

/** A record with its salt, put into the log; without a proof yet. `n` tells several apart, and is the second at which it is written where no time is given. */
export function recordIn(log: TestLog, n: number, event: EventName, fields: Record<string, string | number | boolean | null>, at = momentOf(n)): Receipt {
  const record: AuditRecord = { ...fields, v: 1, id: uuid7(ROUND_AT, 100 + n), event, at };
  const text = canonicalJson(record);
  const salt = new Uint8Array(32).fill(n);
  const leaf: LedgerLeaf = { v: 1, k: EVENTS[event].entry, c: commitmentOf(text, salt) };
  const index = log.append(utf8(canonicalJson(leaf)));
  return { id: record.id, event, record: text, salt: toBase64Url(salt), state: 'proven', index, proof: null };
}

function momentOf(n: number): string {
  return new Date(ROUND_AT.getTime() + n * 1000).toISOString();
}

/** A receipt proven under the log's head of that size. */
export async function proven(receipt: Receipt, log: TestLog, size = log.size): Promise<Receipt> {
  return { ...receipt, proof: await log.proof(receipt.index!, size) };
}

/** What the records of a round say, in order: request posted, handed over, answered, answer handed over. */
export function recordsOfRound(log: TestLog, request: EvidenceEnvelope, response: EvidenceEnvelope, law: LawOfRound): Receipt[] {
  const digests = ({ header }: EvidenceEnvelope) => ({ header: digestOf('header', header), justification: header.context.justification });
  const ids = ({ header: { context } }: EvidenceEnvelope) => ({ check: context.check, request: context.request, message: context.message });
  const judged = ({ judgement }: EvidenceEnvelope) => (judgement === null ? {} : fieldsOf(judgement, law));
  const [asking, asked] = [request.header.context.from.agency, response.header.context.from.agency];
  const noise = (n: number) => log.append(utf8(`a leaf of somebody else ${n}`));
  noise(1);
  const due = { dueAt: '2026-11-21T10:00:00.000Z', dueRule: 'amber' };
  const posted = recordIn(log, 1, 'request.posted.v1', { ...ids(request), ...digests(request), agency: asking, member: 'm-1', asked, ...due, ...judged(request) });
  noise(2);
  const handed = recordIn(log, 2, 'envelope.handed-over.v1', { ...ids(request), header: digests(request).header, agency: asked, member: 'm-1', part: 'content' });
  const answered = recordIn(log, 3, 'response.submitted.v1', { ...ids(response), ...digests(response), agency: asked, member: 'm-1', asking, type: 'KNOWN_RELEVANT', ...judged(response) });
  noise(3);
  const collected = recordIn(log, 4, 'envelope.handed-over.v1', { ...ids(response), header: digests(response).header, agency: asking, member: 'm-1', part: 'content' });
  noise(4);
  return [posted, handed, answered, collected];
}

/** As a pack carries it, with its ciphertext. */
export function inPack({ header, signature, justification, content, narrative }: SealedEnvelope, judgement: ShareJudgement | null): EvidenceEnvelope {
  return { header, signature, justification, judgement, content, narrative };
}

async function rosterOf({ roster, primary, custodians }: SealingParty, delegates: Roster['delegates'] = []): Promise<SignedDocument<Roster>> {
  return signRoster({ ...roster.document, delegates }, { agencyKey: primary, custodians });
}

/** What a round is played with, where it is not the ordinary one. */
export interface Round {
  log?: TestLog;
  root?: PrivateKey;
  catalogue?: CatalogueDocument;
  /** None: the hub finds no cover. */
  agreements?: AgreementDocument[];
  /** Changes of the coded records. */
  asked?: Partial<JustificationRecord>;
  answered?: Partial<JustificationRecord>;
  /** What the hub records of the question, given what the rules make of it: a hub can be wrong. */
  recorded?: (right: ShareJudgement) => ShareJudgement;
  /** Who reads for the asked agency by its roster; the question is sealed for the third party, too. */
  delegates?: Roster['delegates'];
}

/** Makes a whole pack for the asking agency: one request, one response that answers it, both judged, four records, one head. */
export async function makeEvidence({ log = new TestLog(), root, catalogue = littleCatalogue(), agreements, asked: askedWith, answered, recorded = (right) => right, delegates }: Round = {}): Promise<Evidence> {
  const { asking, asked, other } = await sealingParties();
  const parties = delegates === undefined ? [asking, asked] : [asking, asked, other];
  const reading = delegates === undefined ? {} : { delegates: [{ agency: other.agency, team: fingerprintOf(other.team), epoch: other.epoch }] };
  const rootKey = root ?? (await testRoot());
  const law = { catalogue, agreements: agreements ?? [littleAgreement([asking.agency, asked.agency])] };
  const [council, police, on] = [partyOf(asking.agency, true), partyOf(asked.agency, false), londonDay(ROUND_AT)];
  const { envelope: request } = await sendMessage('request', (sealed) => ({ ...sealed, context: { ...sealed.context, ...reading }, justification: { ...askingRecord(asking.agency, sealed.context.message, catalogue.version), ...askedWith } }));
  const { envelope: response } = await sendMessage('response', (sealed) => ({
    ...sealed, context: { ...sealed.context, inReplyTo: request.header.content.digest }, justification: { ...answerRecord(asked.agency, sealed.context.message, catalogue.version), ...answered },
  }));
  const question = inPack(request, recorded(judgedByHub(request.justification, null, { owner: council, other: police, on }, law)));
  const answer = inPack(response, judgedByHub(response.justification, request.justification, { owner: police, other: council, on }, law));
  const records = recordsOfRound(log, question, answer, law);
  const covered = new Set([question, answer].map(({ judgement }) => judgement?.cover?.agreement));
  const pack: EvidencePack = {
    v: 1, type: 'evidence', notice: { en: 'This is personal data.', cy: 'Data personol yw hwn.' },
    agencies: await statementsBy(rootKey, log, parties), rosters: await Promise.all(parties.map((party) => rosterOf(party, party === asked ? delegates : []))),
    agency: asking.agency, check: { id: request.header.context.check, reference: ROUND_REFERENCE }, envelopes: [question, answer],
    catalogues: [catalogue], agreements: law.agreements.filter(({ reference }) => covered.has(reference)).map(extractOf),
    receipts: await Promise.all(records.map((receipt) => proven(receipt, log))), checkpoint: await log.checkpoint(), consistency: [],
  };
  return { pack, root: fingerprintOf(rootKey), rootKey, log, asking, asked };
}

/** The same pack with records added, and every record proven under the head that the log has then. */
export async function withRecords({ pack, log }: Evidence, added: readonly Receipt[]): Promise<EvidencePack> {
  return { ...pack, receipts: await Promise.all([...pack.receipts, ...added].map((receipt) => proven(receipt, log))), checkpoint: await log.checkpoint() };
}
