import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Fieldset, Select } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import { useDesk, useMember } from '../frame/desk.js';
import { HoursFields } from './hours-fields.js';
import { newDelegate, type DelegateDraft } from './next-draft.js';

interface DelegatesProps { delegates: readonly DelegateDraft[]; onChange: (delegates: readonly DelegateDraft[]) => void; errorOf: (field: string) => string | undefined }
/** A roster takes as many. */
const MOST = 16;

/** Agencies that read at night, and in which hours. */
export function DelegatesFields({ delegates, onChange, errorOf }: DelegatesProps): ReactElement {
  const { t } = useTranslation('agency');
  const { keeper } = useDesk();
  const { agency: own } = useMember();
  const agencyName = useAgencyNames();
  const others = keeper.known.agencies.filter(({ id }) => id !== own).map(({ id }) => ({ id, name: agencyName(id) })).toSorted((one, other) => one.name.localeCompare(other.name));
  const put = (at: number, change: Partial<DelegateDraft>): void => { onChange(delegates.map((each, other) => (other === at ? { ...each, ...change } : each))); };
  return (
    <Fieldset legend={t('next.delegates')} legendSize="m">
      <p className="govuk-hint">{t('next.delegatesHint')}</p>
      {delegates.map(({ agency, week }, at) => (
        <div key={at} className="desk-delegate">
          <Select id={`delegate-${at}`} label={t('next.delegate', { number: at + 1 })} value={agency} error={errorOf(`delegate-${at}`)} onChange={({ target }) => { put(at, { agency: target.value }); }}>
            <option value="">{t('next.choose')}</option>
            {others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </Select>
          <HoursFields id={`delegate-${at}-hours`} legend={t('hours.title', { agency: agency === '' ? t('next.agency') : agencyName(agency) })} week={week} onWeek={(next) => { put(at, { week: next }); }} errorOf={errorOf} />
          <Button type="button" variant="secondary" onClick={() => { onChange(delegates.filter((_, other) => other !== at)); }}>{t('next.remove')}<span className="govuk-visually-hidden"> {agency === '' ? t('next.delegate', { number: at + 1 }) : agencyName(agency)}</span></Button>
        </div>
      ))}
      {delegates.length < MOST && <Button type="button" variant="secondary" onClick={() => { onChange([...delegates, newDelegate()]); }}>{t('next.add')}</Button>}
    </Fieldset>
  );
}
