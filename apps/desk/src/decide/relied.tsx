import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { spanOf } from '@lateral/domain/chronology';
import { londonDay } from '@lateral/domain/deadlines';
import { Button, Checkboxes } from '../components/index.js';
import { entriesOf } from '../chronology/entries.js';
import { whenOf } from '../chronology/lines.js';
import { useAgencyNames } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { useLanguage } from '../words/use-language.js';
import type { DecideFormProps } from './deciding.js';
import { reliedOn, withMarks, type DecideDraft } from './decide-draft.js';

const MOST_SHOWN = 200;

/** Items, ticked as they were marked while reading. A tick taken away says that it was not used. */
export function Relied({ read, draft, change }: Pick<DecideFormProps, 'read' | 'draft' | 'change'>): ReactElement {
  const { t } = useTranslation('decide');
  const { language } = useLanguage();
  const { now } = useDesk();
  const agencyName = useAgencyNames();
  const entries = entriesOf(read);
  const keys = entries.map(({ key }) => key);
  if (entries.length === 0) return <p className="govuk-body">{t('relied.none')}</p>;
  const today = londonDay(now());
  const when = (eventDate: string | null): string => whenOf({ eventDate, span: spanOf(eventDate, today) }, language) ?? '';
  return (
    <>
      <Checkboxes
        name="relied" legend={t('relied.legend')} legendSize="m" hint={t('relied.hint')} small values={reliedOn(draft).filter((key) => keys.includes(key))} onChange={(ticked) => { change((before) => withTicked(before, keys, ticked)); }}
        items={entries.map(({ key, agency, eventDate, text, language: spoken }) => ({ value: key, label: <span lang={spoken}>{text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}</span>, hint: t('relied.of', { agency: agencyName(agency), when: when(eventDate) }) }))}
      />
      <div className="govuk-button-group">
        <Button type="button" variant="secondary" onClick={() => { change((before) => withTicked(before, keys, keys)); }}>{t('relied.all')}</Button>
        <Button type="button" variant="secondary" onClick={() => { change((before) => withTicked(before, keys, [])); }}>{t('relied.noneOf')}</Button>
      </div>
    </>
  );
}

/** What is ticked was used, as it was marked or wholly; what is not was not. */
export function withTicked(draft: DecideDraft, keys: readonly string[], ticked: readonly string[]): DecideDraft {
  const before = reliedOn(draft);
  const added = ticked.filter((key) => !before.includes(key));
  return withMarks(withMarks(draft, added, 'yes'), keys.filter((key) => before.includes(key) && !ticked.includes(key)), 'no');
}
