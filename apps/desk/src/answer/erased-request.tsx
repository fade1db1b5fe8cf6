import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { erasedSince, wasAnswered } from '../check/erased.js';
import { InsetText } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { Erased } from '../frame/message-states.js';
import { dayOf, momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** In place of a request that was erased by law, with what the own team answered: of what kind and when, as long as its codes are kept. */
export function ErasedRequest({ view }: { view: RequestView }): ReactElement {
  const { t } = useTranslation(['answer', 'codes']);
  const { language } = useLanguage();
  const { now } = useDesk();
  const { answer } = view;
  const since = erasedSince(view);
  if (!wasAnswered(view)) return <Erased what="question" at={since} />;
  return (
    <section aria-labelledby="own-answer">
      <h2 className="govuk-heading-m" id="own-answer">{t('own.title')}</h2>
      {answer !== null && <p className="govuk-body"><strong>{t(`codes:response.${answer.type}`)}</strong>, {momentOf(answer.at, language, now())}</p>}
      <InsetText>{since === null ? t('own.erased') : t('own.erasedOn', { date: dayOf(since, language) })}</InsetText>
    </section>
  );
}
