import type { SubjectRole } from '../codes.js';
import { fold } from '../wording/fold.js';
import { mutationsOf } from '../wording/mutations.js';

/** How people are called to one another, by the role that it most likely gives them in a check. Folded; Welsh ones also mutated. */
const ENGLISH: [SubjectRole, string][] = [
  ['child', 'child|subject|subject child|index child|son|daughter|pupil|student|young person|baby|twin'],
  ['sibling', 'brother|sister|sibling|half brother|half sister|half sibling|step brother|step sister|stepbrother|stepsister'],
  ['unborn', 'unborn|unborn child|unborn baby'],
  ['parent', 'mother|father|mum|dad|mam|mummy|daddy|parent|birth mother|birth father|biological mother|biological father|mother of child|father of child|mo|fa'],
  ['carer', 'carer|guardian|foster carer|special guardian|stepfather|stepmother|step father|step mother|stepdad|stepmum|step dad|step mum|kinship carer'],
  ['household_adult', 'partner|mothers partner|fathers partner|mums partner|dads partner|husband|wife|lodger|boyfriend|girlfriend|adult in household|household member'],
  ['connected_adult', 'grandmother|grandfather|grandparent|nan|nana|gran|granny|grandad|grandpa|aunt|auntie|uncle|cousin|neighbour|friend|ex partner|maternal grandmother|maternal grandfather|paternal grandmother|paternal grandfather|mgm|mgf|pgm|pgf'],
  ['alleged_source_of_harm', 'alleged source of harm|source of harm|alleged perpetrator|perpetrator|suspect|person alleged to cause harm'],
  ['adult_at_risk', 'adult at risk|vulnerable adult|service user|client'],
];
const WELSH: [SubjectRole, string][] = [
  ['child', 'plentyn|mab|merch|disgybl|person ifanc|baban|babi'],
  ['sibling', 'brawd|chwaer|hanner brawd|hanner chwaer|llysfrawd|llyschwaer'],
  ['unborn', 'plentyn heb ei eni|baban heb ei eni|heb ei eni'],
  ['parent', 'tad|rhiant|mam|mam y plentyn|tad y plentyn'],
  ['carer', 'gofalwr|gofalydd|gwarcheidwad|gofalwr maeth|llystad|llysfam'],
  ['household_adult', 'partner y fam|partner y tad|gwr|gwraig|cariad|lletywr|oedolyn ar yr aelwyd'],
  ['connected_adult', 'nain|taid|mamgu|mam gu|tadcu|tad cu|modryb|ewythr|cefnder|cyfnither|cymydog|ffrind|cynbartner'],
  ['alleged_source_of_harm', 'ffynhonnell honedig y niwed|un a ddrwgdybir'],
  ['adult_at_risk', 'oedolyn syn wynebu risg|oedolyn mewn perygl|cleient'],
];

const each = (lists: [SubjectRole, string][]): [string, SubjectRole][] => lists.flatMap(([role, words]) => words.split('|').map((word): [string, SubjectRole] => [word, role]));
const ROLES = new Map([...each(WELSH).flatMap(([word, role]) => mutationsOf(word).filter(({ length }) => length > 3).map((form): [string, SubjectRole] => [form, role])), ...each(WELSH), ...each(ENGLISH)]);

/** The role that somebody so called most likely has; null where the words call nobody anything. Numbers and articles do not matter. */
export function roleCalled(words: string): SubjectRole | null {
  const plain = fold(words).replace(/[^\p{L}]+/gu, ' ').trim().replace(/^(?:the|y|yr) /u, '');
  return ROLES.get(plain) ?? null;
}
