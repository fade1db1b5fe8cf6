import { describe, expect, it } from 'vitest';
import type { Finding } from '@lateral/domain/justification';
import { answerBody, opened, questionBody } from '../check/wanted.examples.js';
import type { OpenedQuestion } from '../data/opened-question.js';
import { narrativeWith, questionWith, reasonFieldOf, reasonsOf, type Reasons } from './reasons.js';

const question = opened('q1', questionBody()) as OpenedQuestion;
const finding = (code: string, field: string): Pick<Finding, 'code' | 'field'> => ({ code, field } as Finding);

describe('reasons that are written afterwards', () => {
  it('leave a message as it was until one of them is changed', () => {
    const { narrative, record, body } = questionWith(question, reasonsOf(question));
    expect([body, record, narrative]).toEqual([question.body, question.record, { ...question.narrative, harmOfNotSharing: question.narrative.necessity }]);
  });

  it('say in the question itself why the family was not told, and nothing of it once they were', () => {
    const told = (change: Partial<Reasons>, of = question): unknown => questionWith(of, { ...reasonsOf(of), ...change }).body.informed;
    expect(told({ told: 'delay' })).toMatch(/^The family has not been told: /u);
    const said = { ...question, body: { ...question.body, informed: 'The family has not been told: later.' } };
    expect([told({}, said), told({ told: 'yes' }, said)]).toEqual(['The family has not been told: later.', undefined]);
  });

  it('keep a harm that was written apart, and give an answer none', () => {
    const why = { ...reasonsOf(question), why: 'Only they can say.' };
    expect(narrativeWith(why, { ...question, narrative: { ...question.narrative, harmOfNotSharing: 'He may be hurt.' } })).toMatchObject({ necessity: 'Only they can say.', harmOfNotSharing: 'He may be hurt.' });
    const answer = opened('a1', answerBody());
    expect(narrativeWith(why, { ...answer, record: { ...answer.record, direction: 'sharing' } }).harmOfNotSharing).toBeUndefined();
  });

  it.each([['T10', '/words', 'threshold-why'], ['necessity_why', '/words/0', 'why'], ['less_intrusive_considered', '', 'less-intrusive'], ['x', '/consent/informed', 'told'], ['x', '/stack/gateway', null], ['x', '/categories/0', null], ['x', '/elsewhere', null]] as const)('mend %s at %s in the field %s', (code, field, where) => {
    expect(reasonFieldOf(finding(code, field))).toBe(where);
  });
});
