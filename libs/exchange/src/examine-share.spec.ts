import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, type EnvelopeContext, type JustificationRecord, type MessageType, type SealedEnvelope } from '@lateral/contracts';
import { ExchangeWorld, memberOf, officerOf, reader, resign, signerOf, StandInInspector } from '@lateral/testing/fakes';
import { digestsOf, envelopeRow, examineShare, type ExpectedShare } from './examine-share.js';

const POLICE = memberOf('police-a');
const AT = '/envelope';
const DIRECTIONS = { request: 'asking', response: 'sharing', outcome: 'telling', decision: 'deciding', record: 'record_only' } as const;

describe('examining a share', () => {
  let world: ExchangeWorld;
  let check: string;
  let request: string;

  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    [check, request] = [world.messages.id(), world.messages.id()];
  });

  const expected = (more: Partial<ExpectedShare> = {}): ExpectedShare => ({ type: 'request', direction: 'asking', check, request, to: 'school-b', inReplyTo: null, corrects: null, urgency: 'red', ...more });
  const message = (): SealedEnvelope => world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check, request });
  const examined = async (envelope: SealedEnvelope, more: Partial<ExpectedShare> = {}, actor = POLICE) =>
    examineShare(envelope, expected(more), actor, { view: await world.directory.view(), inspector: new StandInInspector(), attachments: world.attachments, now: world.clock.at }, AT);
  const withContext = (edit: Partial<EnvelopeContext>): SealedEnvelope => {
    const envelope = message();
    return resign({ ...envelope, header: { ...envelope.header, context: { ...envelope.header.context, ...edit } } }, POLICE);
  };
  const withReasons = (edit: Partial<JustificationRecord>): SealedEnvelope => {
    const envelope = message();
    return resign({ ...envelope, justification: { ...envelope.justification, ...edit } }, POLICE);
  };

  it.each(['request', 'response', 'outcome', 'decision', 'record'] satisfies MessageType[])('finds nothing wrong with a %s that is as it ought to be', async (type) => {
    const to = type === 'decision' || type === 'record' ? null : 'school-b';
    const about = { type, check, request: type === 'decision' ? null : request, to };
    expect(await examined(world.messages.message({ ...about, from: POLICE }), { ...about, direction: DIRECTIONS[type] })).toBeNull();
  });

  it('lets nobody read along but whom the addressed agency itself named for that hour', async () => {
    const named = withContext({ delegates: [reader('gp-c')] });
    const refusal = { code: 'readers-mismatch', fields: [{ field: '/envelope/header/context/delegates', reason: 'not-in-force' }] };
    expect(await examined(named)).toMatchObject(refusal);
    world.directory.standIns.set('police-a', ['gp-c']);
    expect(await examined(named)).toMatchObject(refusal);
    world.directory.standIns.set('school-b', ['gp-c']);
    expect(await examined(named)).toBeNull();
    expect(await examined(message())).toBeNull();
    expect(await examined(withContext({ delegates: [{ ...reader('gp-c'), epoch: 'F'.repeat(40) }] }))).toMatchObject({ code: 'readers-mismatch', fields: [{ field: '/envelope/header/context/delegates', reason: 'unknown-key' }] });
  });

  const later = (ms: number): string => new Date(world.clock.at.getTime() + ms).toISOString();

  it('wants every officer whose key was in force when it was made, and nobody whose key had run out by then', async () => {
    const [own, first] = [officerOf('police-a'), officerOf('school-b')];
    const second = { agency: 'school-b', officer: 'E'.repeat(40), epoch: 'D'.repeat(40) };
    const missing = { code: 'readers-mismatch', fields: [{ field: '/envelope/header/context/officers', reason: 'officer-missing' }] };
    const unknown = { code: 'readers-mismatch', fields: [{ field: '/envelope/header/context/officers', reason: 'unknown-key' }] };
    const runsOut = (first: string | null, second: string | null): void => { world.directory.officers.set('school-b', [{ ...officerOf('school-b'), until: first }, { officer: 'E'.repeat(40), epoch: 'D'.repeat(40), until: second }]); };
    runsOut(null, null);
    expect(await examined(withContext({ officers: [own, first, second] }))).toBeNull();
    expect(await examined(withContext({ officers: [own, first] }))).toMatchObject(missing);
    // A key that runs out while the message is on its way was in force for whoever sealed it.
    runsOut(null, later(-60_000));
    expect(await examined(withContext({ created: later(-120_000), officers: [own, first, second] }))).toBeNull();
    expect(await examined(withContext({ created: later(-120_000), officers: [own, first] }))).toMatchObject(missing);
    expect(await examined(withContext({ officers: [own, first] }))).toBeNull();
    expect(await examined(withContext({ officers: [own, first, second] }))).toMatchObject(unknown);
    // Where nobody could read it as an officer, a child is not kept waiting for a key.
    runsOut(later(-60_000), later(-60_000));
    expect(await examined(withContext({ officers: [own] }))).toBeNull();
  });

  const contexts: [string, () => Partial<EnvelopeContext>, string, string, string][] = [
    ['of another partnership', () => ({ partnership: 'south' }), 'header-mismatch', 'partnership', 'differs-from-act'],
    ['of another type', () => ({ type: 'outcome' }), 'header-mismatch', 'type', 'differs-from-act'],
    ['of another check', () => ({ check: world.messages.id() }), 'header-mismatch', 'check', 'differs-from-act'],
    ['of another request', () => ({ request: world.messages.id() }), 'header-mismatch', 'request', 'differs-from-act'],
    ['of no request', () => ({ request: null }), 'header-mismatch', 'request', 'differs-from-act'],
    ['sent by another agency', () => ({ from: { agency: 'gp-c', signer: signerOf('gp-c', 'm1') } }), 'header-mismatch', 'from/agency', 'differs-from-act'],
    ['in reply to something', () => ({ inReplyTo: 'x' }), 'header-mismatch', 'inReplyTo', 'another-version'],
    ['correcting something', () => ({ corrects: world.messages.id() }), 'header-mismatch', 'corrects', 'another-version'],
    ['expired just now', () => ({ expires: later(0) }), 'header-mismatch', 'expires', 'past'],
    ['expiring at no time', () => ({ expires: 'never' }), 'header-mismatch', 'expires', 'past'],
    ['signed long ago, when another may have held the key', () => ({ created: later(-86_400_001) }), 'header-mismatch', 'created', 'outside-clock'],
    ['signed in the future', () => ({ created: later(300_001) }), 'header-mismatch', 'created', 'outside-clock'],
    ['signed at no time', () => ({ created: 'whenever' }), 'header-mismatch', 'created', 'outside-clock'],
    ['whose id is none', () => ({ message: 'x' }), 'id-outside-clock', 'message', 'outside-clock'],
    ['readable by nobody', () => ({ to: [] }), 'readers-mismatch', 'to', 'not-the-agency-of-the-act'],
    ['readable by a third agency', () => ({ to: [reader('school-b'), reader('gp-c')] }), 'readers-mismatch', 'to', 'not-the-agency-of-the-act'],
    ['readable by another agency', () => ({ to: [reader('gp-c')] }), 'readers-mismatch', 'to', 'not-the-agency-of-the-act'],
    ['sealed to an unknown epoch', () => ({ to: [{ ...reader('school-b'), epoch: reader('gp-c').epoch }] }), 'readers-mismatch', 'to', 'unknown-key'],
    ['sealed to an unknown team', () => ({ to: [{ ...reader('school-b'), team: reader('gp-c').team }] }), 'readers-mismatch', 'to', 'unknown-key'],
    ['whose own copy is another agency\'s', () => ({ self: reader('gp-c') }), 'readers-mismatch', 'self', 'not-the-sender'],
    ['whose own copy has an unknown key', () => ({ self: { ...reader('police-a'), epoch: 'F'.repeat(40) } }), 'readers-mismatch', 'self', 'unknown-key'],
    ['without the other side\'s officer', () => ({ officers: [officerOf('police-a')] }), 'readers-mismatch', 'officers', 'officer-missing'],
    ['without its own officer', () => ({ officers: [officerOf('school-b')] }), 'readers-mismatch', 'officers', 'officer-missing'],
    ['for an officer nobody knows', () => ({ officers: [officerOf('police-a'), { ...officerOf('school-b'), officer: 'F'.repeat(40) }] }), 'readers-mismatch', 'officers', 'unknown-key'],
    ['for an officer of a third agency', () => ({ officers: [officerOf('police-a'), officerOf('school-b'), officerOf('gp-c')] }), 'readers-mismatch', 'officers', 'another-agency'],
  ];
  it.each(contexts)('refuses a message %s', async (_, edit, code, field, reason) => {
    expect(await examined(withContext(edit()))).toEqual({ ok: false, code, fields: [{ field: `${AT}/header/context/${field}`, reason }] });
  });

  it('takes a message made up to five minutes ahead and a day behind', async () => {
    for (const ms of [300_000, -86_400_000]) expect(await examined(withContext({ created: later(ms) }))).toBeNull();
  });

  it('refuses to seal to an agency that is not in the partnership, and says which side it is', async () => {
    const outside = { agency: 'nobody', team: 'A'.repeat(40), epoch: 'B'.repeat(40) };
    expect(await examined(withContext({ to: [outside] }), { to: 'nobody' })).toMatchObject({ code: 'unknown-agency', fields: [{ field: `${AT}/header/context/to` }] });
    const nobody = memberOf('nobody');
    expect(await examined(withContext({ from: { agency: 'nobody', signer: 'x' }, self: outside }), {}, nobody)).toMatchObject({ code: 'unknown-agency', fields: [{ field: `${AT}/header/context/self` }] });
  });

  const reasons: [keyof JustificationRecord, () => Partial<JustificationRecord>][] = [
    ['direction', () => ({ direction: 'sharing' })],
    ['check', () => ({ check: world.messages.id() })],
    ['request', () => ({ request: null })],
    ['message', () => ({ message: world.messages.id() })],
    ['agency', () => ({ agency: 'gp-c' })],
    ['urgency', () => ({ urgency: 'green' })],
    ['response', () => ({ response: { type: 'FULL', decision: 'share_all', refusalGround: null, systems: [], searched: [], items: [], given: [], withheld: { withheld: false, categories: [] }, until: null, redirectTo: null } })],
  ];
  it.each(reasons)('refuses reasons whose %s is not that of the message', async (field, edit) => {
    expect(await examined(withReasons(edit()))).toEqual({ ok: false, code: 'justification-mismatch', fields: [{ field: `${AT}/justification/${field}`, reason: 'differs-from-message' }] });
  });

  it('refuses an answer without the codes of an answer', async () => {
    const envelope = world.messages.message({ type: 'response', from: POLICE, to: 'school-b', check, request });
    const bare = resign({ ...envelope, justification: { ...envelope.justification, response: null } }, POLICE);
    expect(await examined(bare, { type: 'response', direction: 'sharing' })).toMatchObject({ code: 'justification-mismatch', fields: [{ field: `${AT}/justification/response` }] });
  });

  it('takes nobody\'s signature but that of the person signed in', async () => {
    const wrong = { ok: false, code: 'signer-unknown', fields: [{ field: `${AT}/header/context/from/signer`, reason: 'not-this-member' }] };
    expect(await examined(message(), {}, memberOf('police-a', 'm2'))).toEqual(wrong);
    expect(await examined(withContext({ from: { agency: 'police-a', signer: signerOf('gp-c', 'm1') } }))).toEqual(wrong);
    world.directory.members.set('police-a m1', { ...world.directory.members.get('police-a m1')!, until: world.clock.at.toISOString() });
    expect(await examined(message())).toEqual(wrong);
  });

  it('passes on what the inspector finds, and names the message only', async () => {
    const envelope = message();
    const refused = (code: string): unknown => ({ ok: false, code, fields: [{ field: AT, reason: code }] });
    expect(await examined({ ...envelope, signature: message().signature })).toEqual(refused('signature-invalid'));
    expect(await examined({ ...envelope, content: message().content })).toEqual(refused('ciphertext-mismatch'));
    expect(await examined({ ...envelope, narrative: message().narrative })).toEqual(refused('ciphertext-mismatch'));
    expect(await examined({ ...envelope, justification: { ...envelope.justification, salt: 'AAAA' } })).toEqual(refused('justification-mismatch'));
  });

  it('makes the row and the digests of what was examined', () => {
    const envelope = message();
    const { context, content } = envelope.header;
    expect(digestsOf(envelope)).toEqual({ header: digestOf('header', envelope.header), justification: context.justification });
    expect(envelopeRow(envelope, world.clock.at, null)).toEqual({
      id: context.message, type: 'request', check, request, from: 'police-a', to: 'school-b', corrects: null, attachment: null, createdAt: world.clock.at,
      contentDigest: content.digest, headerDigest: digestOf('header', envelope.header), judgement: null, sealed: envelope,
    });
  });
});
