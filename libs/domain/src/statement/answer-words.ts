import type { BothLanguages } from '../justification/judgement.js';
import { PHRASES } from './phrases.js';
import type { Language } from './say.js';
import { listed, say } from './say.js';

/** What somebody who answers says that they left out: one choice of a page. */
export const LEFT_OUT = ['nothing', 'other_people', 'older_history', 'source', 'cannot_share'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** Whether sharing could harm or unfairly affect anyone: one choice of a page. */
export const HARMS = ['none_known', 'limits_set', 'outweighed'] as const;
export type Harm = (typeof HARMS)[number];

/** The three kinds of holding nothing, which are kept apart: not known, known without a concern, known and nothing that answers the question. */
export const NOTHING_HELD = ['not_known', 'known_no_concern', 'known_not_relevant'] as const;
export type NothingHeld = (typeof NOTHING_HELD)[number];

const both = (en: string, cy: string): BothLanguages => ({ en, cy });

const LEFT_OUT_SAID: Record<LeftOut, BothLanguages> = {
  nothing: both('Nothing that answers the questions was left out.', 'Ni adawyd allan ddim sy’n ateb y cwestiynau.'),
  other_people: both('Details about other people were left out.', 'Gadawyd allan fanylion am bobl eraill.'),
  older_history: both('Older or unrelated history was left out.', 'Gadawyd allan hanes hŷn neu hanes nad yw’n berthnasol.'),
  source: both('What could identify a source was left out.', 'Gadawyd allan yr hyn a allai ddatgelu ffynhonnell.'),
  cannot_share: both('Something that cannot be shared was left out; its ground is recorded.', 'Gadawyd allan rywbeth na ellir ei rannu; mae’r sail wedi’i chofnodi.'),
};
const HARM_SAID: Record<Harm, BothLanguages> = {
  none_known: both('No further risk to anyone from sharing this is known.', 'Nid oes risg bellach hysbys i neb o rannu hyn.'),
  limits_set: both('Sharing this could harm or unfairly affect somebody, so limits on handling were set.', 'Gallai rhannu hyn niweidio rhywun neu effeithio’n annheg arno, felly gosodwyd cyfyngiadau ar ei drin.'),
  outweighed: both('Sharing this could harm or unfairly affect somebody; the risk to the child or adult outweighs it.', 'Gallai rhannu hyn niweidio rhywun neu effeithio’n annheg arno; mae’r risg i’r plentyn neu’r oedolyn yn drech na hynny.'),
};
const HELD_SAID: Record<NothingHeld, BothLanguages> = {
  not_known: PHRASES.notKnown,
  known_no_concern: PHRASES.knownNoConcern,
  known_not_relevant: both('Somebody asked about is known there; nothing recorded answers these questions.', 'Mae rhywun y gofynnwyd amdanynt yn hysbys yno; nid oes dim a gofnodwyd yn ateb y cwestiynau hyn.'),
};
const SEARCHED = both('Searched for {people}: {systems}.', 'Chwiliwyd am {people} yn y canlynol: {systems}.');
const WHY_SAID = both('Whoever decides needs to know that this was searched and what it did not hold.', 'Mae angen i bwy bynnag sy’n penderfynu wybod i hyn gael ei chwilio a beth nad oedd ynddo.');

/** Words of the sealed record for `proportionality` of an answer, from two choices; `more` is a line of the person's own. */
export function answerProportionality({ leftOut, harm, more = '' }: { leftOut: LeftOut; harm: Harm; more?: string }, language: Language): string {
  return [LEFT_OUT_SAID[leftOut][language], HARM_SAID[harm][language], more.trim()].filter((words) => words !== '').join(' ');
}

/** What somebody says who searched and found nothing, before they send it; also the `necessity` of such an answer. `people` is how many were searched for, `systems` names of what was searched, in this language. */
export function nothingHeldStatement({ kind, systems, people }: { kind: NothingHeld; systems: readonly string[]; people: number }, language: Language): string {
  const many = language === 'en' ? `${people} ${people === 1 ? 'person' : 'people'}` : people === 1 ? '1 person' : `${people} o bobl`;
  return [say(SEARCHED, language, { people: many, systems: listed(systems) }), HELD_SAID[kind][language], WHY_SAID[language]].join(' ');
}
