import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedEnvelope } from '@lateral/contracts';
import { GatherEvidence, HandOver, OpenCheck } from '@lateral/exchange';
import { ExchangeWorld, MemoryObjectKeys, memberOf, SEALED_HEADING, StandInInspector, valueOf } from '@lateral/testing/fakes';
import { ErasableChecks } from './erasable-checks.js';
import { ErasableEvidence } from './erasable-evidence.js';

describe('messages that lie locked once more', () => {
  let world: ExchangeWorld;
  let keys: MemoryObjectKeys;
  let checks: ErasableChecks;
  let sent: SealedEnvelope;
  let reference: string;
  let open: () => ReturnType<OpenCheck['carryOut']>;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    keys = new MemoryObjectKeys(world.randomness);
    checks = new ErasableChecks(world.checks, keys, world.randomness);
    const { clock, randomness, directory, law, attachments } = world;
    const body = world.opening(['school-b']);
    sent = body.requests[0]!.envelope;
    const attempt = world.attempt();
    open = () => new OpenCheck({ clock, randomness, directory, law, inspector: new StandInInspector(), attachments, checks }).carryOut(memberOf('police-a'), attempt, body);
    ({ reference } = valueOf(await open()));
    await world.acts.carryRecords.carryOut();
  });
  const id = (): string => sent.header.context.message;
  const handOver = () => new HandOver({ clock: world.clock, randomness: world.randomness, checks, records: world.records, incidents: world.incidents, proofs: world.ledger }).carryOut(memberOf('school-b'), world.attempt(), id());
  const pack = async (content = true) => valueOf(await new GatherEvidence({
    clock: world.clock, randomness: world.randomness, checks, records: world.records, evidence: new ErasableEvidence(world.evidence, keys), directory: world.directoryStore, catalogues: world.catalogues, agreements: world.agreements, proofs: world.ledger,
  }).carryOut(memberOf('police-a'), reference, { content }));

  it('lie in the store as nothing that the sender made, and are handed over as they were sent', async () => {
    const lies = (await world.checks.sealed(id()))!;
    expect([lies.header, lies.justification]).toEqual([sent.header, sent.justification]);
    for (const part of ['content', 'narrative'] as const) expect(lies[part]).not.toContain(sent[part]);
    expect(valueOf(await handOver()).envelope).toEqual(sent);
    expect(await checks.sealed(id())).toEqual(sent);
  });

  it('have a heading that lies locked under the same key, is given as it was sealed, and goes with its message', async () => {
    const headings = async (from: Pick<ErasableChecks, 'headings'>): Promise<string[]> => (await from.headings([id()], memberOf('police-a'))).map(({ sealed }) => sealed);
    expect(await headings(checks)).toEqual([SEALED_HEADING]);
    expect((await headings(world.checks))[0]).not.toContain(SEALED_HEADING);
    await keys.destroy([id()]);
    expect(await headings(checks)).toEqual([]);
  });

  it('are in evidence as they were sent, and never as they lie', async () => {
    const [envelope] = (await pack()).envelopes;
    expect([envelope!.content, envelope!.narrative]).toEqual([sent.content, sent.narrative]);
    const [without] = (await pack(false)).envelopes;
    expect([without!.content, without!.narrative]).toEqual([null, null]);
  });

  it('are, once erased, handed over to nobody, with no record that they were; evidence keeps the proof and has no ciphertext', async () => {
    await keys.destroy([id()]);
    const before = world.tables.counts();
    expect(await handOver()).toEqual({ ok: false, code: 'erased' });
    expect(world.tables.counts()).toEqual(before);
    expect(await checks.sealed(id())).toBeNull();
    const { envelopes: [envelope], receipts } = await pack();
    expect(envelope).toMatchObject({ header: sent.header, signature: sent.signature, justification: sent.justification, content: null, narrative: null });
    expect(receipts.map(({ event }) => event)).toContain('request.posted.v1');
  });

  it('stay erased when their sender, who never heard that they had been taken, sends them again: the answer is the one of then', async () => {
    const then = valueOf(await open());
    await keys.destroy([id()]);
    expect(valueOf(await open())).toEqual(then);
    expect((await keys.find([id()])).size).toBe(0);
    expect(await handOver()).toEqual({ ok: false, code: 'erased' });
  });
});
