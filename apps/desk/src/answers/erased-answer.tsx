import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { erasedSince } from '../check/erased.js';
import { InsetText } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useDesk } from '../frame/desk.js';
import { dayOf, momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** In place of answers that were erased by law: that there was one and, as long as its codes are kept, of what kind and when. */
export function ErasedAnswer({ view }: { view: RequestView }): ReactElement {
  const { t } = useTranslation(['answers', 'codes']);
  const { language } = useLanguage();
  const { now } = useDesk();
  const { id, asked, answer } = view;
  const agency = useAgencyNames()(asked);
  const since = erasedSince(view);
  return (
    <section aria-labelledby={`agency-${id}`}>
      <h2 className="govuk-heading-l" id={`agency-${id}`}>{agency}</h2>
      {answer !== null && <p className="govuk-body"><strong>{t(`codes:response.${answer.type}`)}</strong>. {t('given', { at: momentOf(answer.at, language, now()) })}</p>}
      <InsetText>{since === null ? t('erased', { agency }) : t('erasedOn', { agency, date: dayOf(since, language) })}</InsetText>
    </section>
  );
}
