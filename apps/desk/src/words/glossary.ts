/**
 * Where a Welsh term comes from: `st`, the Welsh text of an Act or law.gov.wales; `wsp`, the Wales Safeguarding Procedures in Welsh;
 * `unverified`, the writers' own, for a translator to confirm or to change.
 */
export type Mark = 'st' | 'wsp' | 'unverified';
export interface Term { en: string; cy: string; mark: Mark; /** As it stands in a sentence: mutated, or in the plural. */ forms?: readonly string[] }

const term = (en: string, cy: string, mark: Mark, ...forms: string[]): Term => ({ en, cy, mark, forms });

/** Terms that the desk uses, in the order of docs/welsh.md. A test looks for each among the desk's Welsh words. */
export const GLOSSARY: Readonly<Record<string, readonly Term[]>> = {
  'The round': [
    term('lateral check', 'gwiriad', 'unverified', 'gwiriadau', 'wiriad'), term('request', 'cais', 'unverified', 'gais'), term('answer', 'ateb', 'unverified', 'atebion'), term('decision', 'penderfyniad', 'wsp', 'penderfynwyd', 'penderfynu', 'benderfyn'),
    term('referral', 'atgyfeiriad', 'unverified'), term('no further action', 'dim camau pellach', 'unverified'), term('urgent', 'brys', 'unverified'), term('red', 'coch', 'unverified'), term('emergency', 'argyfwng', 'unverified', 'argyfyngau'), term('review', 'adolygiad', 'unverified', 'adolygu'), term('early help', 'cymorth cynnar', 'unverified'),
    term('withdrawn', 'tynnwyd yn ôl', 'unverified'), term('nothing held', 'dim yn cael ei ddal', 'unverified'), term('refused', 'gwrthodwyd', 'unverified'), term('inbox', 'mewnflwch', 'unverified'), term('notice', 'hysbysiad', 'unverified'),
  ],
  'Safeguarding': [
    term('child', 'plentyn', 'st', 'plant'), term('adult', 'oedolyn', 'st', 'oedolion'), term('family', 'teulu', 'st'), term('household', 'aelwyd', 'unverified'), term('harm', 'niwed', 'st'), term('strategy discussion', 'trafodaeth strategaeth', 'wsp'),
    term('section 47 enquiries', 'ymholiadau adran 47', 'wsp'), term('safeguarding lead', 'arweinydd diogelu', 'wsp'), term('police', 'yr heddlu', 'wsp', '’r heddlu'), term('domestic abuse', 'cam-drin domestig', 'unverified'),
    term('assessment', 'asesiad', 'st'), term('enquiries', 'ymholiadau', 'wsp'), term('needs', 'anghenion', 'st'),
  ],
  'Law and governance': [
    term('proportionate', 'cymesur', 'unverified', 'gymesur'), term('necessary', 'angenrheidiol', 'unverified'), term('lawful', 'cyfreithlon', 'unverified', 'gyfreithlon'), term('agency', 'asiantaeth', 'unverified', 'hasiantaeth'), term('OFFICIAL-SENSITIVE', 'SWYDDOGOL-SENSITIF', 'unverified'),
    term('record', 'cofnod', 'unverified', 'cofnodion'), term('team manager', 'rheolwr tîm', 'unverified', 'reolwr eich tîm', 'rheolwr'), term('administrator', 'gweinyddwr', 'unverified'),
  ],
  'Keys': [
    term('key', 'allwedd', 'unverified', 'allweddi'), term('passkey', 'allwedd mynediad', 'unverified', 'hallwedd mynediad', 'allweddi mynediad'), term('passphrase', 'cyfrinymadrodd', 'unverified', 'gyfrinymadrodd'), term('recovery code', 'cod adfer', 'unverified'),
    term('recovery sheet', 'taflen adfer', 'unverified', 'daflen adfer'), term('recovery paper', 'papur adfer', 'unverified', 'phapur adfer', 'Papur adfer'), term('recovery kit', 'pecyn adfer', 'unverified'), term('custodian', 'ceidwad', 'unverified', 'geidwad'), term('fingerprint of a key', 'ôl bys', 'unverified'), term('key log', 'cofnod allweddi', 'unverified'), term('to lock', 'cloi', 'unverified'),
    term('to unlock', 'datgloi', 'unverified'), term('encrypted', 'wedi’i amgryptio', 'unverified'), term('pseudonym', 'ffugenw', 'unverified'), term('invitation', 'gwahoddiad', 'unverified'), term('directory', 'cyfeiriadur', 'unverified'), term('to sign', 'llofnodi', 'unverified'),
    term('one-time code', 'cod untro', 'unverified', 'chod untro'), term('session', 'sesiwn', 'unverified'), term('live updates', 'diweddariadau byw', 'unverified'),
  ],
};

/** The text of docs/welsh.md, made of the glossary alone (Markdown, ends in a newline). */
export function welshDocument(): string {
  const parts = Object.entries(GLOSSARY).flatMap(([part, terms]) => [
    `## ${part}`, '', '| English | Welsh | mark | confirmed by |', '|---|---|---|---|', ...terms.map(({ en, cy, mark }) => `| ${en} | ${cy} | ${mark} | |`), '',
  ]);
  return [...BEFORE, ...parts].join('\n').replace(/\n+$/u, '\n');
}

const BEFORE = [
  '# Welsh at the desk: a list for a translator',
  '',
  'The desk\'s Welsh was written by its makers. Everything the desk says waits for a translator; this list holds the terms, because a wrong term is wrong everywhere.',
  'It is made from `apps/desk/src/words/glossary.ts`; a test keeps the two equal and finds each term among the desk\'s words.',
  '',
  'Marks: `st`, the Welsh text of an Act or of law.gov.wales; `wsp`, the Wales Safeguarding Procedures in Welsh; `unverified`, our own word, to be confirmed or changed.',
  'No mark means that the sentence about a term was checked: sentences are in `apps/desk/src/words/cy`, a room of the desk a file, and in `apps/desk/pages-static/cy`, and none has been.',
  'Welsh that is not the desk\'s own waits for a translator too: in `libs/domain/src` (`agreements`, `deadlines`, `justification/rules`, `pasted`, `prefill`, `statement`, `wording`), `libs/envelope/src/keys/fingerprint-word-lists.ts`, `libs/exchange/src/gather-evidence`, `apps/courier/src/notify/notice-text.ts`, `tools/verify`, `tools/partnership` and `config`.',
  '',
  'What to look at first: soft mutation after a number and of a place\'s name put into a sentence (`{{agency}}`, `{{what}}`); the six forms of plurals; `funud` or `munud` and other nouns of two genders; times said as `9:41yh`; days as `ddydd Llun`.',
  '',
];
