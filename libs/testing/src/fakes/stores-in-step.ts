import { expect } from 'vitest';
import type { CheckState } from '@lateral/domain';
import type {
  AgreementStore, AskFurtherWrite, CatalogueStore, CheckStore, CheckWrite, ErasureStore, EvidenceStore, HandOverWrite, KeepRecordWrite, OpenCheckWrite, OverrideStore, RecordStore, RecusalStore, RequestWrite, RetentionStore,
} from '@lateral/exchange';
import { hubWorld, type HubWorld, type SampleWrites } from '../hub/index.js';
import { MemoryCheckStore } from './memory-check-store.js';
import { MemoryErasureStore } from './memory-erasure.js';
import { MemoryEvidenceStore, MemoryRecordStore } from './memory-evidence.js';
import { MemoryAgreementStore, MemoryCatalogueStore, MemoryOverrideStore } from './memory-law.js';
import { MemoryRecusalStore } from './memory-recusals.js';
import { MemoryRetentionStore } from './memory-retention.js';
import { MemoryTables } from './memory-tables.js';
import { memberOf } from './sample-parties.js';

export const AGENCIES_IN_STEP = ['police-a', 'school-b', 'gp-c', 'lhb-d', 'housing-e'];
export const PAGE = { after: null, limit: 50 };
export const LONG_AGO = new Date('2020-01-01T00:00:00.000Z');

/** What there is in memory and in Postgres, both. */
export interface Stores { checks: CheckStore; recusals: RecusalStore; records: RecordStore; evidence: EvidenceStore; overrides: OverrideStore; agreements: AgreementStore; catalogues: CatalogueStore; retention: RetentionStore; erasures: ErasureStore }
type Act = 'open' | 'askFurther' | 'keepRecord' | 'changeRequest' | 'changeCheck' | 'handOver';
type Write = OpenCheckWrite | AskFurtherWrite | KeepRecordWrite | RequestWrite | CheckWrite | HandOverWrite;

/** Both kinds of store in one world: whatever is put to one is put to the other, and whatever is asked of both must come out the same. */
export class StoresInStep {
  private constructor(private readonly world: HubWorld, readonly memory: Stores) {}

  static async begin(seed: number): Promise<StoresInStep> {
    const world = await hubWorld(seed, AGENCIES_IN_STEP);
    const tables = new MemoryTables();
    for (const agency of AGENCIES_IN_STEP) tables.partners.set(agency, 'POLICE');
    return new StoresInStep(world, {
      checks: new MemoryCheckStore(tables), recusals: new MemoryRecusalStore(tables), records: new MemoryRecordStore(tables), evidence: new MemoryEvidenceStore(tables), overrides: new MemoryOverrideStore(tables),
      agreements: new MemoryAgreementStore(tables), catalogues: new MemoryCatalogueStore(tables), retention: new MemoryRetentionStore(tables), erasures: new MemoryErasureStore(tables),
    });
  }

  end(): Promise<void> {
    return this.world.end();
  }

  get samples(): SampleWrites {
    return this.world.samples;
  }

  get postgres(): Stores {
    return this.world.hub;
  }

  async both<T>(ask: (stores: Stores) => Promise<T>): Promise<T> {
    const [here, there] = [await ask(this.memory), await ask(this.postgres)];
    expect(here).toEqual(there);
    return there;
  }

  /** One and the same write to both. */
  put(act: Act, write: Write): Promise<unknown> {
    return this.both<unknown>(({ checks }) => checks[act](write as never));
  }

  async opened(asked: readonly string[] = ['school-b', 'gp-c']): Promise<OpenCheckWrite> {
    const write = this.samples.openCheck('police-a', asked);
    expect(await this.put('open', write)).toMatchObject({ outcome: 'done' });
    return write;
  }

  /** Everything that the two can be asked about one check. */
  async agreeOn({ check, requests }: OpenCheckWrite): Promise<void> {
    await this.both(({ checks }) => checks.checkFacts(check.reference, null));
    for (const agency of AGENCIES_IN_STEP) await this.agreeFor(agency, { check, requests });
    for (const { id, envelope } of requests) {
      await this.both(({ checks }) => checks.requestFacts(id, null));
      await this.both(({ checks }) => checks.envelopeFacts(envelope.id, null));
      await this.both(({ checks }) => checks.sealed(envelope.id));
      await this.both(({ checks }) => checks.justificationOf(envelope.id));
    }
  }

  private async agreeFor(agency: string, { check, requests }: Pick<OpenCheckWrite, 'check' | 'requests'>): Promise<void> {
    await this.both(({ checks }) => checks.check(check.reference, memberOf(agency)));
    for (const withCiphertext of [true, false]) await this.both(({ evidence }) => evidence.envelopes(check.id, agency, withCiphertext));
    await this.both(({ evidence }) => evidence.ciphertextBytes(check.id, agency));
    await this.both(({ evidence }) => evidence.recordsErased(check.id, agency));
    for (const most of [1, 100]) await this.both(({ evidence }) => evidence.recordsKept(check.id, agency, most));
    await this.both(async ({ records }) => records.recordsOf(check.id, agency));
    for (const open of [true, false]) await this.both(async ({ overrides }) => (await overrides.list(memberOf(agency), { ...PAGE, open })).items);
    await this.both(({ checks }) => checks.headings(requests.map(({ envelope }) => envelope.id), memberOf(agency)));
    for (const { id } of requests) await this.both(({ checks }) => checks.request(id, memberOf(agency)));
    await this.both(async ({ checks }) => (await checks.delegated(memberOf(agency), PAGE, LONG_AGO)).items);
  }

  ending(write: OpenCheckWrite, from: CheckWrite['from'], to: CheckState, requests: CheckWrite['requests'] = []): CheckWrite {
    return { ...this.samples.act('police-a', []), check: write.check.id, from, to, requests, envelope: null };
  }

  change(write: OpenCheckWrite, more: Partial<RequestWrite['change']>): RequestWrite {
    return { ...this.samples.act('police-a', []), envelope: null, override: null, change: { request: write.requests[0]!.id, check: write.check.id, from: { version: 1, state: 'open' }, to: 'withdrawn', checkChange: null, ...more } };
  }
}
