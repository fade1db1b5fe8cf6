import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { InsetText, Radios } from '../components/index.js';
import { packFor } from '@lateral/domain/packs';
import { useLanguage } from '../words/use-language.js';
import { NOTHING_KINDS, type NothingKind } from './answer-draft.js';
import { useAnswerForm } from './form.js';
import { Systems } from './systems.js';

/** Three kinds of nothing, which mean different things to whoever decides. */
export function NothingHeld(): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, change, errorAt } = useAnswerForm();
  return (
    <>
      <Radios
        name="nothing" legend={t('nothing.legend')} legendSize="s" error={errorAt('nothing')} value={draft.nothing ?? ''} onChange={(kind) => { change({ nothing: kind as NothingKind }); }}
        items={NOTHING_KINDS.map((kind) => ({ value: kind, label: t(`nothing.${kind}`), hint: t(`nothing.${kind}Hint`) }))}
      />
      <Systems />
      <Saying />
    </>
  );
}

/** The sentence that is sent, before it is sent. */
function Saying(): ReactElement | null {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { draft: { systems, nothing }, answering: { law, own, question } } = useAnswerForm();
  if (nothing === null || systems.length === 0) return null;
  const names = packFor(law.packs, own.type).systems.filter(({ code }) => systems.includes(code)).map(({ name }) => name[language]);
  return <InsetText>{t('nothing.saying', { systems: names.join(', '), number: question.body.people.length })} {t(`nothing.${nothing}Said`)}</InsetText>;
}
