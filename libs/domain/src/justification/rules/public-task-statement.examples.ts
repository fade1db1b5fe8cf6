import { answering, asking, NO_WORDS, party, words, type Example } from './ordinary.examples.js';

const silent = { words: words({ public_task_statement: NO_WORDS }) };
const charity = party({ type: 'TS', publicAuthority: false });

export const PUBLIC_TASK_STATEMENT: Example[] = [
  { is: 'accepting', name: 'a charity is told the task', toJudge: asking({}, { other: charity }), finds: [] },
  { is: 'accepting', name: 'a public authority needs none', toJudge: asking(silent), finds: [] },
  { is: 'firing', name: 'a charity is not told', toJudge: asking(silent, { other: charity }), finds: ['/words/7'] },
  { is: 'boundary', name: 'a commissioned provider is still no public authority', toJudge: asking(silent, { other: { ...charity, commissionedProvider: true } }), finds: ['/words/7'] },
  { is: 'boundary', name: 'a charity answers: it states no task', toJudge: answering(silent, { owner: charity }), finds: [] },
];
