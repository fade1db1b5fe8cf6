import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/index.js';
import { EmergencyChoice } from '../justify/emergency-choice.js';
import { useLanguage } from '../words/use-language.js';
import type { CheckDraft } from './check-draft.js';
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
  return mayOverride(draft, composed, composing) ? <AsEmergency override={draft.override} set={(override) => { change({ override }); }} /> : null;
}

/** Whether a question goes as an emergency, and which. */
export function AsEmergency({ override, set }: { override: CheckDraft['override']; set: (override: CheckDraft['override']) => void }): ReactElement {
  const { t } = useTranslation('newCheck');
  return (
    <EmergencyChoice
      value={override?.reason ?? null} onChange={(reason) => { set(reason === null ? null : { reason }); }} legendSize="m"
      words={{ legend: t('why.override'), hint: t('why.overrideHint'), no: t('why.noOverride') }}
    />
  );
}
