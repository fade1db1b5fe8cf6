import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, statement, type Statement } from './statement.js';

const FOLDER = join(import.meta.dirname, 'statements');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));

async function everyStatement(): Promise<Statement[]> {
  const modules = await Promise.all(files.map(async (file) => await import(`./statements/${file.replace(/\.ts$/, '.js')}`) as object));
  return modules.flatMap((module) => Object.values(module) as unknown[]).filter((value): value is Statement => typeof value === 'object' && value !== null && 'parameters' in value);
}

describe('a statement', () => {
  it('numbers its parameters by first mention and leaves casts alone', () => {
    expect(statement('x', 'select :a::text, :b::int, :a::uuid')).toEqual({ name: 'x', text: 'select $1::text, $2::int, $1::uuid', parameters: ['a', 'b'] });
  });

  it('is not run where a parameter was forgotten', async () => {
    const client = { query: () => Promise.reject(new Error('was run')) };
    await expect(run(client, statement('x', 'select :a::text, :b::int'), { a: 'here' })).rejects.toThrow('was not given b');
  });
});

describe('the statements of the hub', () => {
  it('are one statement each, named once', async () => {
    const statements = await everyStatement();
    expect(statements.length).toBeGreaterThan(30);
    expect(new Set(statements.map(({ name }) => name)).size).toBe(statements.length);
    for (const { name, text } of statements) {
      expect({ name, semicolons: text.includes(';') }).toEqual({ name, semicolons: false });
      expect(name.length).toBeLessThan(64);
    }
  });

  it('page by key, ask nobody for the time, and notify inside no act', async () => {
    for (const { name, text } of await everyStatement()) {
      expect({ name, offset: /\boffset\b/i.test(text) }).toEqual({ name, offset: false });
      expect({ name, time: /\b(now\(|current_timestamp|localtimestamp|clock_timestamp|statement_timestamp|transaction_timestamp|current_date)/i.test(text) }).toEqual({ name, time: false });
      if (name !== 'wake') expect({ name, notify: /notify/i.test(text) }).toEqual({ name, notify: false });
    }
  });

  it('leave the time to the clock everywhere else too', () => {
    const sources = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]));
    const asking = sources(import.meta.dirname).filter((file) => !/spec\.ts$/.test(file) && /(select|default|values)[^;]*\bnow\(\)|clock_timestamp|current_timestamp/i.test(readFileSync(file, 'utf8').replaceAll(/\bclock\.now\(\)|async now\(\)/g, '')));
    // Which months are made rests on it alone, and no act: whoever may have them made must not be able to say another time (ADR 39).
    expect(asking.map((file) => file.slice(import.meta.dirname.length + 1)).toSorted()).toEqual(['database-clock.ts', 'migrations/0016-months-for-roles.ts']);
  });
});
