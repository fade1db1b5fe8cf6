import { asking, SAFEGUARDING, type Example } from './ordinary.examples.js';

const reviewed = (reviewDate: string | null): Parameters<typeof asking>[0] => ({ stack: { ...SAFEGUARDING, policyDocument: { id: 'APD-1', version: '1', reviewDate } } });

export const OVERDUE_POLICY: Example[] = [
  { is: 'accepting', name: 'a policy document in date', toJudge: asking(reviewed('2027-01-31')), finds: [] },
  { is: 'firing', name: 'its review is a year late', toJudge: asking(reviewed('2025-11-16')), finds: ['/stack/policyDocument/reviewDate'] },
  { is: 'boundary', name: 'on the day', toJudge: asking(reviewed('2026-11-16')), finds: [] },
  { is: 'boundary', name: 'the day after', toJudge: asking(reviewed('2026-11-15')), finds: ['/stack/policyDocument/reviewDate'] },
  { is: 'boundary', name: 'no review date at all is for T5 alone', toJudge: asking(reviewed(null)), finds: [] },
  { is: 'boundary', name: 'overdue, and nothing needs it', toJudge: asking({ stack: { policyDocument: { id: 'APD-1', version: '1', reviewDate: '2025-01-01' } } }), finds: [] },
];
