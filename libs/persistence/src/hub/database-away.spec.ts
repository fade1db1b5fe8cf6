import { describe, expect, it } from 'vitest';
import { isDatabaseAway } from './database-away.js';

describe('an error of the driver', () => {
  it.each([
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
    Object.assign(new Error('terminating connection because of crash of another server process'), { code: '57P02' }),
    new Error('Connection terminated unexpectedly'),
    new Error('Connection terminated due to connection timeout'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Client has encountered a connection error and is not queryable'),
  ])('means that the database is away: $message', (error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505' }),
    Object.assign(new Error('Connection terminated, said a constraint'), { code: '23514' }),
    new TypeError('Cannot read properties of undefined'),
    'a text',
    null,
  ])('means something else: %s', (error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
