import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResponseBody } from '@lateral/envelope/words';
import { londonDay } from '@lateral/domain/deadlines';
import { dateSaid } from '../chronology/lines.js';
import { Details, InsetText } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { useLanguage } from '../words/use-language.js';
import { changesIn } from './changes.js';

/** What a correction changed, item by item, so that nobody has to compare. */
export function Corrected({ before, after }: { before: ResponseBody; after: ResponseBody }): ReactElement {
  const { t } = useTranslation(['answers', 'codes']);
  const { language } = useLanguage();
  const { now } = useDesk();
  const saidIn = ({ eventDate, text, source, relevance }: ResponseBody['items'][number]): string => [dateSaid(eventDate, language, londonDay(now())), text, source, relevance].filter((part) => part !== null && part !== '').join(' · ');
  const { added, removed, changed, kind } = changesIn(before, after);
  const list = (title: string, texts: readonly string[]): ReactElement | false => texts.length > 0 && <><h4 className="govuk-heading-s">{title}</h4><ul className="govuk-list govuk-list--bullet" lang={after.language}>{texts.map((text, at) => <li key={at}>{text}</li>)}</ul></>;
  return (
    <InsetText>
      <Details summary={t('corrected.title')} open>
        {kind !== null && <p>{t('corrected.kind', { before: t(`codes:response.${kind.before}`), after: t(`codes:response.${kind.after}`) })}</p>}
        {list(t('corrected.added'), added.map(({ text }) => text))}
        {list(t('corrected.removed'), removed.map(({ text }) => text))}
        {changed.length > 0 && <><h4 className="govuk-heading-s">{t('corrected.changed')}</h4><ul className="govuk-list govuk-list--bullet">{changed.map((each) => <li key={each.after.id}><p>{t('corrected.was', { text: saidIn(each.before) })}</p><p>{t('corrected.now', { text: saidIn(each.after) })}</p></li>)}</ul></>}
        {added.length + removed.length + changed.length === 0 && <p>{t('corrected.same')}</p>}
      </Details>
    </InsetText>
  );
}
