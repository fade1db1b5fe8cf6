import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Fieldset, Input } from '../components/index.js';
import { DAYS, type Week } from './hours.js';

interface HoursFieldsProps { id: string; legend: string; week: Week; onWeek: (week: Week) => void; errorOf: (field: string) => string | undefined }

/** A field for each day of the week: `<id>-1` is Monday's. */
export function HoursFields({ id, legend, week, onWeek, errorOf }: HoursFieldsProps): ReactElement {
  const { t } = useTranslation('agency');
  return (
    <Fieldset legend={legend} legendSize="s" className="desk-hours" aria-describedby={`${id}-hint`}>
      <p className="govuk-hint" id={`${id}-hint`}>{t('hours.hint')}</p>
      {DAYS.map((day) => (
        <Input key={day} id={`${id}-${day}`} label={t(`day.d${day}`)} width={20} value={week[day - 1] ?? ''} error={errorOf(`${id}-${day}`)} autoComplete="off" spellCheck="false" onChange={({ target }) => { onWeek(DAYS.map((each) => (each === day ? target.value : week[each - 1] ?? ''))); }} />
      ))}
    </Fieldset>
  );
}
