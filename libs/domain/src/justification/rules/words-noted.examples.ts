import { answering, asking, words, type Example } from './ordinary.examples.js';

function examplesOf(code: string, near: string): Example[] {
  return [
    { is: 'accepting', name: 'words of which nothing is said', toJudge: asking(), finds: [] },
    { is: 'firing', name: code, toJudge: asking({ words: words({ necessity: { linter: [code] } }) }), finds: ['/words/1'] },
    { is: 'firing', name: `${code} in an answer, with something else`, toJudge: answering({ words: words({ written_reasons: { linter: [near, code] } }) }), finds: ['/words/8'] },
    { is: 'boundary', name: `${near} is another matter`, toJudge: asking({ words: words({ necessity: { linter: [near] } }) }), finds: [] },
  ];
}

export const WORDS_CARRY_IDENTIFIER = examplesOf('nhs-number', 'name-of-person');
export const WORDS_LOADED = examplesOf('loaded-word', 'stock-phrase');
export const WORDS_STOCK_PHRASE = examplesOf('stock-phrase', 'loaded-word');
export const WORDS_TOO_SHORT: Example[] = [
  ...examplesOf('too-short', 'only-citation').filter(({ toJudge }) => toJudge.share.direction === 'asking'),
  { is: 'boundary', name: 'an answer may be short', toJudge: answering({ words: words({ necessity: { linter: ['too-short'] } }) }), finds: [] },
];
export const WORDS_ONLY_CITATION = examplesOf('only-citation', 'too-short');
export const WORDS_REPEATED = examplesOf('near-duplicate', 'stock-phrase');
