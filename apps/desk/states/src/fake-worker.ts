import type { RosterProposalBody } from '@lateral/contracts';
import type { AskKind, Asks, FromWorker, Given, KnownEpoch, Told, ToWorker } from '../../src/crypto/protocol.js';
import type { WorkerLike } from '../../src/crypto/secrets.js';
import { AGENCIES, PEOPLE, minutes } from './cast.js';
import { MESSAGES } from './messages.js';

const WORDS = { en: ['harbour', 'velvet', 'pencil', 'orchard', 'signal', 'meadow'], cy: ['harbwr', 'melfed', 'pensil', 'perllan', 'arwydd', 'dôl'] };
const CODE = 'K7MX-2PQR-9TWV-4HJD-8NCB-3FGY-5SZA-6EKL';
export const FINGERPRINT = 'A1B2C3D4E5F60718293A4B5C6D7E8F9001122334';

const DAY = 60 * 24;
const epoch = (letter: string, from: number, standing: KnownEpoch['standing']): KnownEpoch => ({ epoch: letter.repeat(40), from: minutes(DAY * from), until: minutes(DAY * (from + 35)), standing });
/** The team's keys, month by month. */
const EPOCHS: KnownEpoch[] = [epoch('A', -12, 'newest'), epoch('B', -42, 'past'), epoch('C', -72, 'past'), epoch('D', -102, 'deleted')];
export const OLD_EPOCH = 'C'.repeat(40);
const PAPERS = [1, 2, 3].map((number) => `LATERAL KIT SHARE ${number} of 3, any 2 open; version 1; cwm-taf; set 5f0a91c2; ${Array.from({ length: 22 }, (_, at) => 'K7MX2PQR9TWV4HJD8NCB3FGY5SZA6EKL'.slice((at + number) % 28).slice(0, 4)).join('-')}`);

/** What a message does in place of opening. */
export type RefusedAs = 'signature-invalid' | 'no-key' | 'content-mismatch';
export interface Playing { agency: string; member: string; refused: RefusedAs | null }
type Answers = { [K in AskKind]: (given: Given<K>) => Told<K> };

/** What is sealed here is JSON that says who sealed it. */
export const sealed = (by: string, value: unknown): string => JSON.stringify({ by, value });

const opened = (text: string): { ok: true; by: string; value: unknown } => ({ ok: true, ...JSON.parse(text) as { by: string; value: unknown } });

const entriesOf = (agency: string): { member: string; roles: (typeof PEOPLE)[string]['roles']; fingerprint: string; from: string; until: null }[] =>
  Object.entries(PEOPLE).filter(([, each]) => each.agency === agency).map(([member, { roles }]) => ({ member, roles, fingerprint: FINGERPRINT, from: minutes(-200_000), until: null }));

function openMessage({ handOver }: Asks['open-message']['given'], refused: RefusedAs | null): Asks['open-message']['told'] {
  const found = MESSAGES.get(handOver.envelope.header.context.message);
  // The own questions open: what is refused is what came from elsewhere.
  if (refused !== null && (found === undefined || found.body.type !== 'request' || handOver.request !== null)) return { ok: false, step: refused === 'no-key' ? 6 : refused === 'content-mismatch' ? 7 : 2, code: refused };
  return found ?? { ok: false, step: 6, code: 'no-key' };
}

function readProposal({ proposal }: { proposal: RosterProposalBody }): Asks['read-proposal']['told'] {
  const { version, deletedEpochs } = proposal.roster.document;
  return {
    ok: true, digest: 'digest', signers: ['u-8wz4'],
    changes: { version, joins: [{ member: 'u-9new', roles: ['practitioner'], fingerprint: FINGERPRINT, comesBack: false, from: minutes(0), until: null }], leaves: ['u-0old'], ends: [{ member: 'u-3hq9', until: minutes(60 * 24 * 30) }], roles: [{ member: 'u-5tt1', before: ['senior_practitioner'], after: ['team_manager', 'senior_practitioner'] }], otherwise: [], newEpoch: true, delegates: null },
    joiners: [{ member: 'u-9new', fingerprint: FINGERPRINT, words: WORDS }], deletes: (deletedEpochs ?? []).flatMap((epoch) => EPOCHS.filter((each) => each.epoch === epoch)).map((each) => ({ ...each, words: WORDS })), receives: { team: ['u-9new', 'u-7k2m'], custody: ['u-1bd6'] },
  };
}

