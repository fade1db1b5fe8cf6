import { describe, expect, it } from 'vitest';
import { EMPTY, withApart, withComment, withIncluded, withJoined, withParted } from './chronology-draft.js';

describe('what somebody makes of a chronology', () => {
  it('joins, keeps apart, and parts again without suggesting anew', () => {
    const joined = withJoined(withApart(EMPTY, ['a', 'b']), ['c', 'd']);
    expect([joined.joined, joined.apart]).toEqual([[['c', 'd']], [['a', 'b']]]);
    expect(withParted(joined, ['c', 'd'])).toMatchObject({ joined: [], apart: [['a', 'b'], ['c', 'd']] });
  });

  it('leaves items out and takes them in again', () => {
    const without = withIncluded(EMPTY, ['a', 'b'], false);
    expect(without.leftOut).toEqual(['a', 'b']);
    expect(withIncluded(withIncluded(without, ['a'], false), ['a'], true).leftOut).toEqual(['b']);
  });

  it('has a comment by the event, and none where its words are gone', () => {
    const draft = withComment(EMPTY, 'a', 'A pattern.');
    expect([draft.comments, withComment(draft, 'a', '').comments]).toEqual([{ a: 'A pattern.' }, {}]);
  });
});
