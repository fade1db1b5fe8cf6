import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { OVERRIDE_REASONS, type OverrideReason } from '@lateral/domain/justification';
import { OVERRIDE_CALLED } from '@lateral/domain/statement';
import { Button, Radios } from '../components/index.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import type { ComposedRequest, Composing } from './compose.js';
import { emergencyBases, mayOverride, withBases } from './emergency.js';
import type { Writing } from './use-check.js';

interface EmergencyProps { draft: Writing['draft']; composed: readonly ComposedRequest[]; composing: Composing; change: Writing['change'] }

/** In one press, where what is relied on is wrong or missing: what the law allows in immediate danger. */
export function InImmediateDanger({ draft, composed, composing, change }: EmergencyProps): ReactElement | null {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const bases = emergencyBases(draft, composed, composing);
  if (bases.length === 0) return null;
  const names = composed.filter(({ asked: { id } }) => bases.some(({ agency }) => agency === id)).map(({ asked }) => asked.name[language]).join(', ');
  return (
    <>
      <p className="govuk-body">{t('basis.danger', { names })}</p>
      <Button type="button" variant="secondary" onClick={() => { change((before) => withBases(before, bases)); }}>{t('basis.relyOnDanger')}</Button>
    </>
  );
}

/** An emergency, offered only where it would carry what is in the way. */
export function Override({ draft, composed, composing, change }: EmergencyProps): ReactElement | null {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  if (!mayOverride(draft, composed, composing)) return null;
  const choose = (reason: string): void => { change({ override: reason === 'none' ? null : { reason: reason as OverrideReason } }); };
  return (
    <Radios
      name="override" legend={t('why.override')} legendSize="m" hint={t('why.overrideHint')} value={draft.override?.reason ?? 'none'} onChange={choose}
      items={[{ value: 'none', label: t('why.noOverride') }, ...OVERRIDE_REASONS.map((reason) => ({ value: reason, label: called(OVERRIDE_CALLED[reason], language) }))]}
    />
  );
}
