import type { ComponentProps, ReactElement } from 'react';
import { ACKNOWLEDGEMENT_REASONS, type AcknowledgementReason } from '@lateral/domain/justification';
import { ACKNOWLEDGEMENT_CALLED } from '@lateral/domain/statement';
import { Select } from '../components/index.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';

interface GoPastProps { finding: string; reason: AcknowledgementReason | null; onReason: (reason: AcknowledgementReason | null) => void; words: { why: string; choose: string }; error: ComponentProps<typeof Select>['error'] }

/** A warning is gone past with a coded reason, which stands in the record. The field is called after what the rule found. */
export function GoPast({ finding, reason, onReason, words, error }: GoPastProps): ReactElement {
  const { language } = useLanguage();
  return (
    <Select id={`acknowledge-${finding}`} label={words.why} error={error} value={reason ?? ''} onChange={({ currentTarget: { value } }) => { onReason(value === '' ? null : value as AcknowledgementReason); }}>
      <option value="">{words.choose}</option>
      {ACKNOWLEDGEMENT_REASONS.map((each) => <option key={each} value={each}>{called(ACKNOWLEDGEMENT_CALLED[each], language)}</option>)}
    </Select>
  );
}
