import { answering, item, type Example } from './ordinary.examples.js';

export const ITEM_RELEVANCE: Example[] = [
  { is: 'accepting', name: 'every item says why', toJudge: answering(), finds: [] },
  { is: 'firing', name: 'one does not', toJudge: answering({ response: { items: [item(), item({ item: 'i2', relevance: false })] } }), finds: ['/response/items/1/relevance'] },
  { is: 'boundary', name: 'no item', toJudge: answering({ response: { items: [] } }), finds: [] },
];
