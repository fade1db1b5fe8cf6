import { isNhsNumber } from './check-digits.js';
import { finding } from './explanations.js';
import type { WordingCode, WordingFinding } from './finding.js';

const AREAS = 'AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';
const POSTCODE = new RegExp(`(?<![\\p{L}\\d])(?:${AREAS})\\d[\\dA-HJKMNPR-Y]?[ \\u00a0-]{0,2}(\\d[ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\d])`, 'giu');
/** "s47 2nd enquiry", "ST1 4hr": an ordinal or a unit, not the second half of a postcode. */
const NOT_INWARD = /^\d(?:st|nd|rd|th|hr|yr|wk)$/u;
/** After its name the ten digits may stand in any groups. */
const NHS_NUMBER_NAMED = /(?<=(?<!\p{L})(?:nhs|gig)(?!\p{L})[^\d\n]{0,25})[1-9](?:[ \u00a0./-]{0,2}\d){9}(?![\d/])/giu;
const NHS_NUMBER = /(?<![\d/])[1-9]\d{2}[ \u00a0.-]{0,2}\d{3}[ \u00a0.-]{0,2}\d{4}(?![\d/])/gu;
/** One letter (never I, O or S), local authority, school, year, serial: 12 digits, the last of which may be a letter while the number is temporary. */
const UPN = /(?<![\p{L}\d])[A-HJ-NP-RT-Z][ -]?\d{3}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[\dA-HJ-NP-RT-Z](?![\p{L}\d])/giu;
// The look-behind keeps a long run of letters from being tried from each of them.
/** Written so that no machine sends to it, or so that none finds it: "name [at] place.org", "name @ place.org.uk". */
const E_MAIL_APART = /(?<![\p{L}\d._%+'-])[\p{L}\d._%+'-]+(?: ?[([]at[)\]] ?|[ ]@ ?|@ )[\p{L}\d-]+(?:(?:\.| ?[([]dot[)\]] ?)[\p{L}\d-]+)*(?:\.| ?[([]dot[)\]] ?)(?:org|com|net|uk|wales|cymru|eu|ie|example)(?![\p{L}\d])/giu;
/** Said aloud: "name at place dot org". */
const E_MAIL_SPOKEN = /(?<![\p{L}\d._%+'-])[\p{L}\d._%+'-]+ at (?:[\p{L}\d-]+ dot ){1,4}(?:org|com|net|uk|wales|cymru)(?![\p{L}\d])/giu;
const E_MAIL = /(?<![\p{L}\d._%+'-])[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const BETWEEN = '[ \\u00a0().\\u2010-\\u2014-]{0,2}';
const TELEPHONE = new RegExp(`(?:(?<![\\p{L}\\d+])|(?<=tel|mob|phone|ff[oô]n))(?:(?:\\+|00)44[ \\u00a0-]?(?:\\(0\\)[ ]?)?\\(?\\d|\\(?[0o]\\d)(?:${BETWEEN}\\d){8,9}(?!\\d)`, 'giu');
/** Ten digits without a gap after "ref" are a reference. */
const AFTER_REFERENCE = /(?<!\p{L})(?:ref|reference|invoice|account|acct|incident|cyf|cyfeirnod|anfoneb|cyfrif)[ .:#]{0,3}(?:(?:no|number|rhif)[ .:]{0,2})?$/iu;
const TELEPHONE_PARTED = /(?<![\p{L}\d+/])0\d{4}\/\d{3} ?\d{3}(?![\d/])/gu;
/** A mobile number that lost its first nought to a spreadsheet, and one from abroad. */
const TELEPHONE_SHORN = /(?<=(?<!\p{L})(?:tel|telephone|phone|mob|mobile|ring|call|text|ff[oô]n|symudol|ffoniwch|tecstiwch)[^\d\n+]{0,12})(?:44 ?)?7\d{3}[ -]?\d{3}[ -]?\d{3}(?![ -]?\d)/giu;
const TELEPHONE_ABROAD = /(?<![\p{L}\d+])(?:\+|00)(?!44|0)[1-9]\d{0,2}(?:[ \u00a0().-]{0,2}\d){7,11}(?!\d)/gu;
/** Two times of day side by side: "0900-1530 12 June". */
const TIMES_OF_DAY = /^(?:[01]\d|2[0-3])[0-5]\d[ \u00a0-]{1,2}(?:[01]\d|2[0-3])[0-5]\d(?!\d)/u;

export function identifiersIn(text: string): WordingFinding[] {
  return [
    ...places('nhs-number', text, NHS_NUMBER, ([whole]) => isNhsNumber(whole.replace(/\D/gu, ''))),
    ...places('nhs-number', text, NHS_NUMBER_NAMED, ([whole]) => !isInThrees(whole) && isNhsNumber(whole.replace(/\D/gu, ''))),
    ...places('upn', text, UPN),
    ...places('postcode', text, POSTCODE, (match) => !NOT_INWARD.test(match[1] ?? '')),
    ...places('telephone', text, TELEPHONE, ({ 0: whole, index }) => isTelephone(whole) && !(/^\d+$/u.test(whole) && AFTER_REFERENCE.test(text.slice(0, index)))),
    ...places('telephone', text, TELEPHONE_PARTED),
    ...places('telephone', text, TELEPHONE_SHORN),
    ...places('telephone', text, TELEPHONE_ABROAD),
    ...places('e-mail', text, E_MAIL),
    ...places('e-mail', text, E_MAIL_APART),
    ...places('e-mail', text, E_MAIL_SPOKEN),
  ];
}

function places(code: WordingCode, text: string, pattern: RegExp, holds: (match: RegExpMatchArray) => boolean = () => true): WordingFinding[] {
  return [...text.matchAll(pattern)].filter(holds).map((match) => finding(code, { start: match.index, end: match.index + match[0].length }));
}

/** As NHS_NUMBER reads it anyway. */
function isInThrees(written: string): boolean {
  return /^\d{3}[ \u00a0.-]{0,2}\d{3}[ \u00a0.-]{0,2}\d{4}$/u.test(written);
}

/** A national number begins 1, 2, 3, 5, 7, 8 or 9 after its 0 and has an exchange of three digits or more before the first gap. */
function isTelephone(written: string): boolean {
  if (TIMES_OF_DAY.test(written)) return false;
  const digits = written.replace(/^(\(?)o/iu, '$10');
  const withCountry = /^(?:\+|00)44/u.test(digits);
  const national = withCountry ? digits.replace(/^(?:\+|00)44/u, '').replace('(0)', '').replace(/\D/gu, '') : digits.replace(/\D/gu, '').slice(1);
  if (!/^[1235789]\d{8,9}$/u.test(national)) return false;
  return withCountry || /^\(?0\d{2}/u.test(digits);
}
