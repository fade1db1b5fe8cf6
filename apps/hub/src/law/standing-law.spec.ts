import { expect, it } from 'vitest';
import type { PublishedAgreement } from '@lateral/domain/agreements';
import type { ConfiguredLaw } from './load-law.js';
import { StandingLaw } from './standing-law.js';

const named = (reference: string): PublishedAgreement => ({ document: { reference }, digest: reference } as unknown as PublishedAgreement);

it('shows an agreement that was published while an older reading was under way', async () => {
  const readings: ((found: PublishedAgreement[]) => void)[] = [];
  const published = (): Promise<readonly PublishedAgreement[]> => new Promise((resolve) => { readings.push(resolve); });
  const law = new StandingLaw({} as ConfiguredLaw, { published }, { elapsedMs: () => 0, onFailure: (error) => { throw error; } });
  const older = law.refresh();
  const newer = law.refresh();
  readings[1]?.([named('new')]);
  await newer;
  readings[0]?.([]);
  await older;
  expect((await law.view()).agreements).toEqual([named('new')]);
});

it('goes on with what it has when agreements cannot be read', async () => {
  let ms = 0;
  let away = false;
  const failures: unknown[] = [];
  const published = (): Promise<readonly PublishedAgreement[]> => (away ? Promise.reject(new Error('away')) : Promise.resolve([named('kept')]));
  const law = new StandingLaw({} as ConfiguredLaw, { published }, { elapsedMs: () => ms, onFailure: (error) => { failures.push(error); } });
  await law.refresh();
  [ms, away] = [60_000, true];
  await law.view();
  await Promise.resolve();
  expect((await law.view()).agreements).toEqual([named('kept')]);
  await new Promise((resolve) => { setImmediate(resolve); });
  expect(failures).toHaveLength(1);
});
