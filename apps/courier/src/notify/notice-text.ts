import type { NoticeView } from '@lateral/contracts';
import type { Urgency } from '@lateral/domain';

type Language = 'en' | 'cy';
type What = 'request' | 'answer' | 'outcome' | 'moved' | 'reminded' | 'ended' | 'review';

const SUBJECT: Record<Language, string> = { en: 'You have a request', cy: 'Mae gennych gais' };

const WHAT: Record<Language, Record<What, string>> = {
  en: { request: 'You have a request in Lateral.', answer: 'You have an answer in Lateral.', outcome: 'You have word of an outcome in Lateral.', moved: 'The time to answer a request to you in Lateral has changed.', reminded: 'You are reminded of a request that waits for your answer in Lateral.', ended: 'A request to you in Lateral is no longer open.', review: 'Somebody in your team used an emergency in Lateral. It waits for a second person to review it.' },
  cy: { request: 'Mae gennych gais yn Lateral.', answer: 'Mae gennych ymateb yn Lateral.', outcome: 'Mae gennych air am ganlyniad yn Lateral.', moved: 'Mae\'r amser i ateb cais i chi yn Lateral wedi newid.', reminded: 'Dyma nodyn i\'ch atgoffa bod cais yn aros am eich ateb yn Lateral.', ended: 'Nid yw cais i chi yn Lateral yn agored mwyach.', review: 'Mae rhywun yn eich tîm wedi defnyddio argyfwng yn Lateral. Mae\'n aros i ail berson ei adolygu.' },
};

const LABELS: Record<Language, { reference: string; urgency: string; due: string; signIn: string }> = {
  en: { reference: 'Reference', urgency: 'Urgency', due: 'Due', signIn: 'Sign in to read it. This message says nothing about whom it concerns.' },
  cy: { reference: 'Cyfeirnod', urgency: 'Brys', due: 'Erbyn', signIn: 'Mewngofnodwch i\'w ddarllen. Nid yw\'r neges hon yn dweud dim am bwy y mae\'n ymwneud.' },
};

const URGENCY: Record<Language, Record<Urgency, string>> = {
  en: { red: 'red', amber: 'amber', green: 'green' },
  cy: { red: 'coch', amber: 'ambr', green: 'gwyrdd' },
};

const KIND: Record<string, What> = {
  'request.posted.v1': 'request', 'request.corrected.v1': 'request',
  'response.submitted.v1': 'answer', 'response.corrected.v1': 'answer', 'response.arrived-late.v1': 'answer',
  'outcome.told.v1': 'outcome', 'request.due-moved.v1': 'moved', 'request.reminded.v1': 'reminded', 'request.withdrawn.v1': 'ended', 'request.expired.v1': 'ended', 'override.used.v1': 'review',
};

/**
 * The one e-mail there is: reference, urgency, due time and that something waits. Never who asks, never about whom; the subject
 * says nothing that could be read over a shoulder. In the mailbox's language, or in both, Welsh first.
 */
export function noticeText(notice: NoticeView, language: Language | 'both'): { subject: string; text: string } {
  const languages: Language[] = language === 'both' ? ['cy', 'en'] : [language];
  return {
    subject: languages.map((one) => SUBJECT[one]).join(' / '),
    text: languages.map((one) => paragraph(notice, one)).join('\n\n'),
  };
}

function paragraph({ kind, reference, urgency, dueAt }: NoticeView, language: Language): string {
  const what = KIND[kind];
  if (what === undefined) throw new TypeError('there are no words for this kind of notice');
  const labels = LABELS[language];
  const due = dueAt === null ? [] : [`${labels.due}: ${clockTime(dueAt, language)}`];
  return [WHAT[language][what], '', `${labels.reference}: ${reference}`, `${labels.urgency}: ${URGENCY[language][urgency]}`, ...due, '', labels.signIn].join('\n');
}

// Making one costs more than all the rest of a notice's text.
const formatIn = (locale: string): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { timeZone: 'Europe/London', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const FORMATS: Record<Language, Intl.DateTimeFormat> = { en: formatIn('en-GB'), cy: formatIn('cy-GB') };

/** A moment as people here say it: weekday, day, month and the time on the wall, summer time included. Put together here, because releases of the date library place commas differently. */
function clockTime(at: string, language: Language): string {
  const parts = new Map(FORMATS[language].formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`;
}
