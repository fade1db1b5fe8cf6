import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isErased } from '../check/erased.js';
import { Button, InsetText } from '../components/index.js';
import { useProblemText } from '../frame/problem-text.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { OwnQuestions } from './use-decided.js';

/** In the place of reading everything: what was asked can be opened, and no more. */
export function TakenBack({ own: { opened: { all, isComplete, isOpening, error, openAll }, erasedAt } }: { own: OwnQuestions }): ReactElement {
  const { t } = useTranslation(['decide', 'check']);
  const { language } = useLanguage();
  const textOf = useProblemText();
  return (
    <InsetText>
      <p>{t('late')}</p>
      {error !== null && <p role="status">{textOf(error)}</p>}
      {erasedAt !== null ? <p role="status">{t('check:erasedOn', { date: dayOf(erasedAt, language) })}</p> : all.some(isErased) && <p role="status">{t('check:erased')}</p>}
      {!isComplete && <Button type="button" variant="secondary" disabled={isOpening} onClick={() => void openAll()}>{t('openAsked')}</Button>}
    </InsetText>
  );
}
