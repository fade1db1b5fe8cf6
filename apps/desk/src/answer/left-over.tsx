import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { Button, InsetText } from '../components/index.js';
import { useMember } from '../frame/desk.js';
import type { Draft } from '../frame/use-draft.js';
import type { AnswerDraft } from './answer-draft.js';
import { ownAnswerIn } from './own-answer.js';

/** Somebody else answered while this was written: the words are kept, and become a correction of that answer or go. */
export function LeftOver({ view, kept }: { view: RequestView; kept: Draft<AnswerDraft> }): ReactElement | null {
  const { t } = useTranslation('answer');
  const { agency } = useMember();
  const [answer] = ownAnswerIn(view, agency, '');
  if (!kept.ready || !kept.isWritten || kept.value.way === null || kept.value.corrects !== null) return null;
  return (
    <InsetText>
      <p>{t(answer === undefined ? 'leftOver.ended' : 'leftOver.answered')}</p>
      <div className="govuk-button-group">
        {answer !== undefined && <Button type="button" variant="secondary" onClick={() => { kept.set({ ...kept.value, corrects: answer.envelope }); }}>{t('leftOver.correct')}</Button>}
        <Button type="button" variant="secondary" onClick={() => void kept.discard()}>{t('leftOver.discard')}</Button>
      </div>
    </InsetText>
  );
}
