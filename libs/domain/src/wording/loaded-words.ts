import type { BothLanguages } from '../justification/judgement.js';

/** Words that judge instead of telling, each with what a plainer writer would do (fact file 6.5). Folded; Welsh ones also in their mutated forms. */
export const LOADED_WORDS: readonly { words: readonly string[]; welsh: boolean; plainer: BothLanguages }[] = [
  plain('en', 'manipulative', 'scheming', 'devious')('say what was said or done, and by whom', 'dywedwch beth a ddywedwyd neu a wnaed, a chan bwy'),
  plain('en', 'liar', 'liars', 'lying', 'dishonest')('say where the accounts differ', 'dywedwch ymhle y mae’r hanesion yn wahanol'),
  plain('en', 'filthy', 'disgusting', 'squalid', 'pigsty')('describe what was seen, and when', 'disgrifiwch yr hyn a welwyd, a phryd'),
  plain('en', 'junkie', 'addict', 'druggie', 'alcoholic', 'drunk', 'drunkard', 'wino')('say what is used, and what was seen', 'dywedwch beth a ddefnyddir, a’r hyn a welwyd'),
  plain('en', 'attention seeking', 'hysterical', 'neurotic', 'dramatic', 'melodramatic')('say how distress was shown', 'dywedwch sut y dangoswyd trallod'),
  plain('en', 'refuses to engage', 'refusing to engage', 'non compliant', 'noncompliant', 'uncooperative', 'hard to reach', 'resistant')('say what was offered and what was answered', 'dywedwch beth a gynigiwyd a beth a atebwyd'),
  plain('en', 'lifestyle choice', 'promiscuous', 'streetwise', 'putting herself at risk', 'putting himself at risk', 'puts herself at risk', 'puts himself at risk')('say who harms or may harm the person', 'dywedwch pwy sy’n niweidio’r person neu a allai wneud'),
  plain('en', 'perpetrator', 'offender', 'abuser', 'culprit')('“alleged source of harm”, until it is found', '“ffynhonnell honedig y niwed”, nes y’i canfyddir'),
  plain('en', 'vulnerable adult', 'vulnerable adults')('“adult at risk”', '“oedolyn sy’n wynebu risg”'),
  plain('en', 'lazy', 'feckless', 'useless', 'notorious', 'feral', 'chaotic', 'dysfunctional', 'problem family', 'selfish', 'inadequate', 'hopeless', 'stupid')('give the fact that made you think so', 'rhowch y ffaith a barodd ichi feddwl hynny'),
  plain('cy', 'ystrywgar', 'cyfrwys', 'dan din')('say what was said or done, and by whom', 'dywedwch beth a ddywedwyd neu a wnaed, a chan bwy'),
  plain('cy', 'celwyddgi', 'celwyddog', 'anonest')('say where the accounts differ', 'dywedwch ymhle y mae’r hanesion yn wahanol'),
  plain('cy', 'ffiaidd', 'mochaidd', 'bochaidd', 'budr', 'brwnt')('describe what was seen, and when', 'disgrifiwch yr hyn a welwyd, a phryd'),
  plain('cy', 'meddwyn', 'meddwon', 'jynci', 'alcoholig')('say what is used, and what was seen', 'dywedwch beth a ddefnyddir, a’r hyn a welwyd'),
  plain('cy', 'hysterig', 'ceisio sylw', 'niwrotig')('say how distress was shown', 'dywedwch sut y dangoswyd trallod'),
  plain('cy', 'gwrthod cydweithredu', 'anghydweithredol', 'anodd eu cyrraedd')('say what was offered and what was answered', 'dywedwch beth a gynigiwyd a beth a atebwyd'),
  plain('cy', 'dewis ffordd o fyw', 'rhoi ei hun mewn perygl')('say who harms or may harm the person', 'dywedwch pwy sy’n niweidio’r person neu a allai wneud'),
  plain('cy', 'drwgweithredwr', 'tramgwyddwr', 'troseddwr', 'camdriniwr')('“alleged source of harm”, until it is found', '“ffynhonnell honedig y niwed”, nes y’i canfyddir'),
  plain('cy', 'oedolyn bregus', 'oedolion bregus')('“adult at risk”', '“oedolyn sy’n wynebu risg”'),
  plain('cy', 'diog', 'di glem', 'diglem', 'da i ddim', 'anghyfrifol', 'di hid', 'hunanol', 'anobeithiol', 'twp', 'teulu trafferthus')('give the fact that made you think so', 'rhowch y ffaith a barodd ichi feddwl hynny'),
];

function plain(language: 'en' | 'cy', ...words: string[]) {
  return (en: string, cy: string): { words: string[]; welsh: boolean; plainer: BothLanguages } => ({ words, welsh: language === 'cy', plainer: { en, cy } });
}
