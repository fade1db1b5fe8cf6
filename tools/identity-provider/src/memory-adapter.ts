import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept { payload: AdapterPayload; until: number }

/** What a tenant remembers: all of it in memory, gone with the process. `seconds` tells the time since some moment. */
export function memoryAdapter(seconds: () => number): AdapterFactory {
  const kept = new Map<string, Kept>();
  return (model) => new MemoryAdapter(model, kept, seconds);
}

class MemoryAdapter implements Adapter {
  constructor(private readonly model: string, private readonly kept: Map<string, Kept>, private readonly seconds: () => number) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.kept.set(this.key(id), { payload, until: expiresIn === undefined ? Infinity : this.seconds() + expiresIn });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.alive(this.key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.among((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.among((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const found = this.alive(this.key(id));
    if (found !== undefined) found.consumed = Math.floor(this.seconds());
  }

  async destroy(id: string): Promise<void> {
    this.kept.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.kept) if (payload.grantId === grantId) this.kept.delete(key);
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }

  private alive(key: string): AdapterPayload | undefined {
    const found = this.kept.get(key);
    if (found !== undefined && found.until > this.seconds()) return found.payload;
    this.kept.delete(key);
    return undefined;
  }

  private among(fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    return [...this.kept].filter(([key]) => key.startsWith(`${this.model}:`)).map(([key]) => this.alive(key)).find((payload) => payload !== undefined && fits(payload));
  }
}
