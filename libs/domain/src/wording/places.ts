import type { Word } from './fold.js';
import { mutationsOf } from './mutations.js';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));
const mutated = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].flatMap((word) => [word, ...mutationsOf(word)]));

/** What a road, a school or a house of business is called after its name. With a small letter only those that are nothing else ("did he drive", "close to"). */
const AFTER_NAME = list(`
  road rd street st avenue ave crescent terrace close drive gardens grove mews parade estate school primary academy surgery hospital
  infants juniors nursery college university centre clinic hostel hotel infirmary pharmacy chemist chapel library station airport stadium solicitors ltd bank bay valley beach sant
  cafe restaurant takeaway gym salon garage stores barbers bakery
`);
const AFTER_NAME_WHEN_SMALL = list('road rd street avenue ave crescent');
/** Surnames too: a place only with the number of a house or a word of place before it, or further along ("Bryn Teg Lodge Care Home"). */
const AFTER_NAME_IN_PLACE = list('lane court house place walk way rise row hill park view square green flats ward lodge church bridge farm inn arms home hall unit');
/** Words of place: with these before it, "Kelvin Court" is no person unless the check has one of that name. */
const WORDS_OF_PLACE = list('at in on near outside inside behind opposite along off from to into beside via past around towards between the yn ym yng ar ger o i wrth rhwng');
/** Laws, illnesses and guidelines called after somebody: Clare's Law, Addison's disease. */
const CALLED_AFTER = list('disease syndrome palsy guidelines scale');
const LAW = /^(?:law|rule)$/u;
const FIRM = list('sons daughters dragon co partners');

const BEFORE_NAME = list(`
  heol stryd ffordd lon rhodfa cilgant clos teras rhes maes
  parc plas llys llyn afon cwm bro pont stad fferm gwesty neuadd mynydd moel gorsaf porth dyffryn ynys traeth cae glan hafan hafod tre tref eglwys tafarn cyfraith clefyd syndrom castell
  mount port river lake king queen prince princess hmp
`);
/** Also "the school of", "the house of": at the beginning of a sentence the capital tells nothing. */
const BEFORE_NAME_WITHIN = list('ysgol ysbyty coleg meithrinfa cylch capel canolfan meddygfa clinig uned hostel cartref ty ward carchar clwb');
const BEFORE_NAME_WHEN_SMALL = list('heol stryd rhodfa');
/** Before the name of a saint or a storm, with any letter. */
const OF_SAINTS = list('st saint sant santes gwyl storm');
const [BEFORE, WITHIN, SAINTS] = [mutated(BEFORE_NAME), mutated(BEFORE_NAME_WITHIN), mutated(OF_SAINTS)];
/** Between the kind and the name: Ysgol y Bryn, Ysgol Gynradd Catrin. */
const BETWEEN = list('y yr r the gynradd uwchradd gyfun feithrin babanod iau arbennig gymunedol gofal cynradd cyfun newydd');
const ARTICLE = list('y yr r the');

/** Towns, counties and rivers that are names too: with a word of place they are where somebody was. */
const TOWNS = list(`
  chester preston lincoln bradford kent devon florence paris sydney chelsea london brooklyn georgia jordan india holland austin dallas logan ashton clayton milton bolton burton carlisle durham derby lancaster nelson stafford warwick york barry neath stanley
  windsor bristol chorley crewe buxton whitby skye iona arran israel kenya cyprus malta verona sienna vienna savannah virginia carolina
  gwynedd arfon eifion aeron clwyd conwy dyfi teifi gwent penfro maelor tegid bangor rhondda emlyn meirion nedd ogwen ystwyth
`);
const WHERE = list('in near outside around throughout yn ym yng ger');
const MOVED = /(?<!\p{L})(?:mov(?:e|ed|es|ing)|travel\p{L}*|trains?|bus|drove|fled|relocated|symud\p{L}*|teithi\p{L}*) (?:back )?(?:to|from|i|o|yn ôl i) $/iu;
/** A change is in somebody. */
const CHANGE = /(?<!\p{L})(?:chang\p{L}*|differen\p{L}*|newid\p{L}*|gwahaniaeth\p{L}*) [^.;!?\n]{0,20}$/iu;
const BESIDE = /^[ \u00a0-]+$/u;

