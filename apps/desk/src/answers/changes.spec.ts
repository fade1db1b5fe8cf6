import { describe, expect, it } from 'vitest';
import { answerBody, item } from '../check/wanted.examples.js';
import { changesIn } from './changes.js';

describe('what a corrected answer says otherwise', () => {
  it('is what was added, taken away and changed, and the kind of answer', () => {
    const before = answerBody({ items: [item('i1'), item('i2'), item('i3')] });
    const after = answerBody({ responseType: 'PARTIAL', items: [item('i1'), item('i3', { handling: 'le_only' }), item('i4')] });
    const { added, removed, changed, kind } = changesIn(before, after);
    expect([added.map(({ id }) => id), removed.map(({ id }) => id), changed.map(({ after: { id } }) => id), kind]).toEqual([['i4'], ['i2'], ['i3'], { before: 'FULL', after: 'PARTIAL' }]);
  });

  it('is nothing where only the order of members is another', () => {
    const { id, ...rest } = item('i1');
    expect(changesIn(answerBody({ items: [{ id, ...rest }] }), answerBody({ items: [{ ...rest, id }] }))).toEqual({ added: [], removed: [], changed: [], kind: null });
  });
});
