import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, commitmentOf, digestOf, toBase64Url, utf8, type EventName, type HandOverReply, type Receipt, type SealedEnvelope } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { SystemRandom } from '@lateral/platform';
import { provisionPartnership, type Provisioned } from '@lateral/provision';
import { NARRATIVE, REQUEST_BODY, RESPONSE_BODY, responseCodesFor } from '@lateral/testing/envelope';
import { TestLog } from '@lateral/testing/evidence';
import { formatVerifierKey } from '@lateral/tlog';
import type { Asks, HandOvers, Letter, Told } from './protocol.js';
import { codedQuestion, unlockedVault } from '../../../../test/world/unlocked-vault.js';
import type { Vault } from './vault.js';

const random = new SystemRandom();
const AT = new Date('2026-11-22T09:00:00.000Z');
const DAY = 86_400_000;
const after = (days: number): Date => new Date(AT.getTime() + days * DAY);
const newId = (): string => uuid7(AT, random.bytes(10));
const plan = (id: string) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const });
const [ASKING, ASKED] = ['csc-north', 'school-north'];
const ledger = new TestLog(1, 'lateral.example/ledger');

let folder: string;
let made: Provisioned;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-old-'));
  made = await provisionPartnership({ agencies: [plan(ASKED), plan(ASKING)], at: new Date(AT.getTime() - 60_000), mode: 'test', logVerifierKey: formatVerifierKey(ledger.signer.key), keyLogVerifierKey: formatVerifierKey(new TestLog(2, 'lateral.example/keys').signer.key), folder });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const vaultOf = (agency: string, at: Date): Promise<Vault> => unlockedVault({ made, folder }, { agency, role: agency === ASKING ? 'practitioner' : 'responder', at });
const record = codedQuestion(ASKING);

const BODIES = {
  request: REQUEST_BODY, response: RESPONSE_BODY, decision: { type: 'decision', language: 'en', outcome: 'STRATEGY', rationale: 'It was needed.', reliedOn: [] },
  outcome: { type: 'outcome', language: 'en', outcome: 'STRATEGY', text: 'Thank you.' }, record: { type: 'record', language: 'en', text: 'Nobody was asked.' },
} as const satisfies Record<Letter['type'], Letter['body']>;
const EVENT_OF = { request: 'request.posted.v1', response: 'response.submitted.v1', decision: 'decision.recorded.v1', outcome: 'outcome.told.v1', record: 'record-only.kept.v1' } as const satisfies Record<Letter['type'], EventName>;

interface Sent { envelope: SealedEnvelope; share: Receipt; expected: Asks['open-message']['given']['expected'] }

async function send(type: Letter['type']): Promise<Sent> {
  const [from, to] = type === 'response' ? [ASKED, ASKING] : [ASKING, ASKED];
  const [check, message] = [newId(), newId()];
  const request = type === 'decision' ? null : newId();
  const inReplyTo = type === 'response' || type === 'outcome' ? digestOf('context', 'asked before') : null;
  const direction = ({ request: 'asking', response: 'sharing', decision: 'deciding', outcome: 'telling', record: 'asking' } as const)[type];
  const letter: Letter = { type, message, check, request, to: type === 'decision' || type === 'record' ? null : to, inReplyTo, corrects: null, body: BODIES[type], narrative: NARRATIVE, record: { ...record, direction, agency: from, response: type === 'response' ? responseCodesFor('KNOWN_RELEVANT') : null } };
  const told = (await (await vaultOf(from, AT)).carryOut('seal-message', { letter })) as Extract<Told<'seal-message'>, { ok: true }>;
  return { envelope: told.envelope, share: await proven(told.envelope, EVENT_OF[type], {}), expected: { type, from, check, request, message, inReplyTo } };
}

