import type { LogHead, LogHeadStore } from '@lateral/exchange';

export class MemoryLogHeadStore implements LogHeadStore {
  private readonly heads = new Map<string, LogHead>();

  async newest(log: string): Promise<LogHead | null> {
    return structuredClone(this.heads.get(log) ?? null);
  }

  async keep(log: string, head: LogHead): Promise<void> {
    const kept = this.heads.get(log);
    if (kept === undefined || kept.size < head.size) this.heads.set(log, structuredClone(head));
  }
}
