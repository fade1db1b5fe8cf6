import { answering, asking, NO_WORDS, words, type Example } from './ordinary.examples.js';

export const QUESTION_ASKED: Example[] = [
  { is: 'accepting', name: 'a question', toJudge: asking(), finds: [] },
  { is: 'firing', name: 'an empty question', toJudge: asking({ words: words({ question: NO_WORDS }) }), finds: ['/words/0'] },
  { is: 'firing', name: 'a stock phrase', toJudge: asking({ words: words({ question: { linter: ['stock-phrase'] } }) }), finds: ['/words/0'] },
  { is: 'firing', name: 'nothing is said of the question', toJudge: asking({ words: [] }), finds: ['/words'] },
  { is: 'boundary', name: 'short, and a question', toJudge: asking({ words: words({ question: { length: 'under_60', linter: ['too-short', 'possible-name'] } }) }), finds: [] },
  { is: 'boundary', name: 'said to be there, with nothing in it', toJudge: asking({ words: words({ question: { present: true, length: 'none' } }) }), finds: ['/words/0'] },
  { is: 'boundary', name: 'an answer asks nothing', toJudge: answering({ words: words({ question: NO_WORDS }) }), finds: [] },
];