/** Whether the word at `at` is part of the name of a road, a school or another place ("14 Bryn Road", "Heol y Bryn", "St Mary's"), or of what is called after somebody. */
export function isOfPlace(words: readonly Word[], at: number, text: string): boolean {
  return follows(words, at, text) || precedes(words, at, text) || isTown(words, at, text) || isCalledAfter(words, at, text);
}

function follows(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at]!;
  const possessive = /['’]s?$/u.test(text.slice(word.start, word.end));
  const before = words[at - 1];
  const inPlace = /\d[a-z]?,? $/iu.test(text.slice(0, word.start)) || (before !== undefined && WORDS_OF_PLACE.has(before.folded) && BESIDE.test(text.slice(before.end, word.start)));
  const isKind = (kind: Word | undefined, further = false): boolean => kind !== undefined && ((isTitle(kind, text) && (AFTER_NAME.has(kind.folded) || ((inPlace || (further && kind.folded === 'home')) && AFTER_NAME_IN_PLACE.has(kind.folded)))) || (!possessive && AFTER_NAME_WHEN_SMALL.has(kind.folded)));
  if (isKind(beside(words, at, at + 1, text))) return true;
  // "Bryn Teg Road", "Victoria Coach Station", "Bryn Lodge Care Home": one or two more words with a capital may stand between.
  for (const kindAt of [at + 2, at + 3]) {
    const through = Array.from({ length: kindAt - at }, (_, step) => beside(words, at + step, at + step + 1, text));
    if (word.capital && through.every((each) => each !== undefined && isTitle(each, text)) && isKind(through.at(-1), true)) return true;
  }
  return false;
}

function precedes(words: readonly Word[], at: number, text: string): boolean {
  const near = beside(words, at, at - 1, text) ?? afterPoint(words, at, text);
  const between = near !== undefined && BETWEEN.has(near.folded);
  const kind = between ? beside(words, at - 1, at - 2, text) : near;
  if (kind === undefined) return false;
  if (SAINTS.has(kind.folded) && !(between && !ARTICLE.has(near.folded))) return true;
  if (!kind.capital) return !words[at]!.capital && BEFORE_NAME_WHEN_SMALL.has(kind.folded);
  if (!isTitle(kind, text)) return false;
  if (BEFORE.has(kind.folded)) return true;
  return words[at]!.capital && WITHIN.has(kind.folded) && (between || !/(?:^|[.!?:;\n])[\s"“‘–-]*$/u.test(text.slice(0, kind.start)));
}

function isTown(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at]!;
  if (!word.capital || !TOWNS.has(word.folded) || /['’]/u.test(text.slice(word.start, word.end))) return false;
  const before = beside(words, at, at - 1, text);
  return (before !== undefined && WHERE.has(before.folded) && !CHANGE.test(text.slice(0, word.start))) || MOVED.test(text.slice(0, word.start));
}

function isCalledAfter(words: readonly Word[], at: number, text: string): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  if (next === undefined) return false;
  if (BESIDE.test(text.slice(word.end, next.start))) {
    if (LAW.test(next.folded) && word.folded.endsWith('s')) return true;
    if (word.capital && CALLED_AFTER.has(next.folded)) return true;
  }
  const firm = /^ (?:&|and) (\p{Lu}\p{L}+)/u.exec(text.slice(word.end));
  return word.capital && firm !== null && FIRM.has(firm[1]!.toLowerCase());
}

/** A capital that tells something: in a text of capitals alone SCHOOL is no name. */
function isTitle({ capital, start, end }: Word, text: string): boolean {
  const written = text.slice(start, end);
  return capital && (written.length < 3 || written !== written.toUpperCase() || written === 'HMP');
}

/** "St. Mary's": the only point that stands within a name. */
function afterPoint(words: readonly Word[], at: number, text: string): Word | undefined {
  const before = words[at - 1];
  return before?.folded === 'st' && /^\. ?$/u.test(text.slice(before.end, words[at]!.start)) ? before : undefined;
}

/** The word at `to`, if nothing but space parts it from the one at `from`. */
function beside(words: readonly Word[], from: number, to: number, text: string): Word | undefined {
  const [one, other] = [words[from], words[to]];
  if (one === undefined || other === undefined) return undefined;
  return BESIDE.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start))) ? other : undefined;
}
