import type { DestroyCopies } from '@lateral/exchange';

const EVERY_MS = 60_000;

/** Ends, now and each minute, what an act left undone that gave copies of keys up and was broken off. Returns the end of it. */
export async function goOnDestroying(destroying: Pick<DestroyCopies, 'carryOut'>, onFailure: (error: unknown) => void): Promise<() => void> {
  const once = (): Promise<unknown> => destroying.carryOut().catch(onFailure);
  await once();
  const timer = setInterval(() => { void once(); }, EVERY_MS).unref();
  return () => clearInterval(timer);
}
