import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput, Radios } from '../components/index.js';
import type { Informed } from '@lateral/domain/justification';
import { useDesk } from '../frame/desk.js';
import type { Law } from '../justify/law.js';
import type { CheckDraft, Told } from './check-draft.js';
import type { Writing } from './use-check.js';
import type { Faults } from './use-faults.js';
import { usualDayToTell, withTold } from './why.js';

export const TOLD: readonly Told[] = ['yes', 'risk_to_child', 'risk_to_other', 'prejudices_police_investigation', 'delay', 'cannot_be_given_or_located'];

/** Whether the family knows that others are asked, and where they do not, by when they are to be told. */
export function ToldChoice({ draft, law, errorAt, change }: { draft: CheckDraft; law: Law; errorAt: Faults['errorAt']; change: Writing['change'] }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { now } = useDesk();
  const choose = (told: string): void => { change((before) => withTold(before, told as Told, before.tellBy.year === '' ? usualDayToTell(law, now()) : before.tellBy)); };
  return (
    <>
      <Radios name="told" legend={t('why.told')} legendSize="m" error={errorAt('told')} value={draft.told ?? ''} onChange={choose} items={TOLD.map((told) => ({ value: told, label: t(`told.${told}`) }))} />
      {draft.told !== null && draft.told !== 'yes' && <TellBy draft={draft} errorAt={errorAt} change={change} />}
    </>
  );
}

function TellBy({ draft, errorAt, change }: { draft: CheckDraft; errorAt: Faults['errorAt']; change: Writing['change'] }): ReactElement {
  const { t } = useTranslation('newCheck');
  const day = (
    <DateInput
      id="tell-by" namePrefix="tell-by" legend={t('why.tellBy')} labels={{ day: t('date.day'), month: t('date.month'), year: t('date.year') }} error={errorAt('tell-by-day')} values={draft.tellBy}
      onChange={({ day: date = '', month = '', year = '' }) => { change({ tellBy: { day: date, month, year } }); }}
    />
  );
  return (
    <Radios
      name="tell-when" legend={t('why.tellWhen')} legendSize="s" small value={draft.informed} onChange={(informed) => { change({ informed: informed as Informed }); }}
      items={[{ value: 'later', label: t('why.tellLater'), conditional: day }, { value: 'no', label: t('why.tellReview') }]}
    />
  );
}
