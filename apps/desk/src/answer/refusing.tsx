import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalGround } from '@lateral/domain';
import { GROUND_CALLED } from '@lateral/domain/statement';
import { Button, Radios, Textarea, WarningText } from '../components/index.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import { useAnswerForm } from './form.js';
import { LintedTextarea } from './linted-textarea.js';
import { Reasons } from './reasons.js';
import { Items } from './sharing.js';
import { Systems } from './systems.js';

const MOST_REASONS = 2_000;

/** Not all of it, or nothing: on a ground that the law allows here, with reasons where it asks for them, and what can be said all the same. */
export function RefusingPart(): ReactElement {
  const { t } = useTranslation(['answer', 'frame']);
  const { language } = useLanguage();
  const { draft, change, refusing, errorAt } = useAnswerForm();
  return (
    <>
      {refusing.needsReasons && <WarningText prefix={t('frame:warning')}>{t('refusing.duty', { duty: refusing.duties.map((name) => name[language]).join('; ') })}</WarningText>}
      <Radios
        name="ground" legend={t('refusing.ground')} legendSize="s" error={errorAt('ground')} value={draft.ground ?? ''} onChange={(ground) => { change({ ground: ground as RefusalGround }); }}
        items={refusing.grounds.map((ground) => ({ value: ground, label: called(GROUND_CALLED[ground], language) }))}
      />
      <LintedTextarea
        id="written-reasons" label={t(refusing.needsReasons ? 'refusing.reasons' : 'refusing.reasonsOptional')} hint={t('refusing.reasonsHint')} rows={5} most={MOST_REASONS} value={draft.writtenReasons}
        onText={(writtenReasons) => { change({ writtenReasons }); }}
      />
      <Textarea id="instead" label={t('refusing.instead')} hint={t('refusing.insteadHint')} rows={2} lang={draft.language} value={draft.instead} onChange={(event) => { change({ instead: event.currentTarget.value }); }} />
      <PartOfIt />
    </>
  );
}

/** What can be shared beside what cannot. Open where something is there: nothing is sent that is not seen. */
function PartOfIt(): ReactElement {
  const { t } = useTranslation('answer');
  const { draft } = useAnswerForm();
  const [isOpen, setOpen] = useState(false);
  const holds = draft.items.length > 0;
  if (!isOpen && !holds && draft.pasted.trim() === '') return <Button type="button" variant="secondary" onClick={() => { setOpen(true); }}>{t('refusing.part')}</Button>;
  return <><h3 className="govuk-heading-m">{t('refusing.partTitle')}</h3><Items />{holds && <><Systems /><Reasons /></>}</>;
}
