import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.js';
import type { LogFields } from './logger.js';
import { Secret } from './secret.js';

function recording() {
  const lines: string[] = [];
  const logger = createLogger({ app: 'hub', write: (line) => lines.push(line), now: () => new Date('2026-03-09T10:00:00Z') });
  return { lines, logger, last: () => JSON.parse(lines.at(-1)!) as Record<string, unknown> };
}

describe('createLogger', () => {
  it('writes one JSON line per event', () => {
    const { lines, logger } = recording();
    logger.log('process.ready', { port: 24000, mode: 'demo' });
    expect(lines).toEqual(['{"at":"2026-03-09T10:00:00.000Z","level":"info","app":"hub","event":"process.ready","port":24000,"mode":"demo"}\n']);
  });

  it('takes the level from the error', () => {
    const { logger, last } = recording();
    logger.failure('job.failed', Object.assign(new Error('x'), { kind: 'transient' }));
    expect(last()['level']).toBe('warn');
    logger.failure('job.failed', Object.assign(new Error('x'), { kind: 'permanent' }));
    expect(last()['level']).toBe('error');
    logger.failure('job.failed', new Error('x'));
    expect(last()['level']).toBe('error');
  });

  it('logs name, code and places of an error and never its text', () => {
    const { lines, logger, last } = recording();
    logger.failure('request.failed', Object.assign(new Error('Key (name)=(Daisy Marchbanks)\nexists'), { code: '23505', detail: 'Daisy Marchbanks' }), { request: 'r1' });
    expect(lines[0]).not.toMatch(/Daisy|Marchbanks/);
    expect(last()).toMatchObject({ error: 'Error', code: '23505', request: 'r1' });
    expect(last()['places']).toEqual(expect.arrayContaining([expect.stringMatching(/^[\w.-]+:\d+:\d+$/)]));
  });

  it('puts no sentence, object, address or secret into a field', () => {
    const { lines, logger } = recording();
    const hostile = { code: 'two\nlines', kind: 'daisy@example.org', part: new Secret('hunter2'), route: { name: 'Daisy' } } as unknown as LogFields;
    logger.log('request.refused', hostile);
    expect(lines[0]).not.toMatch(/lines|daisy|hunter2|Daisy/);
    expect(lines[0]!.split('\n')).toHaveLength(2);
  });

  it('survives what is not an error', () => {
    const { logger, last } = recording();
    logger.failure('process.failed', 'thrown text');
    expect(last()).toMatchObject({ error: 'string', level: 'error' });
    logger.failure('process.failed', undefined);
    expect(last()).toMatchObject({ error: 'undefined' });
  });
});
