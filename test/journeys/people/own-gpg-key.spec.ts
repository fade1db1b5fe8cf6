import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JWK } from 'jose';
import { canonicalJson, ciphertextDigest, digestOf, fromBase64Url, headerBytes, toBase64Url, type EnvelopeHeader, type HandOverReply, type OpenCheckBody, type SealedEnvelope, type TeamKeyCopy } from '@lateral/contracts';
import { CONTENT_BUCKETS, NARRATIVE_BUCKETS, unlockPrivateKey } from '@lateral/envelope';
import { epochsOf } from '@lateral/envelope/inspect';
import { admitStockKey, fingerprintWords, GPG_CONF, publicKeyText, unwrapTeamCopy, type PrivateKey, type PublicKey } from '@lateral/envelope/keys';
import { hasTool, NARRATIVE, needs, REQUEST_BODY, ToolFolder } from '@lateral/testing/envelope';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { DoorClient } from '../../world/door-client.js';
import { peopleWorld, type PeopleWorld } from '../../world/people-world.js';
import { PersonalClient, readOwnAgency } from '../../world/personal-client.js';
import { machineOf } from './operator.js';
import { collect, openAs } from './support.js';

const [AGENCY, SCHOOL] = ['csc-north', 'school-north'];
const MEMBER = 'u-fedcba9876543210';
const PASSPHRASE = 'a phrase that only this person knows';
const UNLOCKED = ['--pinentry-mode', 'loopback', '--passphrase', PASSPHRASE];
/** As the owner of the key would type them. */
const [HEADER, CONTEXT] = ['hdr@lateral.example', 'ctx@lateral.example'];

