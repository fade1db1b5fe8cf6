import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MomentBoxes } from '../answer/answer-draft.js';
import { DateInput, Input } from '../components/index.js';

/** A day in its three boxes, and a time as people write it: "2pm", "14:30". */
export function MomentInput({ id, legend, hint, value, onChange }: { id: string; legend: ReactNode; hint?: ReactNode; value: MomentBoxes; onChange: (value: MomentBoxes) => void }): ReactElement {
  const { t } = useTranslation('newCheck');
  return (
    <>
      <DateInput
        id={`${id}-day`} namePrefix={id} legend={legend} hint={hint} labels={{ day: t('date.day'), month: t('date.month'), year: t('date.year') }} values={value}
        onChange={({ day = '', month = '', year = '' }) => { onChange({ ...value, day, month, year }); }}
      />
      <Input id={`${id}-time`} label={t('date.time')} hint={t('date.timeHint')} width={5} autoComplete="off" value={value.time} onChange={(event) => { onChange({ ...value, time: event.currentTarget.value }); }} />
    </>
  );
}
