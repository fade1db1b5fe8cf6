import type { ResponseType } from '../../codes.js';
import { answering, type Example } from './ordinary.examples.js';

const unsearched = (type: ResponseType): ReturnType<typeof answering> => answering({ response: { type, refusalGround: 'not_held', systems: [], items: [] } });

export const SYSTEMS_SEARCHED: Example[] = [
  { is: 'accepting', name: 'one system', toJudge: answering(), finds: [] },
  ...(['FULL', 'NO_TRACE', 'VERBAL_GIVEN', 'IDENTITY_MISMATCH'] as const).map((type): Example => ({ is: 'firing', name: `${type} after no search`, toJudge: unsearched(type), finds: ['/response/systems'] })),
  ...(['DECLINED', 'CLARIFY', 'REDIRECT', 'HOLDING'] as const).map((type): Example => ({ is: 'boundary', name: `${type} rests on no search`, toJudge: unsearched(type), finds: [] })),
];
