import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { HANDLING_LIMITS, ITEM_NATURES, needsRelease, type HandlingLimit, type ItemNature } from '@lateral/domain/justification';
import { HANDLING_CALLED, NATURE_CALLED } from '@lateral/domain/statement';
import { Button, Checkboxes, Details, Input, Select, Textarea } from '../components/index.js';
import { called } from '../words/called.js';
import { LANGUAGES, type Language } from '../words/languages.js';
import { useLanguage } from '../words/use-language.js';
import type { ItemDraft } from './answer-draft.js';
import { useAnswerForm } from './form.js';
import { inLanguage, joined, moved, recategorised, withItem } from './items.js';
import { Outsiders, type EditProps } from './outsiders.js';

export interface ItemProps { item: ItemDraft; number: number }

/** One item: what, when, how known, about whom, which question it answers, how it may be used. */
export function ItemCard({ item, number }: ItemProps): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, change, errorAt } = useAnswerForm();
  const title = useId();
  const edit = (next: Partial<ItemDraft>): void => { change(withItem(draft, item.id, next)); };
  return (
    <section className="govuk-summary-card desk-item" aria-labelledby={title}>
      <div className="govuk-summary-card__title-wrapper">
        <h4 className="govuk-summary-card__title" id={title}>{t('item.title', { number, total: draft.items.length })}</h4>
        <ItemActs item={item} number={number} />
      </div>
      <div className="govuk-summary-card__content">
        <Textarea id={`${item.id}-text`} label={t('item.text')} rows={3} lang={item.language ?? draft.language} error={errorAt(`${item.id}-text`)} value={item.text} onChange={(event) => { edit({ text: event.currentTarget.value }); }} />
        <Outsiders item={item} edit={edit} />
        <Coded item={item} edit={edit} />
        <Words item={item} edit={edit} />
        {needsRelease(item) && <p className="govuk-hint">{t('item.second')}</p>}
        <Checkboxes
          name={`${item.id}-confirmed`} small error={errorAt(`${item.id}-confirmed`)} values={item.confirmed ? ['yes'] : []} onChange={(values) => { edit({ confirmed: values.length > 0 }); }}
          items={[{ value: 'yes', label: <>{t('item.confirm')}<span className="govuk-visually-hidden"> ({t('item.title', { number, total: draft.items.length })})</span></> }]}
        />
      </div>
    </section>
  );
}

function Coded({ item, edit }: EditProps): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { draft, answering: { question: { body, record }, law }, sorting, errorAt } = useAnswerForm();
  const nameOf = (code: string): string => law.packs.flatMap(({ categories }) => categories).find((each) => each.code === code)?.name[language] ?? code;
  const pick = (field: string): { id: string; error: string | undefined } => ({ id: `${item.id}-${field}`, error: errorAt(`${item.id}-${field}`) });
  return (
    <div className="desk-item__codes">
      <Input {...pick('date')} label={t('item.date')} hint={t('item.dateHint')} width={10} autoComplete="off" value={item.eventDate ?? ''} onChange={(event) => { edit({ eventDate: event.currentTarget.value === '' ? null : event.currentTarget.value.slice(0, 64) }); }} />
      <Select {...pick('nature')} label={t('item.nature')} value={item.nature} onChange={(event) => { edit({ nature: event.currentTarget.value as ItemNature }); }}>
        {ITEM_NATURES.map((nature) => <option key={nature} value={nature}>{called(NATURE_CALLED[nature], language)}</option>)}
      </Select>
      <Select {...pick('about')} label={t('item.about')} value={item.about} onChange={(event) => { edit({ about: event.currentTarget.value }); }}>
        {body.people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        <option value="other">{t('item.other')}</option>
      </Select>
      {record.categories.length > 0 && (
        <Select {...pick('category')} label={t('item.category')} value={item.category ?? record.categories[0]} onChange={(event) => { edit(recategorised(item, event.currentTarget.value, sorting)); }}>
          {record.categories.map((code) => <option key={code} value={code}>{nameOf(code)}</option>)}
        </Select>
      )}
      <Select {...pick('language')} label={t('item.language')} value={item.language ?? draft.language} onChange={(event) => { const to = event.currentTarget.value as Language; edit(inLanguage(item, to === draft.language ? null : to, sorting)); }}>
        {LANGUAGES.map((each) => <option key={each} value={each}>{t(`item.languages.${each}`)}</option>)}
      </Select>
      <Select {...pick('handling')} label={t('item.handling')} value={item.handling} onChange={(event) => { edit({ handling: event.currentTarget.value as HandlingLimit }); }}>
        {HANDLING_LIMITS.map((limit) => <option key={limit} value={limit}>{called(HANDLING_CALLED[limit], language)}</option>)}
      </Select>
    </div>
  );
}

function Words({ item, edit }: EditProps): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, errorAt } = useAnswerForm();
  const language = item.language ?? draft.language;
  const wrong = errorAt(`${item.id}-relevance`);
  return (
    <Details summary={t('item.more')} open={wrong !== undefined || item.relevance.trim() === '' ? true : undefined}>
      <Input id={`${item.id}-source`} label={t('item.source')} autoComplete="off" lang={language} value={item.source} onChange={(event) => { edit({ source: event.currentTarget.value }); }} />
      <Input id={`${item.id}-relevance`} label={t('item.relevance')} error={wrong} autoComplete="off" lang={language} value={item.relevance} onChange={(event) => { edit({ relevance: event.currentTarget.value }); }} />
    </Details>
  );
}

function ItemActs({ item, number }: ItemProps): ReactElement {
  const { t } = useTranslation('answer');
  const { draft: { items }, change } = useAnswerForm();
  const which = <span className="govuk-visually-hidden"> {t('item.title', { number, total: items.length })}</span>;
  const act = (words: string, next: () => ItemDraft[]): ReactElement => <Button type="button" variant="secondary" className="desk-item__act" onClick={() => { change({ items: next() }); }}>{words}{which}</Button>;
  return (
    <div className="desk-item__acts">
      {number > 1 && act(t('item.up'), () => moved(items, item.id, -1))}
      {number < items.length && act(t('item.down'), () => moved(items, item.id, 1))}
      {number > 1 && act(t('item.join'), () => joined(items, item.id))}
      {act(t('item.remove'), () => items.filter(({ id }) => id !== item.id))}
    </div>
  );
}
