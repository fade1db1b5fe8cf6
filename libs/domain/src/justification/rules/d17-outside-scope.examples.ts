import { answering, asking, item, type Example } from './ordinary.examples.js';

export const OUTSIDE_SCOPE: Example[] = [
  { is: 'accepting', name: 'about the child in scope', toJudge: answering(), finds: [] },
  { is: 'accepting', name: 'no item at all', toJudge: answering({ response: { type: 'NO_TRACE', decision: 'no_information_held', items: [] } }), finds: [] },
  { is: 'firing', name: 'about a sibling who was not asked about', toJudge: answering({ response: { items: [item(), item({ item: 'i2', about: 'p9' })] } }), finds: ['/response/items/1/about'] },
  { is: 'firing', name: 'about somebody else', toJudge: answering({ response: { items: [item({ about: 'other' })] } }), finds: ['/response/items/0/about'] },
  { is: 'boundary', name: 'an answer that widens its own scope', toJudge: answering({ subjects: [{ subject: 'p1', role: 'child' }, { subject: 'p9', role: 'sibling' }], response: { items: [item({ about: 'p9' })] } }, { request: asking().share }), finds: ['/response/items/0/about'] },
];
