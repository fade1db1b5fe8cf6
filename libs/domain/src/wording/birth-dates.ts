import { finding } from './explanations.js';
import type { WordingFinding } from './finding.js';

const MONTHS = [
  'jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?', 'sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?',
  'ion(?:awr)?', 'chwe(?:f(?:ror)?)?', '[mf]awrth', 'ebr(?:ill)?', '[mf]ai', '[mf]eh(?:efin)?', 'g?or(?:ff(?:ennaf)?)?', 'awst', '[mf]edi', 'hyd(?:ref)?', '[td]ach(?:wedd)?', 'rh?ag(?:fyr)?',
].join('|');
const DAY = String.raw`\d{1,2}(?: ?(?:st|nd|rd|th)|af|ail|il|ydd|edd|ed|fed|eg|ain)?`;
const YEAR = String.raw`(?:\d{4}|['’]?\d{2})(?!\d)`;
const GAP = '[ /.-]{1,2}';
const WEEKDAY = String.raw`(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|d?dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)),? )?`;
const FULL_DATE = [
  String.raw`\d{4}(?<iso>[/.-])\d{1,2}\k<iso>\d{1,2}(?!\d)`,
  String.raw`\d{1,2} ?(?<between>[/.\\-]) ?\d{1,2} ?\k<between> ?${YEAR}`,
  String.raw`${WEEKDAY}(?:the )?${DAY}(?: day)?(?: of | o |${GAP})(?:${MONTHS})(?:,? |,|${GAP})${YEAR}`,
  String.raw`${WEEKDAY}(?:${MONTHS})\.? (?:the )?${DAY},? ${YEAR}`,
  // In words: "the third of March 2014", "y trydydd o Fawrth 2014".
  String.raw`(?:the|yr?) \p{L}+(?:[ -]\p{L}+){0,2} (?:of|o) (?:${MONTHS}),? ${YEAR}`,
].map((form) => `(?:${form})`).join('|');
/** After the name of the field alone a date may be written without marks: 03032014, 03 03 14. */
const UNMARKED = String.raw`(?<!\d)(?:\d{8}|\d{6}|\d{2} \d{2} (?:\d{4}|\d{2}))(?!\d)`;
/** What a date of birth is called: nothing else is meant, whatever comes between it and the date. */
const NAMED = String.raw`(?<!\p{L})(?:birth(?:day| ?date)s?|dates? of birth|d[./-]? ?o[./-]? ?b['’]?s?\.?|d\.? ?g\.?|(?:d?d|n)yddiad(?:au)? (?:ei |eu )?(?:g?eni|g?enedigaeth)|[pb]h?en[- ]?blwydd)(?!\p{L})`;
const BORN = String.raw`(?<!\p{L})(?:born|birth(?:day|date)?s?|d[./-]? ?o[./-]? ?b['’]?s?\.?|d\.? ?g\.?|n?ganwyd|anwyd|n?ganed|aned|n?geni|eni|n?g?enedigaeth|[pb]h?en[- ]?blwydd)(?!\p{L})`;
/** Between being born and a date, what happened on another day: "since the baby was born we visited on", "the birth was registered on". */
const ANOTHER_DAY = String.raw`(?<!\p{L})(?:visit|seen|saw|mov(?:e|ing)|discharg|regist|admit|weigh|call|rang|report|review|assess|until|before|after|last|since|plan|certificate|mother|father|parent|family|partner|appoint|notif|ymwel|g?welwyd|g?welodd|symud|rhyddha|cofrest|g?chofrest|ers|wedyn|cyn|apwynt|olaf|diwethaf)`;
const IN_BETWEEN = String.raw`(?:(?!${ANOTHER_DAY})[^.,;:!?\n]){0,40}?[ (]`;
/** "lady b. 17.11.1941", "dynes g. 17.11.1941"; a small letter only, and not Hep B or flat b. */
const SHORTLY = new RegExp(String.raw`(?<!(?:plan|option|hep|hepatitis|flat|fflat|strep|group|part|rhan|unit|uned|block|bloc|ward|bed|vitamin|type|section|annex|appendix|class|point|meningitis) )(?<![\p{L}\d.&/-])(?:b(?:\.:?|:)? ?|g(?:\.:?|:) ?)(?:${FULL_DATE})`, 'giu');
// A comma may follow at once ("born, 2 May 2019"); later it begins another thought, as a full stop does.
const BEFORE = new RegExp(String.raw`(?:${BORN}(?:[ :,=(-]{0,3}|${IN_BETWEEN})|${NAMED}[^.;!?\n]{0,40}?[ (:])(?:${FULL_DATE})|${NAMED}[ :=(-]{0,3}(?:(?:is|was|yw|oedd) )?${UNMARKED}`, 'giu');
// "14/03/2019 (dob)", "on 14 March 2019 she was born"; anything longer between them is another thought.
const AFTER = new RegExp(String.raw`(?<!\d)(?:${FULL_DATE})[ ,(–-]{0,3}(?:(?:is|was|being|as|yw|oedd|fel) )?(?:(?:the )?(?:he|she|they|child|baby|his|her|their|the|ei|eu|y|yr|y['’]i|fe['’]i)[ ]?)?(?:d?dyddiad |dates? of |y |a )?(?:was |were )?${BORN}`, 'giu');

/** Whether a birth is told of at all, and whether there is a date: most texts have neither, and are read through once instead of from every digit. */
const OF_BIRTH = new RegExp(`${BORN}|${NAMED}`, 'iu');
const DIGIT = /\d/u;

/** A full date that is told as somebody's birth. A date alone is the day of an event, which questions are full of. */
export function birthDatesIn(text: string): WordingFinding[] {
  if (!DIGIT.test(text)) return [];
  const told = OF_BIRTH.test(text) ? [...text.matchAll(BEFORE), ...text.matchAll(AFTER)] : [];
  const spans = [...told, ...[...text.matchAll(SHORTLY)].filter(([whole]) => /^[bg]/u.test(whole))].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return spans.slice(0, 1).concat(spans.slice(1).filter((span) => span.start >= spans[0]!.end)).map((span) => finding('date-of-birth', span));
}
