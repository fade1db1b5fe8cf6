import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SUBJECT_ROLES, type SubjectRole } from '@lateral/domain';
import { ROLE_CALLED } from '@lateral/domain/statement';
import { Button, Checkboxes, DateInput, Details, Fieldset, Input, Select } from '../components/index.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import type { PersonDraft } from './check-draft.js';
import { nameOf } from './compose.js';
import type { Faults } from './use-faults.js';

interface PersonBlockProps {
  person: PersonDraft;
  number: number;
  errorAt: Faults['errorAt'];
  change: (change: Partial<PersonDraft>) => void;
  /** Absent for the only one. */
  remove?: (() => void) | undefined;
}

/** One person: who they are, how they can be told apart, and what they are in this check. */
export function PersonBlock({ person, number, errorAt, change, remove }: PersonBlockProps): ReactElement {
  const { t } = useTranslation('newCheck');
  const { id } = person;
  const name = nameOf(person);
  const field = (key: 'given' | 'family' | 'otherNames' | 'address'): { id: string; value: string; autoComplete: string; onChange: (event: { currentTarget: { value: string } }) => void } => ({ id: `${id}-${key}`, value: person[key], autoComplete: 'off', onChange: (event) => { change({ [key]: event.currentTarget.value }); } });
  return (
    <Fieldset legend={t('person.legend', { number })} legendSize="m" className="desk-person">
      <Input label={t('person.given')} width={20} error={errorAt(`${id}-given`)} {...field('given')} />
      <Input label={t('person.family')} width={20} {...field('family')} />
      <Role person={person} change={change} />
      <Born person={person} errorAt={errorAt} change={change} />
      <Input label={t('person.otherNames')} hint={t('person.otherNamesHint')} {...field('otherNames')} />
      <Input label={t('person.address')} {...field('address')} />
      <Checkboxes name={`${id}-hidden`} small items={[{ value: 'yes', label: t('person.hidden') }]} values={person.isHidden ? ['yes'] : []} onChange={(ticked) => { change({ isHidden: ticked.length > 0 }); }} />
      <Numbers person={person} errorAt={errorAt} change={change} />
      {remove !== undefined && <Button type="button" variant="secondary" onClick={remove}>{t('person.remove')}<span className="govuk-visually-hidden"> {name === '' ? t('person.legend', { number }) : name}</span></Button>}
    </Fieldset>
  );
}

type Part = Pick<PersonBlockProps, 'person' | 'change'>;

function Role({ person: { id, role }, change }: Part): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  return (
    <Select id={`${id}-role`} label={t('person.role')} value={role} onChange={(event) => { change({ role: event.currentTarget.value as SubjectRole }); }}>
      {SUBJECT_ROLES.map((each) => <option key={each} value={each}>{called(ROLE_CALLED[each], language)}</option>)}
    </Select>
  );
}

function Born({ person: { id, role, born, isApproximate }, errorAt, change }: Part & Pick<PersonBlockProps, 'errorAt'>): ReactElement {
  const { t } = useTranslation('newCheck');
  return (
    <>
      <DateInput
        id={`${id}-born`} namePrefix={`${id}-born`} legend={role === 'unborn' ? t('person.expected') : t('person.born')} labels={{ day: t('date.day'), month: t('date.month'), year: t('date.year') }} error={errorAt(`${id}-born-day`)}
        hint={isApproximate ? t('person.approximateHint') : undefined} values={born} onChange={({ day = '', month = '', year = '' }) => { change({ born: { day, month, year } }); }}
      />
      <Checkboxes name={`${id}-approximate`} small items={[{ value: 'yes', label: t('person.approximate') }]} values={isApproximate ? ['yes'] : []} onChange={(ticked) => { change({ isApproximate: ticked.length > 0 }); }} />
    </>
  );
}

function Numbers({ person: { id, nhsNumber, upn }, errorAt, change }: Part & Pick<PersonBlockProps, 'errorAt'>): ReactElement {
  const { t } = useTranslation('newCheck');
  const isWrong = errorAt(`${id}-nhs`) !== undefined || errorAt(`${id}-upn`) !== undefined;
  return (
    <Details summary={t('person.numbers')} open={isWrong || nhsNumber !== '' || upn !== '' ? true : undefined}>
      <Input id={`${id}-nhs`} label={t('person.nhs')} width={20} inputMode="numeric" autoComplete="off" error={errorAt(`${id}-nhs`)} value={nhsNumber} onChange={(event) => { change({ nhsNumber: event.currentTarget.value }); }} />
      <Input id={`${id}-upn`} label={t('person.upn')} width={20} autoComplete="off" error={errorAt(`${id}-upn`)} value={upn} onChange={(event) => { change({ upn: event.currentTarget.value }); }} />
    </Details>
  );
}
