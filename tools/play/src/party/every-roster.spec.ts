import { expect, it } from 'vitest';
import { MOST_ROSTERS_AT_ONCE } from '@lateral/contracts';
import { everyRoster } from './every-roster.js';

const held = (count: number): { get<T>(path: string): Promise<T> } => ({
  get: async <T>(path: string): Promise<T> => {
    const from = Number(/^\/v1\/agencies\/police-north\/rosters\?from=(\d+)$/u.exec(path)?.[1]);
    return Array.from({ length: count }, (_, at) => ({ document: { version: at + 1 }, signatures: [] })).slice(from - 1, from - 1 + MOST_ROSTERS_AT_ONCE) as T;
  },
});

it.each([1, 99, 100, 101, 250])('of %i rosters none is left out: a log that holds more than a client knows would be held against it', async (count) => {
  const versions = (await everyRoster(held(count), 'police-north')).map(({ document: { version } }) => version);
  expect(versions).toEqual(Array.from({ length: count }, (_, at) => at + 1));
});
