import { beforeEach, describe, expect, it } from 'vitest';
import { ciphertextDigest } from '@lateral/contracts';
import { OUTAGE_REFUSES_AFTER_MS, type Urgency } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, reader, resign, valueOf, writeActContract } from '@lateral/testing/fakes';
import type { Actor } from '../ports/index.js';
import type { AttachmentStream } from './hand-over-attachment.use-case.js';

const POLICE = memberOf('police-a');
const SCHOOL = memberOf('school-b');
const BYTES = Uint8Array.of(1, 2, 3, 4);
async function* once(): AsyncIterable<Uint8Array> {
  yield BYTES;
}

/** A check whose one question names an attachment, and `delegates` that read it for the school. */
async function withAttachment(world: ExchangeWorld, urgency: Urgency = 'red', delegates: readonly string[] = []): Promise<{ attachment: string; request: string; message: string }> {
  const body = world.opening(['school-b'], urgency);
  const attachment = world.messages.id();
  const { digest, length } = valueOf(await world.acts.storeAttachment.carryOut(POLICE, attachment, once()));
  const request = body.requests[0]!;
  const plain = world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check: body.id, request: request.id, urgency, attachment: { id: attachment, digest, length } });
  const context = { ...plain.header.context, delegates: delegates.map(reader) };
  const envelope = delegates.length === 0 ? plain : resign({ ...plain, header: { ...plain.header, context } }, POLICE);
  valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), { ...body, requests: [{ ...request, envelope }] }));
  return { attachment, request: request.id, message: envelope.header.context.message };
}

describe('handing over an attachment', () => {
  let world: ExchangeWorld;
  let attachment: string;
  let request: string;
  let message: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    ({ attachment, request, message } = await withAttachment(world));
  });
  const handOver = (actor: Actor = SCHOOL, which = attachment) => world.acts.handOverAttachment.carryOut(actor, world.attempt(), which);
  const bytesOf = async ({ chunks }: AttachmentStream): Promise<number[]> => {
    const all: number[] = [];
    for await (const chunk of chunks) all.push(...chunk);
    return all;
  };

  it('streams the bytes that the message names, and has recorded it before', async () => {
    const before = world.tables.audit.length;
    const stream = valueOf(await handOver());
    const records = world.recordsSince(before);
    expect(records).toMatchObject([{ event: 'envelope.handed-over.v1', parties: ['police-a', 'school-b'], fields: { request, message, agency: 'school-b', part: 'attachment' } }]);
    expect(Object.keys(records[0]!.fields).sort()).toEqual(listedFields('envelope.handed-over.v1'));
    expect([stream.length, stream.digest]).toEqual([BYTES.length, ciphertextDigest(BYTES)]);
    expect(await bytesOf(stream)).toEqual([...BYTES]);
    expect(await world.facts(request)).toMatchObject({ state: 'open', version: 1 });
  });

  it('gives the sender its own', async () => {
    expect(await bytesOf(valueOf(await handOver(POLICE)))).toEqual([...BYTES]);
  });

  it('gives out nothing that no message names', async () => {
    const loose = world.messages.id();
    valueOf(await world.acts.storeAttachment.carryOut(SCHOOL, loose, once()));
    expect(await handOver(SCHOOL, loose)).toEqual({ ok: false, code: 'not-found' });
  });

  it('keeps back what was withdrawn', async () => {
    valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 1, reason: 'wrong_person' }));
    const before = world.tables.counts();
    expect(await handOver()).toEqual({ ok: false, code: 'wrong-state', current: { version: 2, state: 'withdrawn' } });
    expect(world.tables.counts()).toEqual(before);
    expect(await handOver(POLICE)).toMatchObject({ ok: true });
  });

  it('keeps it back from whoever reads for the asked agency too, and tells them nothing of where it stands', async () => {
    world.directory.standIns.set('school-b', ['gp-c']);
    const delegated = await withAttachment(world, 'red', ['gp-c']);
    expect(await handOver(memberOf('gp-c'), delegated.attachment)).toMatchObject({ ok: true });
    valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), delegated.request, { version: 1, reason: 'wrong_person' }));
    expect(await handOver(memberOf('gp-c'), delegated.attachment)).toEqual({ ok: false, code: 'wrong-state' });
  });

  it('keeps it back in the moment between reading and recording, from a retry too, and then records nothing', async () => {
    const attempt = world.attempt();
    expect(await world.acts.handOverAttachment.carryOut(SCHOOL, attempt, attachment)).toMatchObject({ ok: true });
    const withdraw = async (): Promise<void> => void valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 1, reason: 'wrong_person' }));
    world.tables.beforeNextWrite(withdraw);
    expect(await world.acts.handOverAttachment.carryOut(SCHOOL, attempt, attachment)).toEqual({ ok: false, code: 'wrong-state', current: { version: 2, state: 'withdrawn' } });
    const later = await withAttachment(world);
    ({ attachment, request } = later);
    world.tables.beforeNextWrite(withdraw);
    const before = world.tables.audit.length;
    expect(await handOver()).toMatchObject({ ok: false, code: 'wrong-state' });
    expect(world.recordsSince(before).filter(({ event }) => event === 'envelope.handed-over.v1')).toEqual([]);
  });

  it.each([['red', true], ['amber', false], ['green', false]] as const)('leaves by the rule of its message when the ledger has been away for long: %s', async (urgency, leaves) => {
    const urgent = await withAttachment(world, urgency);
    world.ledger.away = true;
    await world.acts.carryRecords.carryOut();
    world.clock.pass(OUTAGE_REFUSES_AFTER_MS);
    expect(await handOver(SCHOOL, urgent.attachment)).toMatchObject({ ok: true });
    world.clock.pass(1);
    expect(await handOver(SCHOOL, urgent.attachment)).toMatchObject(leaves ? { ok: true } : { ok: false, code: 'ledger-outage' });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const { attachment: id } = await withAttachment(fresh);
    const run = async (actor: Actor, attempt: { key: string; digest: string }, target: 'real' | 'unknown') => {
      const outcome = await fresh.acts.handOverAttachment.carryOut(actor, attempt, target === 'real' ? id : fresh.messages.id());
      return outcome.ok ? { ok: true as const, value: { ...outcome.value, chunks: await bytesOf(outcome.value) } } : outcome;
    };
    return { world: fresh, actor: SCHOOL, run };
  }, { hasParties: true });
});
