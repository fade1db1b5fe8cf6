import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { OVERRIDE_REASONS, type OverrideReason } from '@lateral/domain/justification';
import { OVERRIDE_CALLED } from '@lateral/domain/statement';
import { Radios } from '../components/index.js';
import { useDesk, useMember } from '../frame/desk.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import { errorsOf } from './errors.js';
import { useAnswerForm } from './form.js';
import { mayOverride } from './override.js';

const NONE = 'none';

/** An emergency, for a red answer that the rules stop: with its coded reason it goes, and somebody else looks at it afterwards. */
export function Emergency(): ReactElement | null {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { roles } = useMember();
  const { now } = useDesk();
  const { draft, change, composed, answering, refusing, approved } = useAnswerForm();
  const isWhole = errorsOf(draft, { question: answering.question, refusing, roles, approved, now: now() }).length === 0;
  if (!mayOverride(draft, { composed, answering, isWhole })) return null;
  return (
    <Radios
      name="override" legend={t('emergency.legend')} legendSize="s" hint={t('emergency.hint')} value={draft.override?.reason ?? NONE} onChange={(reason) => { change({ override: reason === NONE ? null : { reason: reason as OverrideReason } }); }}
      items={[{ value: NONE, label: t('emergency.no') }, ...OVERRIDE_REASONS.map((reason) => ({ value: reason, label: called(OVERRIDE_CALLED[reason], language) }))]}
    />
  );
}
