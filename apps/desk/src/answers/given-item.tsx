import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { londonDay } from '@lateral/domain/deadlines';
import { HANDLING_CALLED, NATURE_CALLED } from '@lateral/domain/statement';
import type { ResponseBody } from '@lateral/envelope/words';
import { Prose } from '../words/prose.js';
import { useHideNames } from '../frame/use-hide-names.js';
import { Radios, SummaryList, type SummaryRow } from '../components/index.js';
import { withInitials } from '../chronology/initials.js';
import { dateSaid } from '../chronology/lines.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { USED, withMarks, type Used } from '../decide/decide-draft.js';
import { useDesk } from '../frame/desk.js';
import { initialsOf } from '../words/initials.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import type { Answer } from './answer.js';
import { useMarks } from './marks.js';

interface Props { item: ResponseBody['items'][number]; number: number; opened: Answer; question: OpenedMessage | null }

/** One thing that was told: its limit first, then when, what, how it is known, about whom; and whether it was used. */
export function GivenItem({ item, number, opened, question }: Props): ReactElement {
  const { t } = useTranslation(['answers', 'check']);
  const id = `item-${opened.message}-${item.id}`;
  return (
    <article className="govuk-summary-card" aria-labelledby={id}>
      <div className="govuk-summary-card__title-wrapper"><h4 className="govuk-summary-card__title" id={id}>{t('item.title', { number })}</h4></div>
      <div className="govuk-summary-card__content">
        {item.handling !== 'may_tell_family' && <p className="govuk-body"><strong className="desk-flag">{t(`check:flag.${item.handling}`)}</strong></p>}
        <SummaryList rows={useRows({ item, opened, question })} />
        <Mark itemKey={`${opened.message}/${item.id}`} number={number} />
      </div>
    </article>
  );
}

function useRows({ item, opened, question }: Omit<Props, 'number'>): SummaryRow[] {
  const { t } = useTranslation(['answers', 'check']);
  const { language } = useLanguage();
  const { now } = useDesk();
  const { hidden } = useHideNames();
  const people = question?.body.type === 'request' ? question.body.people : [];
  const name = people.find((person) => person.id === item.about)?.name ?? item.about;
  const names = people.flatMap((person) => [person.name, ...(person.aliases ?? []).map((alias) => alias.name)]);
  const shown = (text: string): string => (hidden ? withInitials(text, names) : text);
  const when = (date: string | null | undefined): string => dateSaid(date, language, londonDay(now())) ?? t('item.unknown');
  const spoken = item.language ?? opened.body.language;
  const own = (text: string): ReactElement => <div lang={spoken}><Prose text={shown(text)} /></div>;
  return [
    { key: t('item.date'), value: when(item.eventDate) }, ...(item.recordedDate == null ? [] : [{ key: t('item.recorded'), value: when(item.recordedDate) }]), { key: t('item.what'), value: own(item.text) },
    { key: t('item.how'), value: <>{called(NATURE_CALLED[item.nature], language)}. <span lang={spoken}>{shown(item.source)}</span></> }, { key: t('item.about'), value: <span translate="no">{hidden ? initialsOf(name) : name}</span> },
    ...(item.relevance.trim() === '' ? [] : [{ key: t('item.meant'), value: own(item.relevance) }]), ...(item.reliability == null || item.reliability === '' ? [] : [{ key: t('item.reliability'), value: own(item.reliability) }]),
    ...(item.thirdParty == null ? [] : [{ key: t('item.about'), value: t('item.third', { who: shown(item.thirdParty.who) }) }]),
    { key: t('check:card.handling'), value: called(HANDLING_CALLED[item.handling], language) },
  ];
}

/** "Used in my decision": kept in the draft of the decision, where each agency's own word is made of it. */
function Mark({ itemKey, number }: { itemKey: string; number: number }): ReactElement | null {
  const { t } = useTranslation('answers');
  const { deciding } = useMarks();
  if (!deciding.ready) return null;
  return (
    <Radios
      name={`used-${itemKey.replace('/', '-')}`} legend={<>{t('item.used')}<span className="govuk-visually-hidden"> {t('item.of', { number })}</span></>} inline small value={deciding.value.marks[itemKey] ?? ''}
      onChange={(value) => { deciding.set((before) => withMarks(before, [itemKey], value as Used)); }} items={USED.map((used) => ({ value: used, label: t(`used.${used}`) }))}
    />
  );
}
