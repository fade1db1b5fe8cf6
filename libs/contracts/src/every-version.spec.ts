import { expect, it } from 'vitest';
import { everyVersion } from './every-version.js';

const MOST = 100;
const shown = (count: number) => async (from: number): Promise<{ document: { version: number }; signatures: string[] }[]> =>
  Array.from({ length: count }, (_, at) => ({ document: { version: at + 1 }, signatures: [] })).slice(from - 1, from - 1 + MOST);

it.each([0, 1, 99, 100, 101, 250])('of %i versions none is left out: a log that holds more than a client knows would be held against it', async (count) => {
  const versions = (await everyVersion(shown(count), MOST)).map(({ document: { version } }) => version);
  expect(versions).toEqual(Array.from({ length: count }, (_, at) => at + 1));
});

it('begins where it is told to', async () => {
  expect((await everyVersion(shown(103), MOST, 102)).map(({ document: { version } }) => version)).toEqual([102, 103]);
});
