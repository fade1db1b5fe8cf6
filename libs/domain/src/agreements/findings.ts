import type { BothLanguages, Finding, OtherFinding } from '../justification/judgement.js';
import type { AgreementDocument, Day } from './agreement.js';
import type { Aspect, CoverQuestion } from './clauses.js';
import { dayInWords, daysBetween } from './days.js';

/** Said with every finding about cover, so that nobody takes an agreement for more than it is. */
const NEVER_THE_BASIS: BothLanguages = {
  en: 'An agreement is never itself the lawful basis: a share rests on the legal grounds recorded with it.',
  cy: "Nid yw cytundeb byth yn sail gyfreithlon ynddo'i hun: mae'r rhannu'n dibynnu ar y seiliau cyfreithiol a gofnodir gydag ef.",
};

const SAY_WHY: BothLanguages = { en: 'Give a reason for going on', cy: 'Rhowch reswm dros fynd ymlaen' };

const WHERE: Record<Aspect, string> = { parties: '', purpose: '/purpose', window: '/window', categories: '/categories' };

export function absent(question: CoverQuestion): Finding {
  return finding('agreement-absent', question, {
    field: '',
    about: [],
    says: { en: 'No agreement in force names both agencies.', cy: "Nid oes cytundeb mewn grym sy'n enwi'r ddwy asiantaeth." },
    mend: { en: `${SAY_WHY.en}, and ask for an agreement to be made.`, cy: `${SAY_WHY.cy}, a gofynnwch am lunio cytundeb.` },
  });
}

export function expired(question: CoverQuestion, { reference, expires }: AgreementDocument): Finding {
  return finding('agreement-expired', question, {
    field: '',
    about: [reference],
    says: { en: `Agreement ${reference} ended on ${dayInWords(expires, 'en')}.`, cy: `Daeth cytundeb ${reference} i ben ar ${dayInWords(expires, 'cy')}.` },
    mend: { en: `${SAY_WHY.en}, and ask for the agreement to be renewed.`, cy: `${SAY_WHY.cy}, a gofynnwch am adnewyddu'r cytundeb.` },
  });
}

const LACKS: Record<Aspect, BothLanguages> = {
  parties: { en: 'has no clause for sharing this way between these two agencies', cy: "nid oes ganddo gymal ar gyfer rhannu fel hyn rhwng y ddwy asiantaeth hyn" },
  purpose: { en: 'has no clause for this purpose', cy: 'nid oes ganddo gymal ar gyfer y diben hwn' },
  window: { en: 'does not reach back so far', cy: 'nid yw\'n ymestyn mor bell yn ôl' },
  categories: { en: 'has no one clause for all of these categories', cy: "nid oes ganddo un cymal ar gyfer pob un o'r categorïau hyn" },
};

const NARROW: Record<Aspect, BothLanguages> = {
  parties: SAY_WHY,
  purpose: { en: `Check the purpose, or ${lower(SAY_WHY.en)}`, cy: `Gwiriwch y diben, neu ${lower(SAY_WHY.cy)}` },
  window: { en: `Ask about a shorter time, or ${lower(SAY_WHY.en)}`, cy: `Gofynnwch am gyfnod byrrach, neu ${lower(SAY_WHY.cy)}` },
  categories: { en: `Leave out what the agreement does not hold, or ${lower(SAY_WHY.en)}`, cy: `Hepgorwch yr hyn nad yw yn y cytundeb, neu ${lower(SAY_WHY.cy)}` },
};

/** `references` are those of agreements in force between the two; `categories` those that the nearest clause lacks. */
export function doesNotCover(question: CoverQuestion, aspect: Aspect, references: readonly string[], categories: readonly string[]): Finding {
  const named = references.join(', ');
  return finding('agreement-does-not-cover', question, {
    field: WHERE[aspect],
    about: [...references, ...categories],
    says: { en: `Agreement ${named} is in force, but it ${LACKS[aspect].en}.`, cy: `Mae cytundeb ${named} mewn grym, ond ${LACKS[aspect].cy}.` },
    mend: { en: `${NARROW[aspect].en}.`, cy: `${NARROW[aspect].cy}.` },
  });
}

/** Of the agreement that covers the share; it holds until the end of its last day. */
export function nearExpiry({ reference, expires }: AgreementDocument, on: Day): Finding {
  const left = daysBetween(on, expires);
  return {
    code: 'agreement-near-expiry', kind: 'other', level: 'note', field: '', about: [reference],
    sentence: {
      en: `Agreement ${reference}, which covers this share, ends ${left === 0 ? 'today' : `on ${dayInWords(expires, 'en')}, in ${left} ${left === 1 ? 'day' : 'days'}`}.`,
      cy: `Daw cytundeb ${reference}, sy'n cwmpasu'r rhannu hwn, i ben ${left === 0 ? 'heddiw' : `ar ${dayInWords(expires, 'cy')}, ymhen ${left} ${left === 2 ? 'ddiwrnod' : 'diwrnod'}`}.`,
    },
    mend: { en: 'Nothing is needed for this share. Ask for the agreement to be renewed.', cy: "Nid oes angen dim ar gyfer y rhannu hwn. Gofynnwch am adnewyddu'r cytundeb." },
  };
}

// Promise 1: what is red goes on without a word of explanation, and the record still says that no agreement covered it.
function finding(code: OtherFinding, { urgency }: CoverQuestion, told: { field: string; about: string[]; says: BothLanguages; mend: BothLanguages }): Finding {
  const { field, about, says, mend } = told;
  return {
    code, kind: 'other', level: urgency === 'red' ? 'note' : 'warn', field, about,
    sentence: { en: `${says.en} ${NEVER_THE_BASIS.en}`, cy: `${says.cy} ${NEVER_THE_BASIS.cy}` },
    mend,
  };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
