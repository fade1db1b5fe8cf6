import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '@lateral/testing/hub';
import type { FreshDatabase } from '@lateral/testing/hub';
import { patternsOf } from './encodings.js';
import { checkpoint, searchDatabase } from './search-database.js';

const PREFIX = 'qzkxjvwqphgbtyfd';
const WORD = `${PREFIX}abcdefgh`;
const patterns = patternsOf(PREFIX);
const LIMIT_MS = 60_000;

describe('a database', () => {
  let database: FreshDatabase;
  const hits = async (): Promise<Record<string, number>> => Object.fromEntries((await searchDatabase(database.url, patterns)).hits);
  const once = async (make: string, drop: string): Promise<Record<string, number>> => {
    await database.sql(make);
    const found = await hits();
    await database.sql(drop);
    return found;
  };

  beforeAll(async () => {
    database = await freshDatabase();
  }, LIMIT_MS);
  afterAll(() => database.drop(), LIMIT_MS);

  it('is searched in every column, type, schema and partition', async () => {
    const make = `
      create schema elsewhere;
      create table elsewhere."Odd name" ("a column" text, b bytea, c jsonb, d text[], e uuid, f json);
      insert into elsewhere."Odd name" values ('${WORD}', convert_to('${WORD}', 'utf8'), '{"a":{"b":["${WORD}"]}}', array['x', '${WORD}'], null, '{"g":"\\u0071\\u007a\\u006b\\u0078\\u006a\\u0076\\u0077\\u0071\\u0070\\u0068\\u0067\\u0062\\u0074\\u0079\\u0066\\u0064"}');
      create table parted (at date, words text) partition by range (at);
      create table parted_one partition of parted for values from ('2024-01-01') to ('2025-01-01');
      insert into parted values ('2024-06-01', '${WORD}');
      create materialized view seen as select words from parted`;
    expect(await once(make, 'drop schema elsewhere cascade; drop materialized view seen; drop table parted')).toEqual({ 'utf-8': 6, json: 1 });
  }, LIMIT_MS);

  it('shows a word in a value that Postgres keeps compressed', async () => {
    const make = `create table long as select repeat('the same again and again ', 20000) || '${WORD}' || repeat('and more ', 20000) as words`;
    expect(await once(make, 'drop table long')).toEqual({ 'utf-8': 1 });
  }, LIMIT_MS);

  it('is read to the last of many rows', async () => {
    const make = `create table many as select n, case when n in (1, 17, 20000) then '${WORD}' else 'nothing' end as words from generate_series(1, 20000) n`;
    expect(await once(make, 'drop table many')).toEqual({ 'utf-8': 3 });
  }, LIMIT_MS);

  it('that holds nothing of it shows nothing, and takes a checkpoint from whoever may order one', async () => {
    expect(await hits()).toEqual({});
    expect(await checkpoint(database.url)).toBe(true);
  }, LIMIT_MS);

  it('ends the search where a table may not be read, and orders no checkpoint as an ordinary role', async () => {
    const role = `canary_${database.name}`;
    await database.sql(`create table closed (words text); create role ${role} login password 'only-here'`);
    const url = new URL(database.url);
    url.username = role;
    url.password = 'only-here';
    try {
      await expect(searchDatabase(url.href, patterns)).rejects.toThrow('public.closed may not be read');
      expect(await checkpoint(url.href)).toBe(false);
    } finally {
      await database.sql(`drop table closed; drop role ${role}`);
    }
  }, LIMIT_MS);
});