function answersFor({ agency, member, refused }: Playing): Answers {
  return {
    'make-key': () => ({ key: 'key', fingerprint: FINGERPRINT }),
    'lock-key': ({ secrets }) => (secrets.length === 0 ? { ok: false, code: 'weak-secret' } : { ok: true, recoveryCode: CODE, locked: { v: 1, agency, member, fingerprint: FINGERPRINT, version: 1, locked: 'l', methods: [] } }),
    'unlock': () => ({ ok: true, fingerprint: FINGERPRINT }),
    'prove-key': () => ({ ok: true, signature: 's' }),
    'lock-held': () => true,
    'hold-lock': () => ({ ok: true }),
    'change-lock': ({ locked, newCode }) => ({ ok: true, locked, recoveryCode: newCode ? CODE : null }),
    'forget': () => null,
    'touch': () => ({ unlocked: true }),
    'verify-directory': () => ({ ok: true, marks: { v: 1, root: 'r', file: null, rosters: [], logs: [] }, agencies: AGENCIES, colleagues: entriesOf(agency), delegates: [], keyLog: { from: 0, lacks: false } }),
    'take-copies': () => ({ opened: 1, refused: [] }),
    'take-custody': () => ({ ok: true }),
    'own-roster': () => ({ ok: true, version: 7, issued: minutes(-20_000), delegates: [], members: entriesOf(agency) }),
    'read-joiner': () => ({ ok: true, fingerprint: FINGERPRINT, words: WORDS }),
    'next-roster': () => ({ ok: false, code: 'no-custody' }),
    'own-epochs': () => ({ ok: true, epochs: EPOCHS }),
    'delete-epochs': () => ({ ok: true, proposal: {} as never, digest: 'd', kit: { v: 1, agency, primary: FINGERPRINT, made: minutes(0), sealed: 's' }, papers: PAPERS }),
    'try-papers': () => ({ ok: true, made: minutes(-30), holds: false }),
    'read-proposal': readProposal,
    'cosign': () => ({ ok: true, version: 8, signature: 's' }),
    'open-message': (given) => openMessage(given, refused),
    'seal-message': ({ letter: { message } }) => ({ ok: true, envelope: { header: { context: { message } } } as never }),
    'seal-attachment': ({ id, name, mime, bytes }) => ({ ok: true, ciphertext: bytes, key: { id, name, mime, size: bytes.length, plaintextDigest: 'd', length: bytes.length, digest: 'd', key: 'k' } }),
    'open-attachment': () => ({ ok: false, code: 'not-authentic' }),
    'seal-draft': ({ value }) => ({ ok: true, sealed: sealed(member, value) }),
    'open-draft': ({ sealed: text }) => opened(text),
    'open-drafts': ({ drafts }) => drafts.map((each) => opened(each.sealed)),
    'words': () => WORDS,
    'check-key-log': ({ marks }) => ({ ok: true, marks, state: 'exact' }),
  };
}

/** A worker that holds no key and says it opened what it is asked to. */
export class FakeWorker implements WorkerLike {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly answers: Answers;

  constructor(playing: Playing) {
    this.answers = answersFor(playing);
  }

  postMessage(message: unknown): void {
    const { id, kind, given } = message as ToWorker;
    const told = (this.answers[kind] as (given: unknown) => unknown)(given);
    queueMicrotask(() => this.onmessage?.({ data: { id, told } }));
  }

  terminate(): void {
    this.onmessage = null;
  }
}
