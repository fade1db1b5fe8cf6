import { answering, asking, item, type Example } from './ordinary.examples.js';

const ticked = { relevanceTicked: true };
const unticked = { relevanceTicked: false };

export const THIRD_PARTY: Example[] = [
  { is: 'accepting', name: 'only the family', toJudge: answering(), finds: [] },
  { is: 'accepting', name: 'somebody else, said to be relevant', toJudge: answering({ response: { items: [item({ thirdParty: ticked })] } }), finds: [] },
  { is: 'firing', name: 'an item about somebody else', toJudge: answering({ response: { items: [item(), item({ item: 'i2', thirdParty: unticked })] } }), finds: ['/response/items/1/thirdParty/relevanceTicked'] },
  { is: 'firing', name: 'a question about somebody else', toJudge: asking({ thirdParties: [unticked] }), finds: ['/thirdParties/0/relevanceTicked'] },
  { is: 'boundary', name: 'one ticked, one not', toJudge: asking({ thirdParties: [ticked, unticked] }), finds: ['/thirdParties/1/relevanceTicked'] },
];
