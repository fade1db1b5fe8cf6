import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, type PartnershipRegistration } from '@lateral/contracts';
import { ExchangeWorld, listedFields, sampleRegistration, StoreFault } from '@lateral/testing/fakes';
import { RegisterPartnership } from './register-partnership.use-case.js';

const ROOT = 'F'.repeat(40);

describe('registering a partnership', () => {
  let world: ExchangeWorld;
  let asked: { root: string; at: Date }[];
  beforeEach(() => {
    world = new ExchangeWorld();
    asked = [];
  });
  const register = (registration: PartnershipRegistration, root = ROOT) => {
    const verifier = { verify: async (_: PartnershipRegistration, pinned: string, at: Date) => (asked.push({ root: pinned, at }), pinned === ROOT ? ({ ok: true } as const) : ({ ok: false, code: 'root-not-pinned' } as const)) };
    const { clock, randomness, directoryStore: directory } = world;
    return new RegisterPartnership({ clock, randomness, directory, verifier }).carryOut(registration, root);
  };

  it('stores it whole once it is verified against the pinned root, and records every document', async () => {
    const registration = sampleRegistration(['police-a', 'school-b']);
    expect(await register(registration)).toEqual({ ok: true, outcome: 'registered' });
    expect(asked).toEqual([{ root: ROOT, at: world.clock.at }]);
    expect(await world.directoryStore.partnership()).toEqual(registration.partnership);
    const written = world.recordsSince(0);
    expect(written).toMatchObject([
      { event: 'directory.registered.v1', parties: ['police-a', 'school-b'], fields: { version: 1, digest: digestOf('partnership', registration.partnership.document) } },
      { event: 'roster.registered.v1', parties: ['police-a'], fields: { agency: 'police-a', version: 1 } },
      { event: 'roster.registered.v1', parties: ['school-b'], fields: { agency: 'school-b', version: 1 } },
    ]);
    for (const { event, fields } of written) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
  });

  it('stores nothing of what another root vouches for', async () => {
    expect(await register(sampleRegistration(['police-a']), 'E'.repeat(40))).toEqual({ ok: false, code: 'root-not-pinned' });
    expect(await world.directoryStore.partnership()).toBeNull();
    expect(world.tables.audit).toEqual([]);
  });

  it('knows what it has: again changes nothing, older is refused, newer is recorded as far as it is new', async () => {
    await register(sampleRegistration(['police-a'], 2));
    const before = world.tables.audit.length;
    expect(await register(sampleRegistration(['police-a'], 2))).toEqual({ ok: true, outcome: 'already-registered' });
    expect(await register(sampleRegistration(['police-a'], 1))).toEqual({ ok: false, code: 'older-version' });
    expect(world.tables.audit).toHaveLength(before);
    const newer = { ...sampleRegistration(['police-a'], 3), rosters: sampleRegistration(['police-a'], 2).rosters };
    expect(await register(newer)).toEqual({ ok: true, outcome: 'registered' });
    expect(world.recordsSince(before).map(({ event }) => event)).toEqual(['directory.registered.v1']);
  });

  it('brings no deletion of an epoch, which is given up here and by custodians alone; one that is known comes again like anything', async () => {
    const deleting = (version: number, deletedEpochs: string[]): PartnershipRegistration => {
      const made = sampleRegistration(['police-a'], version);
      return { ...made, rosters: made.rosters.map((roster) => ({ ...roster, document: { ...roster.document, deletedEpochs } })) };
    };
    const [first, second] = ['A'.repeat(40), 'B'.repeat(40)] as const;
    expect(await register(deleting(1, [first]))).toMatchObject({ ok: true });
    expect(await register(deleting(2, [first, second]))).toEqual({ ok: false, code: 'epoch-deletion-is-the-agencys' });
    expect(await register(deleting(2, [first]))).toMatchObject({ ok: true });
  });

  it('can be repeated where the store failed', async () => {
    world.tables.failNext('not-persisted');
    await expect(register(sampleRegistration(['police-a']))).rejects.toBeInstanceOf(StoreFault);
    expect(world.tables.audit).toEqual([]);
    world.tables.failNext('persisted');
    await expect(register(sampleRegistration(['police-a']))).rejects.toBeInstanceOf(StoreFault);
    expect(await register(sampleRegistration(['police-a']))).toEqual({ ok: true, outcome: 'already-registered' });
    expect(world.tables.audit).toHaveLength(2);
  });
});
