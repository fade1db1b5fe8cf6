import type { BothLanguages } from '../justification/judgement.js';
import type { WordingCode, WordingFinding } from './finding.js';
import { BLOCKING_CODES } from './finding.js';

const SENTENCES: Record<WordingCode, BothLanguages> = {
  'name-of-person': { en: 'This names a person of the check. Write the role instead: the child, the mother, the carer.', cy: 'Mae hyn yn enwi person o’r gwiriad. Ysgrifennwch y rôl yn ei le: y plentyn, y fam, y gofalwr.' },
  'possible-name': { en: 'This may be the name of a person of the check. If it is, write the role instead.', cy: 'Gall hyn fod yn enw ar berson o’r gwiriad. Os felly, ysgrifennwch y rôl yn ei le.' },
  'nhs-number': { en: 'This is an NHS number. It belongs with the identity of the person, not in these words.', cy: 'Rhif GIG yw hwn. Gyda manylion adnabod y person y mae ei le, nid yn y geiriau hyn.' },
  upn: { en: 'This is a unique pupil number. It belongs with the identity of the person, not in these words.', cy: 'Rhif unigryw disgybl yw hwn. Gyda manylion adnabod y person y mae ei le, nid yn y geiriau hyn.' },
  postcode: { en: 'This is a postcode. Take the address out of these words.', cy: 'Cod post yw hwn. Tynnwch y cyfeiriad o’r geiriau hyn.' },
  telephone: { en: 'This is a telephone number. Take it out of these words.', cy: 'Rhif ffôn yw hwn. Tynnwch ef o’r geiriau hyn.' },
  'e-mail': { en: 'This is an e-mail address. Take it out of these words.', cy: 'Cyfeiriad e-bost yw hwn. Tynnwch ef o’r geiriau hyn.' },
  'date-of-birth': { en: 'This is a date of birth. Write the age instead.', cy: 'Dyddiad geni yw hwn. Ysgrifennwch yr oedran yn ei le.' },
  'stock-phrase': { en: 'This would fit any check. Say why this agency, what decision it changes, and what happens without it.', cy: 'Byddai hyn yn gweddu i unrhyw wiriad. Dywedwch pam yr asiantaeth hon, pa benderfyniad y mae’n ei newid, a beth sy’n digwydd hebddo.' },
  'too-short': { en: 'This is too short to be judged by somebody who was not there.', cy: 'Mae hyn yn rhy fyr i rywun nad oedd yno allu ei farnu.' },
  'only-citation': { en: 'This names the law and nothing else. The law is recorded by its codes; here say what it is needed for.', cy: 'Mae hyn yn enwi’r gyfraith a dim arall. Cofnodir y gyfraith drwy ei chodau; dywedwch yma at beth y mae ei hangen.' },
  'near-duplicate': { en: 'This is nearly the same as something you wrote lately. Is it true of this agency and this check?', cy: 'Mae hyn bron yr un fath â rhywbeth a ysgrifennoch yn ddiweddar. A yw’n wir am yr asiantaeth hon a’r gwiriad hwn?' },
  'loaded-word': { en: 'This word judges. A plainer way:', cy: 'Mae’r gair hwn yn barnu. Ffordd blaenach:' },
};

/** A finding with its sentence; `plainer` ends the sentence about a loaded word. */
export function finding(code: WordingCode, { start, end }: { start: number; end: number }, plainer?: BothLanguages): WordingFinding {
  const { en, cy } = SENTENCES[code];
  const sentence = plainer === undefined ? { en, cy } : { en: `${en} ${plainer.en}.`, cy: `${cy} ${plainer.cy}.` };
  const level = BLOCKING_CODES.some((blocking) => blocking === code) ? 'block' : 'warn';
  return { code, level, start, end, sentence };
}
