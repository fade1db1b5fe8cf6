import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { APPROVED_ANSWERS } from '@lateral/domain/justification';
import { DateInput, Fieldset, Input, Radios } from '../components/index.js';
import type { ContactFields } from './contact-fields.js';
import { HoursFields } from './hours-fields.js';

interface InputsProps { fields: ContactFields; onChange: (change: Partial<ContactFields>) => void; errorOf: (field: string) => string | undefined }

const LANGUAGES = ['en', 'cy', 'both'] as const;

export function ContactInputs({ fields, onChange, errorOf }: InputsProps): ReactElement {
  const { t } = useTranslation('agency');
  return (
    <>
      <Input id="contact-phone" type="tel" width={20} label={t('contact.phone')} hint={t('contact.phoneHint')} value={fields.phone} error={errorOf('contact-phone')} onChange={({ target }) => { onChange({ phone: target.value }); }} autoComplete="off" />
      <Input id="contact-night" type="tel" width={20} label={t('contact.night')} value={fields.night} error={errorOf('contact-night')} onChange={({ target }) => { onChange({ night: target.value }); }} autoComplete="off" />
      <HoursFields id="contact-hours" legend={t('contact.hours')} week={fields.week} onWeek={(week) => { onChange({ week }); }} errorOf={errorOf} />
      <Input id="contact-mailbox" type="email" label={t('contact.mailbox')} hint={t('contact.mailboxHint')} value={fields.mailbox} error={errorOf('contact-mailbox')} onChange={({ target }) => { onChange({ mailbox: target.value }); }} autoComplete="off" spellCheck="false" />
      <Input id="contact-escalation" type="email" label={t('contact.escalation')} hint={t('contact.escalationHint')} value={fields.escalation} error={errorOf('contact-escalation')} onChange={({ target }) => { onChange({ escalation: target.value }); }} autoComplete="off" spellCheck="false" />
      <Radios name="contact-language" inline legend={t('contact.language')} legendSize="s" value={fields.language} onChange={(language) => { onChange({ language: language as ContactFields['language'] }); }} items={LANGUAGES.map((value) => ({ value, label: t(`contact.languages.${value}`) }))} />
      <Radios name="contact-approved" legend={t('contact.approved')} legendSize="s" hint={t('contact.approvedHint')} value={fields.approved} onChange={(approved) => { onChange({ approved: approved as ContactFields['approved'] }); }} items={APPROVED_ANSWERS.map((value) => ({ value, label: t(`contact.approvedAnswers.${value}`) }))} />
      <PolicyInputs fields={fields} onChange={onChange} errorOf={errorOf} />
    </>
  );
}

function PolicyInputs({ fields, onChange, errorOf }: InputsProps): ReactElement {
  const { t } = useTranslation('agency');
  return (
    <Fieldset legend={t('contact.policy')} legendSize="s">
      <p className="govuk-hint">{t('contact.policyHint')}</p>
      <Input id="policy-id" width={10} label={t('contact.policyId')} hint={t('contact.policyIdHint')} value={fields.policyId} error={errorOf('policy-id')} onChange={({ target }) => { onChange({ policyId: target.value }); }} autoComplete="off" spellCheck="false" />
      <Input id="policy-version" width={5} label={t('contact.policyVersion')} value={fields.policyVersion} error={errorOf('policy-version')} onChange={({ target }) => { onChange({ policyVersion: target.value }); }} autoComplete="off" />
      <DateInput id="policy-review" namePrefix="policy-review" legend={t('contact.review')} legendSize="s" labels={{ day: t('contact.day'), month: t('contact.month'), year: t('contact.year') }} values={fields.review} error={errorOf('policy-review-day')} onChange={(review) => { onChange({ review }); }} />
    </Fieldset>
  );
}
