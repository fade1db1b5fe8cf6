import { EXIT, type Exit } from '../exit.js';
import { say, type Language, type Phrase } from './language.js';

interface Said extends Phrase { exit: Exit }
const refused = (en: string, cy: string, exit: Exit = EXIT.refused): Said => ({ en, cy, exit });
const shares = (en: string, cy: string): Said => refused(en, cy, EXIT.shares);
const order = (en: string, cy: string): Said => refused(en, cy, EXIT.order);

const SAID = {
  'usage': refused('The command line makes no sense: {about}', 'Nid yw\'r llinell orchymyn yn gwneud synnwyr: {about}', EXIT.usage),
  'exists': refused('This is there already and is not overwritten.', 'Mae hwn yno\'n barod ac ni chaiff ei drosysgrifo.', EXIT.exists),
  'no-file': refused('The file cannot be read.', 'Ni ellir darllen y ffeil.'),
  'too-large': refused('The file is too large for what it should be.', 'Mae\'r ffeil yn rhy fawr i fod yr hyn y dylai fod.'),
  'not-json': refused('The file is not JSON.', 'Nid JSON yw\'r ffeil.'),
  'wrong-field': refused('This field is missing or is not what it should be.', 'Mae\'r maes hwn ar goll neu nid yw\'r hyn y dylai fod.'),
  'sheets-beside-root': refused('Sheets may not be written into the folder whose lock they open.', 'Ni chaniateir ysgrifennu taflenni i\'r ffolder y maent yn agor ei chlo.'),
  'secret-key': refused('This holds a secret key. It must not leave its owner: make a new key.', 'Mae hwn yn cynnwys allwedd gyfrinachol. Ni chaiff adael ei pherchennog: gwnewch allwedd newydd.'),
  'not-a-key': refused('This is not one public key.', 'Nid un allwedd gyhoeddus yw hwn.'),
  'unsupported-key': refused('The key is not of the kind that every agency can read (version 4, Ed25519 and Curve25519).', 'Nid yw\'r allwedd o\'r math y gall pob asiantaeth ei ddarllen (fersiwn 4, Ed25519 a Curve25519).'),
  'user-ids': refused('The key must have one user id, and that must be the agency\'s id.', 'Rhaid i\'r allwedd fod ag un enw defnyddiwr, sef dynodydd yr asiantaeth.'),
  'other-fingerprint': refused('The fingerprint is not that of the key. Telephone the agency before anything else.', 'Nid ôl bys yr allwedd yw hwn. Ffoniwch yr asiantaeth cyn gwneud dim arall.'),
  'root-itself': refused('The root is no agency.', 'Nid asiantaeth yw\'r gwreiddyn.'),
  'not-in-force': refused('The key is not in force: it has lapsed, was revoked, or one of the two clocks is wrong.', 'Nid yw\'r allwedd mewn grym: mae wedi dod i ben, wedi\'i dirymu, neu mae un o\'r ddau gloc yn anghywir.'),
  'no-epoch': refused('The key has no part that others can encrypt to.', 'Nid oes gan yr allwedd ran y gall eraill amgryptio iddi.'),
  'key-revoked': refused('This key was revoked here and is never certified again.', 'Dirymwyd yr allwedd hon yma ac ni chaiff byth ei hardystio eto.'),
  'key-of-another': refused('Another agency has this key.', 'Mae gan asiantaeth arall yr allwedd hon.'),
  'replaces-key': refused('The agency has another key. Say --replace-key if that is meant.', 'Mae gan yr asiantaeth allwedd arall. Rhowch --replace-key os dyna\'r bwriad.'),
  'unknown-agency': refused('No such agency is in the draft.', 'Nid oes asiantaeth o\'r fath yn y drafft.'),
  'verifier-key': refused('This is not a verifier key of a log or witness.', 'Nid allwedd wirio log na thyst yw hon.'),
  'not-signed-by-root': refused('This file is not signed by the root that it should be signed by: {about}', 'Nid yw\'r ffeil hon wedi\'i llofnodi gan y gwreiddyn y dylai fod: {about}'),
  'roster-refused': refused('The agency\'s roster may not be obeyed: {about}', 'Ni chaniateir ufuddhau i restr aelodau\'r asiantaeth: {about}'),
  'part-misfits': refused('This does not fit the agency\'s newest roster.', 'Nid yw hyn yn cyd-fynd â rhestr aelodau ddiweddaraf yr asiantaeth.'),
  'part-missing': refused('This agency is new or has a new key: its part is needed (--part FILE).', 'Mae\'r asiantaeth hon yn newydd neu mae ganddi allwedd newydd: mae angen ei rhan (--part FILE).'),
  'of-a-demo': refused('This is a demo\'s, or not over HTTPS, and stands in no production partnership.', 'Peth arddangosiad yw hwn, neu nid yw dros HTTPS, ac ni saif mewn partneriaeth go iawn.'),
  'nothing-known': refused('This is no file that the tool knows.', 'Nid yw\'r offeryn yn adnabod y ffeil hon.'),
  'passphrase-weak': refused('A passphrase has at least five different words of three letters or more.', 'Mae gan gyfrinymadrodd o leiaf bum gair gwahanol o dair llythyren neu fwy.'),
  'passphrase-differs': refused('The two were not the same.', 'Nid oedd y ddau yr un fath.'),
  'two-accounts': refused('Two custodians are two people: their accounts must differ.', 'Dau berson yw dau geidwad: rhaid i\'w cyfrifon fod yn wahanol.'),
  'no-answer': refused('Nobody answered.', 'Nid atebodd neb.'),
  'unreadable': shares('This is not one of the sheets.', 'Nid un o\'r taflenni yw hon.'),
  'mistyped': shares('A letter of the share, or of its first line, is wrong.', 'Mae llythyren o\'r gyfran, neu o\'i llinell gyntaf, yn anghywir.'),
  'foreign-share': shares('This share belongs to another set.', 'Mae\'r gyfran hon yn perthyn i set arall.'),
  'same-share': shares('These are the same share twice. Any two different ones are needed.', 'Dyma\'r un gyfran ddwywaith. Mae angen unrhyw ddwy wahanol.'),
  'shares-do-not-fit': shares('These two shares do not fit each other: one of them is not genuine.', 'Nid yw\'r ddwy gyfran hyn yn cyd-fynd: nid yw un ohonynt yn ddilys.'),
  'malformed': refused('This is not a locked key as the tool wrote it.', 'Nid allwedd dan glo fel yr ysgrifennodd yr offeryn hi yw hon.'),
  'root-changed': shares('The locked root was changed since it was made.', 'Newidiwyd y gwreiddyn dan glo ers ei wneud.'),
  'kit-changed': shares('The recovery kit was changed since it was made.', 'Newidiwyd y pecyn adfer ers ei wneud.'),
  'draft-has-changes': order('The draft has changes that are not signed. Use sign.', 'Mae newidiadau yn y drafft sydd heb eu llofnodi. Defnyddiwch sign.'),
  'nothing-signed': order('Nothing has been signed yet. Use sign.', 'Nid oes dim wedi\'i lofnodi eto. Defnyddiwch sign.'),
  'no-agencies': order('The draft has no agency.', 'Nid oes asiantaeth yn y drafft.'),
  'logs-missing': order('The first signing needs --log and --key-log.', 'Mae angen --log a --key-log ar y llofnodi cyntaf.'),
  'next-root-not-announced': order('The newest signed file does not announce this next root. Sign first, and let every client read it.', 'Nid yw\'r ffeil lofnodedig ddiweddaraf yn cyhoeddi\'r gwreiddyn nesaf hwn. Llofnodwch yn gyntaf, a gadewch i bob cleient ei darllen.'),
} as const;

export type RefusalCode = keyof typeof SAID;
/** Where the fault is: a file, a field of it (JSON pointer), or a word that says more. Never a value that might be a secret. */
export interface Place { file?: string; field?: string; about?: string }

/** One line for the person at the keyboard: the file, the field, and what is wrong with it. */
export function refusalLine({ code, place: { file, field, about } }: { code: RefusalCode; place: Place }, language: Language): string {
  const where = [file, field].filter((part) => part !== undefined).map((part) => say({ en: '{part}', cy: '{part}' }, language, { part }));
  return `${where.length === 0 ? '' : `${where.join(' ')}: `}${say(SAID[code], language, { about: about ?? '' })} [${code}]`;
}

export function exitOf({ code }: { code: RefusalCode }): Exit {
  return SAID[code].exit;
}
