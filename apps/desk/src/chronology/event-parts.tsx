import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChronologyEntry, ChronologyEvent } from '@lateral/domain/chronology';
import { HANDLING_CALLED, NATURE_CALLED } from '@lateral/domain/statement';
import { Prose } from '../words/prose.js';
import { useHideNames } from '../frame/use-hide-names.js';
import { Button, Details, Textarea } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { initialsOf } from '../words/initials.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import { withComment, withParted } from './chronology-draft.js';
import type { CheckEntry } from './entries.js';
import { withInitials } from './initials.js';
import { whenOf } from './lines.js';
import type { MadeChronology } from './use-chronology.js';

interface Part { event: ChronologyEvent; made: MadeChronology }

export function EventDate({ event }: { event: ChronologyEvent }): ReactElement {
  const { t } = useTranslation('chronology');
  const { language } = useLanguage();
  return <>{whenOf(event, language) ?? t('undated')}</>;
}

/** Who told it; where several entries were joined, all of them, and how to part them again. */
export function WhoTold({ event: { sources }, made: { draft, people } }: Part): ReactElement {
  const { t } = useTranslation('chronology');
  const { hidden } = useHideNames();
  const agencyName = useAgencyNames();
  const agencies = [...new Set(sources.map(({ agency }) => agencyName(agency)))].join('; ');
  const about = [...new Set(sources.flatMap((source) => source.about))].map((id) => people.get(id) ?? id).map((name) => (hidden ? initialsOf(name) : name)).join(', ');
  const part = (): void => { draft.set((before) => withParted(before, sources.map(({ key }) => key))); };
  return (
    <>
      {agencies}
      {about !== '' && <span className="govuk-hint desk-chronology__about" translate="no">{about}</span>}
      {sources.length > 1 && draft.ready && <Button type="button" variant="secondary" className="desk-not-printed" onClick={part}>{t('same.part')}<span className="govuk-visually-hidden">: {t('same.partWhich', { agencies })}</span></Button>}
    </>
  );
}

/** Each source by itself, in the words and language of whoever told it. */
function EachSource({ event: { sources }, say }: { event: ChronologyEvent; say: (source: ChronologyEntry) => ReactNode }): ReactElement {
  const agencyName = useAgencyNames();
  if (sources.length === 1) return <div lang={languageOf(sources[0]!)}>{say(sources[0]!)}</div>;
  return <>{sources.map((source) => <div key={source.key}><strong>{agencyName(source.agency)}</strong><div lang={languageOf(source)}>{say(source)}</div></div>)}</>;
}

function languageOf(source: ChronologyEntry): string | undefined {
  return (source as Partial<CheckEntry>).language;
}

function useShown({ names }: MadeChronology): (text: string) => string {
  const { hidden } = useHideNames();
  return (text) => (hidden ? withInitials(text, names) : text);
}

export function Told({ event, made }: Part): ReactElement {
  const shown = useShown(made);
  return <EachSource event={event} say={({ text }) => <Prose text={shown(text)} />} />;
}

export function HowKnown({ event, made }: Part): ReactElement {
  const { language } = useLanguage();
  const shown = useShown(made);
  return <EachSource event={event} say={({ nature, source }) => <><span lang={language}>{called(NATURE_CALLED[nature], language)}.</span> {shown(source)}</>} />;
}

/** What its giver says it meant, and apart from it what somebody here thinks. */
export function Meant({ event, made }: Part): ReactElement {
  const { t } = useTranslation('chronology');
  const { language } = useLanguage();
  const shown = useShown(made);
  const { draft } = made;
  const own = event.sources.map(({ key }) => key).find((key) => draft.value.comments[key] !== undefined) ?? event.key;
  const comment = draft.value.comments[own] ?? '';
  const when = whenOf(event, language) ?? t('undated');
  return (
    <>
      {event.sources.some(({ relevance }) => relevance.trim() !== '') && <EachSource event={event} say={({ relevance }) => <Prose text={shown(relevance)} />} />}
      {comment.trim() !== '' && <div className="govuk-inset-text desk-comment"><strong>{t('comment.ours')}</strong> <Prose text={shown(comment)} /></div>}
      {draft.ready && <Details className="desk-not-printed" summary={<>{t('comment.add')}<span className="govuk-visually-hidden"> {t('comment.of', { when })}</span></>}>
        <Textarea id={`comment-${own.replace('/', '-')}`} label={t('comment.label')} hint={t('comment.hint')} rows={3} value={comment} onChange={(change) => { const text = change.currentTarget.value; draft.set((before) => withComment(before, own, text)); }} />
      </Details>}
    </>
  );
}

export function Handling({ event: { handling } }: { event: ChronologyEvent }): ReactElement {
  const { language } = useLanguage();
  return <>{handling.map((limit) => <div key={limit} className={limit === 'may_tell_family' ? undefined : 'desk-flag'}>{called(HANDLING_CALLED[limit], language)}</div>)}</>;
}
