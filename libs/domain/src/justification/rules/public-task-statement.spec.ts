import { describe, expect, it } from 'vitest';
import { foundBy } from './ordinary.examples.js';
import { PUBLIC_TASK_STATEMENT } from './public-task-statement.examples.js';
import { publicTaskStatement } from './public-task-statement.js';

describe(`rule ${publicTaskStatement.code}`, () => {
  it.each(PUBLIC_TASK_STATEMENT)('$is: $name', ({ toJudge, finds }) => expect(foundBy(publicTaskStatement, toJudge)).toEqual(finds));
});
