import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/index.js';
import { useDesk, useMember } from '../frame/desk.js';
import { EmergencyChoice } from '../justify/emergency-choice.js';
import { errorsOf } from './errors.js';
import { useAnswerForm } from './form.js';
import { dangerBasis, mayOverride } from './override.js';

/** In one press, where what is relied on is wrong or missing: what the law allows in immediate danger. */
export function InImmediateDanger(): ReactElement | null {
  const { t } = useTranslation('answer');
  const { draft, change, composed, answering } = useAnswerForm();
  const stack = dangerBasis(draft, composed, answering);
  if (stack === null) return null;
  return (
    <>
      <p className="govuk-body">{t('basis.danger')}</p>
      <Button type="button" variant="secondary" onClick={() => { change({ stack }); }}>{t('basis.relyOnDanger')}</Button>
    </>
  );
}

/** An emergency, for a red answer that the rules stop: with its coded reason it goes, and somebody else looks at it afterwards. */
export function Emergency(): ReactElement | null {
  const { t } = useTranslation('answer');
  const { roles } = useMember();
  const { now } = useDesk();
  const { draft, change, composed, answering, refusing, approved } = useAnswerForm();
  const isWhole = errorsOf(draft, { question: answering.question, refusing, roles, approved, now: now() }).length === 0;
  if (!mayOverride(draft, { composed, answering, isWhole })) return null;
  return (
    <EmergencyChoice
      value={draft.override?.reason ?? null} onChange={(reason) => { change({ override: reason === null ? null : { reason } }); }} legendSize="s"
      words={{ legend: t('emergency.legend'), hint: t('emergency.hint'), no: t('emergency.no') }}
    />
  );
}