/** A receipt as the hub gives it, its record in the ledger. */
async function proven(envelope: SealedEnvelope, event: EventName, said: object): Promise<Receipt> {
  const id = newId();
  const text = canonicalJson({ v: 1, id, event, at: AT.toISOString(), message: envelope.header.context.message, header: digestOf('header', envelope.header), ...said });
  const salt = random.bytes(32);
  const entry = event === 'envelope.handed-over.v1' ? 'hand-over' : event.split('.')[0]!.replace('-kept', '');
  const index = ledger.append(utf8(canonicalJson({ v: 1, k: entry, c: commitmentOf(text, salt) })));
  return { id, event, record: text, salt: toBase64Url(salt), state: 'proven', index, proof: await ledger.proof(index) };
}

const handedOver = (envelope: SealedEnvelope, agency: string, at: Date): Promise<Receipt> => proven(envelope, 'envelope.handed-over.v1', { agency, part: 'envelope', at: at.toISOString() });

async function open({ envelope, share, expected }: Sent, agency: string, days: number, handOvers?: HandOvers): Promise<Told<'open-message'>> {
  const handOver = { envelope, receipts: { share } } as unknown as HandOverReply;
  return (await vaultOf(agency, after(days))).carryOut('open-message', { handOver, expected, ...(handOvers === undefined ? {} : { handOvers }) });
}

describe.each(['request', 'response', 'outcome'] as const)('a %s', (type) => {
  it('is read again by whoever had it in time, and by its own sender always', async () => {
    const sent = await send(type);
    const [sender, reader] = [sent.expected.from, sent.expected.from === ASKING ? ASKED : ASKING];
    const handOvers = [await handedOver(sent.envelope, reader, after(2)), sent.share];
    for (const days of [59, 60, 61, 300]) {
      expect([days, await open(sent, sender, days)]).toMatchObject([days, { ok: true, witness: 'proven', onHubsWord: false }]);
      expect([days, await open(sent, reader, days, handOvers)]).toMatchObject([days, { ok: true, witness: 'proven', onHubsWord: false }]);
    }
  });

  it('that nobody had collected in time is refused from the sixtieth day on, and for that alone', async () => {
    const sent = await send(type);
    const reader = sent.expected.from === ASKING ? ASKED : ASKING;
    expect(await open(sent, reader, 59)).toMatchObject({ ok: true });
    for (const days of [60, 61, 300]) expect(await open(sent, reader, days, [await handedOver(sent.envelope, reader, after(60)), sent.share])).toEqual({ ok: false, step: 8, code: 'expired' });
  });
});

describe.each(['decision', 'record'] as const)('a %s', (type) => {
  it('is opened by its own team for as long as it is kept', async () => {
    const sent = await send(type);
    for (const days of [59, 60, 61, 300]) expect([days, await open(sent, ASKING, days)]).toMatchObject([days, { ok: true, onHubsWord: false }]);
  });
});

describe('a record of a hand-over', () => {
  it('counts as proven only under a head of the log; without a proof it is the hub\'s word', async () => {
    const sent = await send('request');
    const receipt = await handedOver(sent.envelope, ASKED, after(2));
    const other = await handedOver(sent.envelope, ASKED, after(3));
    expect(await open(sent, ASKED, 61, [{ ...receipt, proof: other.proof }])).toEqual({ ok: false, step: 8, code: 'expired' });
    expect(await open(sent, ASKED, 61, [{ ...receipt, record: receipt.record.replace('"v":1', '"v": 1') }])).toEqual({ ok: false, step: 8, code: 'expired' });
    expect(await open(sent, ASKED, 61, [{ ...receipt, state: 'unwitnessed', index: null, proof: null }])).toMatchObject({ ok: true, onHubsWord: true });
    expect(await open(sent, ASKED, 61, 'not-shown')).toMatchObject({ ok: true, onHubsWord: true });
  });

  it('or of its posting that has no salt is a wrong one, and no fault of the worker', async () => {
    const sent = await send('request');
    for (const salt of ['', 'AAAA', '?', 'A'.repeat(43)]) expect(await open({ ...sent, share: { ...sent.share, salt } }, ASKED, 1)).toEqual({ ok: false, step: 3, code: 'proof-wrong' });
    const receipt = await handedOver(sent.envelope, ASKED, after(2));
    expect(await open(sent, ASKED, 61, [{ ...receipt, salt: 'AAAA' }])).toEqual({ ok: false, step: 8, code: 'expired' });
  });
});
