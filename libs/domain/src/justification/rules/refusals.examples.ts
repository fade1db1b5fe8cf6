import type { RefusalGround } from '../../codes.js';
import { answering, asking, NO_WORDS, party, words, type Example } from './ordinary.examples.js';

const owner = party({ type: 'LHB', nation: 'W' });
const asked = (gateway: string[]): { owner: typeof owner; request: ReturnType<typeof asking>['share'] } => ({ owner, request: asking({ stack: { gateway } }).share });
const under164 = asked(['SSWBA-21/37', 'SSWBA-164-2']);
const elsewhere = asked(['CA1989-17']);

function refusal(ground: RefusalGround | null, reasons: boolean, around: ReturnType<typeof asked>): ReturnType<typeof answering> {
  return answering({ words: reasons ? words() : words({ written_reasons: NO_WORDS }), response: { type: 'DECLINED', decision: 'decline', refusalGround: ground, systems: [], items: [] } }, around);
}

/** One table for the three rules about refusals: who finds what in the same refusal. */
const TABLE: { is: Example['is']; name: string; toJudge: Example['toJudge']; refused: boolean; ground: boolean; reasons: boolean }[] = [
  { is: 'accepting', name: 'an answer that is no refusal', toJudge: answering({}, under164), refused: false, ground: false, reasons: false },
  { is: 'accepting', name: 'incompatible with own duties, with reasons', toJudge: refusal('incompatible_with_own_duties', true, under164), refused: false, ground: false, reasons: false },
  { is: 'accepting', name: 'adverse effect on own functions, with reasons', toJudge: refusal('adverse_effect_on_own_functions', true, under164), refused: false, ground: false, reasons: false },
  { is: 'firing', name: 'another ground and no reasons', toJudge: refusal('consent_limit', false, under164), refused: true, ground: true, reasons: true },
  { is: 'firing', name: 'no ground and no reasons', toJudge: refusal(null, false, under164), refused: true, ground: true, reasons: true },
  { is: 'boundary', name: 'an allowed ground without reasons', toJudge: refusal('adverse_effect_on_own_functions', false, under164), refused: true, ground: false, reasons: true },
  { is: 'boundary', name: 'the English exception with reasons, to a Welsh request', toJudge: refusal('more_detrimental_to_child', true, under164), refused: true, ground: true, reasons: false },
  { is: 'boundary', name: 'a request under another law: any ground will do', toJudge: refusal('more_detrimental_to_child', false, elsewhere), refused: false, ground: false, reasons: false },
  { is: 'boundary', name: 'a request under another law: a ground is needed', toJudge: refusal(null, false, elsewhere), refused: false, ground: true, reasons: false },
];
const examplesOf = (which: 'refused' | 'ground' | 'reasons', field: string): Example[] => TABLE.map(({ is, name, toJudge, ...finds }) => ({ is, name, toJudge, finds: finds[which] ? [field] : [] }));

export const UNLAWFUL_REFUSAL = examplesOf('refused', '/response/refusalGround');
export const REFUSAL_GROUND = examplesOf('ground', '/response/refusalGround');
export const WRITTEN_REASONS = examplesOf('reasons', '/words/8');
