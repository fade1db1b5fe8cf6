import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Radios } from '../components/index.js';
import { HARM, LEFT_OUT, type Harm, type LeftOut } from './answer-draft.js';
import { useAnswerForm } from './form.js';
import { LintedTextarea } from './linted-textarea.js';

/** Why it is needed, what was left out, whom it could harm: one sentence is typed, the rest is chosen. */
export function Reasons(): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, change, errorAt } = useAnswerForm();
  return (
    <>
      <LintedTextarea id="why" label={t('reasons.why')} hint={t('reasons.whyHint')} value={draft.why} onText={(why) => { change({ why }); }} />
      <Radios
        name="left-out" legend={t('reasons.leftOut')} legendSize="s" small error={errorAt('left-out')} value={draft.leftOut ?? ''} onChange={(leftOut) => { change({ leftOut: leftOut as LeftOut }); }}
        items={LEFT_OUT.map((value) => ({ value, label: t(`reasons.left.${value}`) }))}
      />
      <Radios
        name="harm" legend={t('reasons.harm')} legendSize="s" small error={errorAt('harm')} value={draft.harm ?? ''} onChange={(harm) => { change({ harm: harm as Harm }); }}
        items={HARM.map((value) => ({
          value, label: t(`reasons.harms.${value}`),
          conditional: value === 'outweighed' && draft.harm === value ? <LintedTextarea id="harm-words" label={t('reasons.harmWords')} rows={2} value={draft.harmWords} onText={(harmWords) => { change({ harmWords }); }} /> : undefined,
        }))}
      />
    </>
  );
}
