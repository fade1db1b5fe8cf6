import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AGENCY_TYPES, type AgencyType } from '@lateral/domain';
import { AGENCY_CALLED } from '@lateral/domain/statement';
import { Radios, Select, Textarea } from '../components/index.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import { useAnswerForm } from './form.js';
import { Systems } from './systems.js';

/** Two people match, or somebody else has to be asked. */
export function Elsewhere(): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { draft, change, errorAt, answering: { own } } = useAnswerForm();
  const { elsewhere } = draft;
  return (
    <>
      <Radios
        name="elsewhere" legend={t('elsewhere.legend')} legendSize="s" error={errorAt('elsewhere')} value={elsewhere ?? ''} onChange={(value) => { change({ elsewhere: value as 'wrong_person' | 'wrong_team' }); }}
        items={[{ value: 'wrong_person', label: t('elsewhere.person') }, { value: 'wrong_team', label: t('elsewhere.team') }]}
      />
      {elsewhere === 'wrong_team' && (
        <Select id="redirect-to" label={t('elsewhere.to')} error={errorAt('redirect-to')} value={draft.redirectTo ?? ''} onChange={(event) => { change({ redirectTo: event.currentTarget.value === '' ? null : event.currentTarget.value as AgencyType }); }}>
          <option value="">{t('choose')}</option>
          {AGENCY_TYPES.filter((type) => type !== own.type).map((type) => <option key={type} value={type}>{called(AGENCY_CALLED[type], language)}</option>)}
        </Select>
      )}
      {elsewhere !== null && (
        <Textarea
          id="elsewhere-words" label={t(elsewhere === 'wrong_person' ? 'elsewhere.personWhy' : 'elsewhere.teamWhy')} rows={3} lang={draft.language} error={errorAt('elsewhere-words')} value={draft.elsewhereWords}
          onChange={(event) => { change({ elsewhereWords: event.currentTarget.value }); }}
        />
      )}
      {elsewhere === 'wrong_person' && <Systems />}
    </>
  );
}
