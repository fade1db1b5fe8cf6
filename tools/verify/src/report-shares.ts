import type { TriedShare } from './check-judgements.js';
import type { OverrideStanding } from './check-overrides.js';
import { clauseName } from './open-law.js';
import { ACKNOWLEDGED_BECAUSE, OVERRIDDEN_BECAUSE, REVIEW_FOUND } from './words-of-law.js';
import type { Language, Phrase } from './words.js';

/** What is said of one judged message: its verdict then and by the rules, the law, the cover, and what was gone past and why. */
export function shareLines(share: TriedShare, override: OverrideStanding | null, language: Language): string[] {
  const said = [verdictOf(share), coverOf(share), ...share.acknowledged.map(acknowledgementOf), ...(override === null ? [] : [overrideOf(override)])];
  return said.map((phrase) => phrase[language]);
}

/** How many of the recorded judgements were right, as a fact of the whole pack. */
export function countOfRight(shares: Iterable<TriedShare>): Phrase {
  const all = [...shares];
  const right = all.filter(({ isRight }) => isRight).length;
  return {
    en: `${right} of ${all.length} recorded verdicts were right at their date: each was judged again here, by this program's rules, under the version of the law that it names;`,
    cy: `roedd ${right} o ${all.length} o ddyfarniadau a gofnodwyd yn gywir ar eu dyddiad: barnwyd pob un eto yma, yn ôl rheolau'r rhaglen hon, o dan y fersiwn o'r gyfraith y mae'n ei henwi;`,
  };
}

/** What judging again rests on and cannot show. */
export const NOT_JUDGED: Phrase = {
  en: 'that a clause here says what its agreement says, of which only the digest is recorded; what agreements of which no clause is here would have said; what kind of body each agency was then, beyond the root\'s word in here; that sealed words are as their sender attested;',
  cy: 'bod cymal yma yn dweud yr hyn a ddywed ei gytundeb, na chofnodir ond ei grynodeb; yr hyn a ddywedai cytundebau nad oes cymal ohonynt yma; pa fath o gorff oedd pob asiantaeth bryd hynny, y tu hwnt i air y gwreiddyn yma; bod y geiriau dan sêl fel y tystiodd eu hanfonwr;',
};

function verdictOf({ judgement, again, isRight }: TriedShare): Phrase {
  const codes = [...judgement.rules, ...judgement.officerChecks, ...judgement.fieldErrors, ...judgement.otherFindings].join(', ');
  const found = codes === '' ? '' : ` (${codes})`;
  const law = { en: `by catalogue ${judgement.catalogue}, whose digest is the recorded one`, cy: `yn ôl catalog ${judgement.catalogue}, y mae ei grynodeb fel y'i cofnodwyd` };
  if (isRight) return { en: `verdict ${judgement.verdict}${found}: right on ${again.on}, ${law.en}`, cy: `dyfarniad ${judgement.verdict}${found}: yn gywir ar ${again.on}, ${law.cy}` };
  const [missed, invented] = [again.missed.join(', ') || '-', again.invented.join(', ') || '-'];
  return {
    en: `verdict ${judgement.verdict}${found}: NOT right on ${again.on}; ${again.verdict} ${law.en}; left out: ${missed}; should not be there: ${invented}`,
    cy: `dyfarniad ${judgement.verdict}${found}: DDIM yn gywir ar ${again.on}; ${again.verdict} ${law.cy}; a adawyd allan: ${missed}; na ddylai fod yno: ${invented}`,
  };
}

function coverOf({ judgement: { cover }, again, extract, isCoverRight }: TriedShare): Phrase {
  if (!isCoverRight) return { en: 'what was recorded about an agreement\'s cover is NOT so', cy: 'NID felly y mae\'r hyn a gofnodwyd am gytundeb' };
  if (again.question === null) return { en: 'no agreement is asked about it', cy: 'ni ofynnir i gytundeb amdano' };
  if (cover === null || extract === null) {
    return {
      en: 'covered by no agreement, as the hub recorded: that, and a warning for it, cannot be judged again from this pack',
      cy: 'heb gytundeb yn ei gwmpasu, fel y cofnododd yr hwb: ni ellir barnu hynny, na rhybudd amdano, eto o\'r pecyn hwn',
    };
  }
  const name = clauseName(cover);
  return {
    en: `clause ${name} covers its purpose and categories and was in force that day; the parties and how far back are as the hub recorded (agreement ${extract.digest})`,
    cy: `mae cymal ${name} yn cwmpasu ei ddiben a'i gategorïau ac roedd mewn grym y diwrnod hwnnw; mae'r partïon a pha mor bell yn ôl fel y cofnododd yr hwb (cytundeb ${extract.digest})`,
  };
}

function acknowledgementOf({ code, reason }: TriedShare['acknowledged'][number]): Phrase {
  const because = reason === null ? { en: 'no reason given', cy: 'heb reswm' } : ACKNOWLEDGED_BECAUSE[reason];
  return { en: `warning ${code} acknowledged: ${because.en}`, cy: `cydnabuwyd rhybudd ${code}: ${because.cy}` };
}

function overrideOf({ reason, codes, review, due, found }: OverrideStanding): Phrase {
  const outcome = found === null ? { en: '', cy: '' } : REVIEW_FOUND[found];
  const REVIEWS: Record<OverrideStanding['review'], Phrase> = {
    elsewhere: { en: 'its review is in the pack of the agency that used it', cy: 'mae ei adolygiad ym mhecyn yr asiantaeth a\'i defnyddiodd' },
    open: { en: `OPEN: no review is in this pack; due ${due}`, cy: `AGORED: nid oes adolygiad yn y pecyn hwn; i'w wneud erbyn ${due}` },
    overdue: { en: `OPEN AND OVERDUE: no review is in this pack, which goes on past the due time ${due}`, cy: `AGORED AC YN HWYR: nid oes adolygiad yn y pecyn hwn, sy'n mynd heibio i'r amser ${due}` },
    in_time: { en: `reviewed in time (due ${due}): ${outcome.en}`, cy: `adolygwyd mewn pryd (erbyn ${due}): ${outcome.cy}` },
    late: { en: `reviewed LATE (due ${due}): ${outcome.en}`, cy: `adolygwyd yn HWYR (erbyn ${due}): ${outcome.cy}` },
  };
  const said = REVIEWS[review];
  return {
    en: `emergency override (${OVERRIDDEN_BECAUSE[reason].en}) of ${codes.join(', ')}; ${said.en}`,
    cy: `gwrthwneud brys (${OVERRIDDEN_BECAUSE[reason].cy}) ar ${codes.join(', ')}; ${said.cy}`,
  };
}
