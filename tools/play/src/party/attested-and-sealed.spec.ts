import { describe, expect, it } from 'vitest';
import { attestedWords, mismatchedWords, type MessageBody, type Narrative } from '@lateral/envelope';
import type { SealedField, SealedWords } from '@lateral/domain/justification';
import { justificationFor, NARRATIVE, REQUEST_BODY, RESPONSE_BODY } from '@lateral/testing/envelope';

/** A client that lies about words it seals can be found out by nobody but whoever opens them. */
const narrative: Narrative = { ...NARRATIVE, thresholdRationale: 'Two accounts of one bruise.', overrideWords: 'She goes home at three.' };
const ASKED = { ...REQUEST_BODY, period: { from: '2022-01-01', to: '2026-11-20', reason: 'The first report is four years old.' }, publicTaskStatement: 'The council asks in its public task.' } as MessageBody;
const ANSWERED = { ...RESPONSE_BODY, writtenReasons: 'It would name whoever told us.' } as MessageBody;

type Lie = (honest: SealedWords) => SealedWords[];
const LIES: [string, Lie][] = [
  ['that they are there, where they are not', (honest) => [{ ...honest, present: !honest.present }]],
  ['that they are longer', (honest) => [{ ...honest, length: honest.length === '1000_and_over' ? 'under_60' : '1000_and_over' }]],
  ['that the linter found something else', (honest) => [{ ...honest, linter: honest.linter.length === 0 ? ['loaded-word'] : [] }]],
  ['nothing', () => []],
];

describe.each([['a question', 'request', ASKED], ['an answer', 'response', ANSWERED]] as const)('whoever opens %s', (_what, type, body) => {
  const honest = attestedWords(body, narrative);
  const found = (words: SealedWords[], opened = { body, narrative }): SealedField[] => mismatchedWords({ ...justificationFor(type, 'police-north', 'm1'), words }, opened.body, opened.narrative);
  const saying = (field: SealedField, lie: Lie): SealedWords[] => honest.flatMap((words) => (words.field === field ? lie(words) : [words]));

  it('comes to what an honest client said', () => expect([honest.length > 6, found(honest), found([...honest].reverse())]).toEqual([true, [], []]));

  it.each(LIES)('finds the one field of which the client said %s', (_said, lie) => {
    for (const { field } of honest) expect([field, found(saying(field, lie))]).toEqual([field, [field]]);
  });

  it('finds every field where other words were sealed than were spoken of', () => {
    expect(found(honest, { body, narrative: { ...narrative, necessity: '', proportionality: 'Yes.' } })).toEqual(['necessity', 'proportionality']);
  });
});

describe('what the hub stops by', () => {
  const lying = (change: Partial<Narrative> | { question: string }): SealedField[] => {
    const body = 'question' in change ? { ...ASKED, ...change } as MessageBody : ASKED;
    return mismatchedWords({ ...justificationFor('request', 'police-north', 'm1'), words: attestedWords(ASKED, narrative) }, body, 'question' in change ? narrative : { ...narrative, ...change });
  };

  it.each([
    ['a stock phrase for a question', { question: 'Info needed to assess risk.' }, ['question']],
    ['a question that names somebody it did not', { question: 'Have you been to Siân Dŵr-Ŷd since August?' }, ['question']],
    ['a necessity of too few words', { necessity: 'Safeguarding.' }, ['necessity']],
    ['no harm at all', { harmOfNotSharing: '' }, ['harm_of_not_sharing']],
  ])('is found where it was hidden: %s', (_what, change, fields) => expect(lying(change)).toEqual(fields));
});
