import type { Phrase } from './language.js';

/** Questions. */
export const PROMPTS = {
  'root-share': { en: 'Share {nth} of the two that open the root. Type it from LATERAL to its last letter, then an empty line.', cy: 'Cyfran {nth} o\'r ddwy sy\'n agor y gwreiddyn. Teipiwch hi o LATERAL hyd at ei llythyren olaf, yna llinell wag.' },
  'kit-share': { en: 'Share {nth} of the two that open the recovery kit. Type it from LATERAL to its last letter, then an empty line.', cy: 'Cyfran {nth} o\'r ddwy sy\'n agor y pecyn adfer. Teipiwch hi o LATERAL hyd at ei llythyren olaf, yna llinell wag.' },
  'passphrase': { en: 'Custodian {nth} ({member}): a passphrase of at least five words. It is not shown.', cy: 'Ceidwad {nth} ({member}): cyfrinymadrodd o bum gair o leiaf. Nid yw\'n cael ei ddangos.' },
  'passphrase-again': { en: 'The same once more.', cy: 'Yr un peth unwaith eto.' },
  'next-sheet': { en: 'Give this sheet to the one person it is for, then press Enter.', cy: 'Rhowch y daflen hon i\'r un person y mae ar ei gyfer, yna pwyswch Enter.' },
} as const satisfies Record<string, Phrase>;
