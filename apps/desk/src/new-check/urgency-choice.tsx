import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { URGENCIES, type Urgency } from '@lateral/domain';
import { URGENCY_CALLED } from '@lateral/domain/statement';
import { Radios } from '../components/index.js';
import type { KnownAgency } from '../crypto/protocol.js';
import { useDesk } from '../frame/desk.js';
import type { Law } from '../justify/law.js';
import { called } from '../words/called.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { dueRange } from './ask.js';
import type { CheckDraft } from './check-draft.js';

const BLUE = 'blue';

/** How soon: each colour with its word and the time by which the agencies that are asked would have to answer. */
export function UrgencyChoice({ draft, law, agencies, error, change }: { draft: CheckDraft; law: Law; agencies: readonly KnownAgency[]; error: string | undefined; change: (change: Partial<CheckDraft>) => void }): ReactElement {
  const { t } = useTranslation('newCheck');
  const labelOf = useUrgencyLabel(law, agencies, draft.receivedAt);
  const choose = (chosen: string): void => { change(chosen === BLUE ? { isRecordOnly: true } : { isRecordOnly: false, urgency: chosen as Urgency }); };
  return (
    <Radios
      name="urgency" legend={t('ask.urgency')} legendSize="m" error={error} value={draft.isRecordOnly ? BLUE : draft.urgency ?? ''} onChange={choose}
      items={[...URGENCIES.map((urgency) => ({ value: urgency, label: labelOf(urgency) })), { value: BLUE, label: t('ask.blue'), hint: t('ask.blueHint') }]}
    />
  );
}

/** "Red: answer by 12:40pm today". */
export function useUrgencyLabel(law: Law, agencies: readonly KnownAgency[], receivedAt: string): (urgency: Urgency) => string {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const { now } = useDesk();
  return (urgency) => {
    const at = now();
    const range = dueRange(law, agencies, { urgency, receivedAt, now: at });
    const colour = called(URGENCY_CALLED[urgency], language);
    if (range === null) return colour;
    const [first, last] = [momentOf(range.first, language, at), momentOf(range.last, language, at)];
    return first === last ? t('ask.by', { colour, time: first }) : t('ask.byBetween', { colour, first, last });
  };
}
