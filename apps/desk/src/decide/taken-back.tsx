import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, InsetText } from '../components/index.js';
import { useProblemText } from '../frame/problem-text.js';
import type { OwnQuestions } from './use-decided.js';

/** In the place of reading everything: what was asked can be opened, and no more. */
export function TakenBack({ own: { opened: { isComplete, isOpening, error, openAll } } }: { own: OwnQuestions }): ReactElement {
  const { t } = useTranslation('decide');
  const textOf = useProblemText();
  return (
    <InsetText>
      <p>{t('late')}</p>
      {error !== null && <p role="status">{textOf(error)}</p>}
      {!isComplete && <Button type="button" variant="secondary" disabled={isOpening} onClick={() => void openAll()}>{t('openAsked')}</Button>}
    </InsetText>
  );
}
