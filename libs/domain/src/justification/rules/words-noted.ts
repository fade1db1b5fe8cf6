import { placeOfWords } from '../attested-words.js';
import { finder } from '../finding.js';
import type { BothLanguages, OtherFinding } from '../judgement.js';
import { ASKING, EVERY_WAY, type Rule } from '../rule.js';

/**
 * What the linter says of sealed words, as told by the client that sealed them: notes, because the hub cannot look. That words
 * name somebody is no note: people of the check are ordinarily named in them.
 */
function noteOf(code: OtherFinding, linterCodes: readonly string[], sentence: BothLanguages, mend: BothLanguages, directions = EVERY_WAY): Rule {
  const found = finder(code, 'other', 'note');
  return {
    code,
    directions,
    find: ({ share }) => share.words.filter(({ linter }) => linter.some((each) => linterCodes.includes(each))).map(({ field }) => found(placeOfWords(share, field), [field], sentence, mend)),
  };
}

const WRITE_AGAIN = { en: 'Say it about this family, in your own words.', cy: 'Dywedwch ef am y teulu hwn, yn eich geiriau eich hun.' };

export const wordsCarryIdentifier = noteOf('words-carry-identifier', ['nhs-number', 'upn', 'postcode', 'telephone', 'e-mail', 'date-of-birth'],
  { en: 'These words carry a number or an address that identifies somebody.', cy: "Mae'r geiriau hyn yn cynnwys rhif neu gyfeiriad sy'n adnabod rhywun." },
  { en: 'Take it out: it stands with the person in the request.', cy: "Tynnwch ef: mae gyda'r person yn y cais." });
export const wordsLoaded = noteOf('words-loaded', ['loaded-word'],
  { en: 'These words judge a person.', cy: "Mae'r geiriau hyn yn barnu person." },
  { en: 'Say what was seen or said.', cy: 'Dywedwch beth a welwyd neu a ddywedwyd.' });
export const wordsStockPhrase = noteOf('words-stock-phrase', ['stock-phrase'],
  { en: 'These words are a stock phrase.', cy: "Ymadrodd parod yw'r geiriau hyn." }, WRITE_AGAIN);
/** Only a request has a least length; an answer may be short. */
export const wordsTooShort = noteOf('words-too-short', ['too-short'],
  { en: 'These words are too short to say why.', cy: "Mae'r geiriau hyn yn rhy fyr i ddweud pam." }, WRITE_AGAIN, ASKING);
export const wordsOnlyCitation = noteOf('words-only-citation', ['only-citation'],
  { en: 'These words cite a law and say nothing more.', cy: "Mae'r geiriau hyn yn dyfynnu cyfraith heb ddweud dim mwy." }, WRITE_AGAIN);
export const wordsRepeated = noteOf('words-repeated', ['near-duplicate'],
  { en: 'These words are nearly those of an earlier record.', cy: "Mae'r geiriau hyn bron yr un fath â chofnod cynharach." }, WRITE_AGAIN);