(hasTool('gpg') ? describe : describe.skip)(`a member who brings a key of their own, made by stock gpg${needs('gpg')}`, () => {
  let world: PeopleWorld;
  let custodians: [Custodian, Custodian];
  let owner: PersonalClient;
  let gpg: ToolFolder;
  let key: PublicKey;
  let fingerprint: string;
  /** The same key in our own client, unlocked with its passphrase. */
  let unlocked: PrivateKey;
  let sender: DoorClient;
  const signIn = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;
  beforeAll(async () => {
    world = await peopleWorld({ newcomers: ['own-key'] });
    custodians = await Custodian.both(world.door, AGENCY);
    gpg = new ToolFolder();
    gpg.file('gpg.conf', GPG_CONF);
    owner = new PersonalClient(await world.signIn(AGENCY, 'own-key'), AGENCY);
  }, 60_000);
  afterAll(async () => {
    gpg.remove();
    await world.end();
  });

  it('has it judged in the browser before it goes anywhere: it says no name, and it signs', async () => {
    gpg.file('parameters', ['Key-Type: EDDSA', 'Key-Curve: ed25519', 'Subkey-Type: ECDH', 'Subkey-Curve: cv25519', `Name-Real: ${MEMBER}@${AGENCY}`, 'Expire-Date: 1y', `Passphrase: ${PASSPHRASE}`, '%commit', ''].join('\n'));
    done(gpg.gpg('--pinentry-mode', 'loopback', '--generate-key', 'parameters'));
    done(gpg.gpg('--output', 'exported', '--export'));
    const admitted = await admitStockKey(gpg.read('exported'), { agency: AGENCY, member: MEMBER, at: new Date(Date.now() + 1000) });
    expect(admitted).toMatchObject({ ok: true, signs: true });
    if (!admitted.ok) throw new Error(admitted.code);
    ({ key, fingerprint } = admitted);
    expect(await admitStockKey(gpg.read('exported'), { agency: AGENCY, member: 'u-0000000000000000', at: new Date() })).toEqual({ ok: false, code: 'names-somebody' });
  });

  it('comes in like anybody else: invited, the words of the key compared, signed into the roster by two', async () => {
    const { code } = await custodians[0].invite(MEMBER, ['practitioner', 'responder']);
    await owner.send('POST', '/v1/invitations/redemption', { code });
    await owner.enrolPasskey();
    await owner.stepUp('change-own-keys', [MEMBER]);
    await owner.send('PUT', '/v1/joiners/mine', { key: publicKeyText(key), fingerprint });
    // What the person reads out comes from gpg itself, not from what was sent.
    const listed = /^fpr:+([0-9A-F]{40}):/m.exec(gpg.gpg('--with-colons', '--list-keys').said)![1]!;
    const { en: words } = await fingerprintWords({ agency: AGENCY, member: MEMBER, fingerprint: listed });
    const { en: others } = await fingerprintWords({ agency: AGENCY, member: MEMBER, fingerprint: custodians[0].client.client.fingerprint });
    await expect(custodians[0].compared(MEMBER, others)).rejects.toThrow('the words are others');
    await changeRoster(custodians, { join: [{ ...await custodians[0].compared(MEMBER, words), signIn: signIn.x! }] });
    owner.browser.cookies.splice(0);
    await world.signIn(AGENCY, 'own-key', owner.browser);
    expect(await world.me(owner.browser)).toMatchObject({ member: MEMBER, roles: ['practitioner', 'responder'] });
  });

  it('gets a copy of the team key that stock gpg opens, and finds good by the lines we give, and only by them', async () => {
    const [copy] = await owner.get<TeamKeyCopy[]>('/v1/team-key-copies/mine');
    gpg.file('copy', fromBase64Url(copy!.wrapped));
    for (const { client } of custodians) done(gpg.gpg('--import', gpg.file('custodian', client.client.personal.toPublic().write())));
    const opened = gpg.gpg(...UNLOCKED, '--output', 'opened', '--decrypt', 'copy');
    expect(opened).toMatchObject({ status: 0, said: expect.stringContaining(`GOODSIG ${custodians[0].client.client.fingerprint.slice(-16)}`) as unknown });
    expect(JSON.parse(new TextDecoder().decode(gpg.read('opened')))).toMatchObject({ type: 'team-copy', agency: AGENCY, epoch: copy!.epoch, readers: [fingerprint] });
    gpg.file('gpg.conf', '');
    const unread = gpg.gpg(...UNLOCKED, '--output', 'opened', '--decrypt', 'copy');
    gpg.file('gpg.conf', GPG_CONF);
    expect(unread.status).not.toBe(0);
    expect(unread.said).not.toContain('GOODSIG');
  });

  it('opens the copy in our client too, once the key is unlocked there with its passphrase', async () => {
    done(gpg.gpg(...UNLOCKED, '--output', 'secret', '--export-secret-keys'));
    expect(await unlockPrivateKey(gpg.read('secret'), 'another phrase')).toBeNull();
    unlocked = (await unlockPrivateKey(gpg.read('secret'), PASSPHRASE))!;
    const [copy] = await owner.get<TeamKeyCopy[]>('/v1/team-key-copies/mine');
    const own = await readOwnAgency((path) => owner.get(path), AGENCY, world.door.made.rootFingerprint);
    expect(await unwrapTeamCopy(copy!, { ...own, memberKey: unlocked, at: new Date() })).toMatchObject({ ok: true });
  });

  it('sends a question that gpg alone has signed and sealed, and the asked agency opens it', async () => {
    const { door } = world;
    const { partnership, rootFingerprint } = custodians[0].client.client;
    sender = await DoorClient.signedIn(door.ask, {
      mode: 'test', partnership, rootFingerprint, agency: AGENCY, member: MEMBER, roles: ['practitioner', 'responder'], personal: unlocked, fingerprint, primary: null,
      signIn: { ...signIn, kid: `${MEMBER}@${AGENCY}` }, openTeamCopy: (wrapped, trust) => unwrapTeamCopy(wrapped, { ...trust, memberKey: unlocked }),
    }, door.made);
    const body = await sender.checkTo([SCHOOL]);
    const envelope = byGpg(body.requests[0]!.envelope);
    expect((await sender.post('/v1/checks', withEnvelope(body, envelope))).status).toBe(201);

    const responder = await door.signIn(SCHOOL, 'responder');
    const sealed: HandOverReply['envelope'] = await collect(responder, envelope.header.context.message);
    expect(sealed).toEqual(envelope);
    const machine = machineOf(responder);
    const own = await readOwnAgency((path) => machine.get(path), SCHOOL, rootFingerprint);
    expect(await openAs(machine, own, { key: responder.client.personal, sealed, rootFingerprint })).toMatchObject({ ok: true, signer: { agency: AGENCY, member: MEMBER }, body: REQUEST_BODY });
  });

  it('is refused what gpg signed without our notation, or over another header', async () => {
    const body = await sender.checkTo([SCHOOL]);
    const { envelope } = body.requests[0]!;
    for (const signature of [signed(headerBytes(envelope.header), []), signed(headerBytes(byGpg(envelope).header), notation(HEADER, digestOf('header', envelope.header)))]) {
      expect(await sender.post('/v1/checks', withEnvelope(body, { ...envelope, signature: toBase64Url(signature) }))).toMatchObject({ status: 422, body: { code: 'signature-invalid' } });
    }
  });

  /** The same message with both parts and the header as stock gpg makes them; nothing but the words is taken from ours. */
  function byGpg({ header: { context, ...header }, justification }: SealedEnvelope): SealedEnvelope {
    const { agencies } = world.door.made.registration.partnership.document;
    const members = world.door.made.registration.rosters.flatMap(({ document }) => document.members);
    for (const text of [...agencies, ...members].map((each) => each.key)) gpg.gpg('--import', gpg.file('reader', fromBase64Url(text)));
    const seal = (part: 'content' | 'narrative', inner: Record<string, unknown>, buckets: readonly number[]): Uint8Array => {
      const bare = Buffer.byteLength(canonicalJson({ ...inner, pad: '' }));
      gpg.file('inner', canonicalJson({ ...inner, pad: '0'.repeat(buckets.find((size) => size >= bare)! - bare) }));
      const readers = epochsOf(context, part).flatMap((epoch) => ['--recipient', `${epoch}!`]);
      done(gpg.gpg(...UNLOCKED, '--local-user', fingerprint, '-z', '0', ...readers, ...notation(CONTEXT, digestOf('context', context)), '--output', 'sealed', '--sign', '--encrypt', 'inner'));
      return gpg.read('sealed');
    };
    const content = seal('content', { v: 1, part: 'content', ctx: context, body: REQUEST_BODY, attachments: [] }, CONTENT_BUCKETS);
    const narrative = seal('narrative', { v: 1, part: 'narrative', ctx: context, narrative: NARRATIVE }, NARRATIVE_BUCKETS);
    const sealedHeader: EnvelopeHeader = { ...header, context, content: partOf(content), narrative: partOf(narrative) };
    const signature = signed(headerBytes(sealedHeader), notation(HEADER, digestOf('header', sealedHeader)));
    return { header: sealedHeader, signature: toBase64Url(signature), content: toBase64Url(content), narrative: toBase64Url(narrative), justification };
  }

  function signed(bytes: Uint8Array, notations: readonly string[]): Uint8Array {
    gpg.file('document', bytes);
    done(gpg.gpg(...UNLOCKED, '--local-user', fingerprint, ...notations, '--output', 'signature', '--detach-sign', 'document'));
    return gpg.read('signature');
  }
});

const notation = (name: string, value: string): string[] => ['--sig-notation', `!${name}=${value}`];
const partOf = (bytes: Uint8Array): { digest: string; length: number } => ({ digest: ciphertextDigest(bytes), length: bytes.length });

function withEnvelope(body: OpenCheckBody, envelope: SealedEnvelope): OpenCheckBody {
  return { ...body, requests: [{ ...body.requests[0]!, envelope }] };
}

function done({ status, said }: { status: number | null; said: string }): void {
  if (status !== 0) throw new Error(said);
}
