import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkboxes, ErrorMessage, Input } from '../components/index.js';
import type { ItemDraft } from './answer-draft.js';
import { namesOf } from './errors.js';
import { useAnswerForm } from './form.js';
import { peopleOutside } from './outside-people.js';

export interface EditProps { item: ItemDraft; edit: (change: Partial<ItemDraft>) => void }

/** Somebody is named who is nobody of the check: taken out, linked with a reason, or said to be no person. */
export function Outsiders({ item, edit }: EditProps): ReactElement | null {
  const { t } = useTranslation('answer');
  const { answering: { question }, errorAt } = useAnswerForm();
  const outside = item.thirdParty === null ? peopleOutside(item.text, namesOf(question), item.notPeople) : [];
  if (item.thirdParty !== null) return <ThirdParty item={item} edit={edit} />;
  if (outside.length === 0) return null;
  const wrong = errorAt(`${item.id}-outside`);
  return (
    <div className={wrong === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'} role="status" id={`${item.id}-outside`} tabIndex={-1}>
      <ErrorMessage>{t('outside.found', { names: outside.join(', ') })}</ErrorMessage>
      <div className="govuk-button-group">
        <Button type="button" variant="secondary" onClick={() => { edit({ thirdParty: { who: outside.join(', '), relevant: true } }); }}>{t('outside.link')}</Button>
        <Button type="button" variant="secondary" onClick={() => { edit({ notPeople: [...item.notPeople, ...outside] }); }}>{t('outside.none')}</Button>
      </div>
      <p className="govuk-hint">{t('outside.remove')}</p>
    </div>
  );
}

function ThirdParty({ item, edit }: EditProps): ReactElement | null {
  const { t } = useTranslation('answer');
  const { draft: { language }, errorAt } = useAnswerForm();
  const { thirdParty } = item;
  if (thirdParty === null) return null;
  return (
    <div className="govuk-inset-text">
      <Input id={`${item.id}-third-who`} label={t('outside.who')} hint={t('outside.whoHint')} lang={language} autoComplete="off" error={errorAt(`${item.id}-third-who`)} value={thirdParty.who} onChange={(event) => { edit({ thirdParty: { ...thirdParty, who: event.currentTarget.value } }); }} />
      <Checkboxes
        name={`${item.id}-third-relevant`} small error={errorAt(`${item.id}-third-relevant`)} values={thirdParty.relevant ? ['yes'] : []} items={[{ value: 'yes', label: t('outside.relevant') }]}
        onChange={(values) => { edit({ thirdParty: { ...thirdParty, relevant: values.length > 0 } }); }}
      />
      <Button type="button" variant="secondary" onClick={() => { edit({ thirdParty: null }); }}>{t('outside.unlink')}</Button>
    </div>
  );
}
