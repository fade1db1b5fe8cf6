export { judgeShare, type Bench, type SubmittedShare, type Vouched } from './judge-share.js';
export { faultOfCodes } from './fault-of-codes.js';
export { passJudgement, shown } from './pass-judgement.js';
export { judgementFields, overrideNotice, overrideOf, overrideRecord } from './recorded-judgement.js';
