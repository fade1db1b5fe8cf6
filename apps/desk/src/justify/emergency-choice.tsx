import type { ReactElement } from 'react';
import { OVERRIDE_REASONS, type OverrideReason } from '@lateral/domain/justification';
import { OVERRIDE_CALLED } from '@lateral/domain/statement';
import { Radios } from '../components/index.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';

const NONE = 'none';
export interface EmergencyChoiceProps { value: OverrideReason | null; onChange: (reason: OverrideReason | null) => void; words: { legend: string; hint: string; no: string }; legendSize: 's' | 'm' }

/** Whether it is an emergency, and which: by a coded reason, which stands in the record. It says no until somebody says otherwise. */
export function EmergencyChoice({ value, onChange, words, legendSize }: EmergencyChoiceProps): ReactElement {
  const { language } = useLanguage();
  return (
    <Radios
      name="override" legend={words.legend} legendSize={legendSize} hint={words.hint} value={value ?? NONE} onChange={(reason) => { onChange(reason === NONE ? null : reason as OverrideReason); }}
      items={[{ value: NONE, label: words.no }, ...OVERRIDE_REASONS.map((reason) => ({ value: reason, label: called(OVERRIDE_CALLED[reason], language) }))]}
    />
  );
}
