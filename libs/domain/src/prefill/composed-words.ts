import type { LessIntrusive } from '../codes.js';
import type { BothLanguages } from '../justification/judgement.js';
import { dayIn } from '../statement/say.js';

type Language = keyof BothLanguages;

/** What the sealed record says of the choice that was made; the person may write more. */
const LESS_INTRUSIVE: Record<LessIntrusive, BothLanguages> = {
  already_known: { en: 'What is already known was looked at first and does not answer the question.', cy: 'Edrychwyd yn gyntaf ar yr hyn sy’n hysbys eisoes ac nid yw’n ateb y cwestiwn.' },
  ask_family: { en: 'The family was asked, and what they said needs checking.', cy: 'Gofynnwyd i’r teulu, ac mae angen gwirio’r hyn a ddywedwyd.' },
  anonymised_advice: { en: 'Advice without naming anybody was considered and would not answer the question.', cy: 'Ystyriwyd cyngor heb enwi neb ac ni fyddai’n ateb y cwestiwn.' },
  narrower_data: { en: 'There was a less intrusive way in part, so what is asked for was narrowed.', cy: 'Roedd ffordd lai ymwthiol yn rhannol, felly culhawyd yr hyn y gofynnir amdano.' },
  none_workable: { en: 'There is no less intrusive way: only this agency holds it, or asking first could put somebody at risk.', cy: 'Nid oes ffordd lai ymwthiol: dim ond yr asiantaeth hon sy’n ei ddal, neu gallai gofyn yn gyntaf roi rhywun mewn perygl.' },
};

export function lessIntrusiveWords(choice: LessIntrusive, language: Language): string {
  return LESS_INTRUSIVE[choice][language];
}

/** Why no more is asked than is needed, from what was chosen: how many people, which records, which period. `names` are those of the categories. */
export function proportionalityWords({ people, names, window }: { people: number; names: readonly string[]; window: { from: string; to: string } | null }, language: Language): string {
  const records = names.join('; ');
  const [from, to] = [window?.from, window?.to].map((day) => (day === undefined ? '' : dayIn(language, day)));
  const english = `Asked about ${people} ${people === 1 ? 'person' : 'people'} in or linked to the home and nobody else, for these records only: ${records}${window === null ? '' : `, from ${from} to ${to}`}. Nothing wider is needed to decide.`;
  const welsh = `Gofynnir am ${people} o bobl yn y cartref neu’n gysylltiedig ag ef a neb arall, ac am y cofnodion hyn yn unig: ${records}${window === null ? '' : `, o ${from} i ${to}`}. Nid oes angen dim ehangach i benderfynu.`;
  return language === 'en' ? english : welsh;
}

/** The public task for which this is needed, said to a body that is no public authority (UK GDPR Annex 1 para 1). `duties` are names of gateways. */
export function publicTaskWords({ owner, duties }: { owner: BothLanguages; duties: readonly BothLanguages[] }, language: Language): string {
  const named = duties.map((duty) => duty[language]).join('; ');
  return language === 'en'
    ? `${owner.en} is a public authority and needs this to carry out its task${named === '' ? '' : `: ${named}`}. It asks you to answer for that task.`
    : `Mae ${owner.cy} yn awdurdod cyhoeddus ac mae arno angen hyn i gyflawni ei dasg${named === '' ? '' : `: ${named}`}. Mae’n gofyn i chi ateb at y dasg honno.`;
}
