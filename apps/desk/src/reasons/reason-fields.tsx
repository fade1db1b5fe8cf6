import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectRole } from '@lateral/domain';
import type { Informed } from '@lateral/domain/justification';
import type { RequestBody } from '@lateral/envelope/words';
import { errorAt, Radios, type SummaryError } from '../components/index.js';
import type { Told } from '../new-check/check-draft.js';
import { LessIntrusiveChoice } from '../new-check/less-intrusive-choice.js';
import { ReasonBox } from '../new-check/reason-box.js';
import { TOLD } from '../new-check/told-choice.js';
import type { WrittenBeside } from '../new-check/why.js';
import type { ReasonField, Reasons } from './reasons.js';

interface Props {
  reasons: Reasons;
  /** What is asked for. */
  wanted: ReadonlySet<ReasonField>;
  /** Those whom the question is about: reasons are written without their names. */
  people: RequestBody['people'];
  /** The language that the reasons were written in. */
  language: WrittenBeside['language'];
  /** Of the reason itself: what was needed, or is. */
  words: { why: string; hint: string };
  errors: readonly SummaryError[];
  change: (next: Partial<Reasons>) => void;
}

/** Reasons that a message left without, to be written now. */
export function ReasonFields({ reasons, wanted, people, language, words, errors, change }: Props): ReactElement {
  const { t } = useTranslation('newCheck');
  const { why, thresholdWhy, lessIntrusive, notNames } = reasons;
  const beside: WrittenBeside = { language, notNames, people: people.map(({ name, aliases = [], roles: [role = 'child'] }) => ({ given: name, family: '', otherNames: aliases.map((alias) => alias.name).join(', '), role: role as SubjectRole })) };
  const keep = (word: string): void => { change({ notNames: [...notNames, word] }); };
  return (
    <>
      {wanted.has('why') && <ReasonBox id="why" label={words.why} hint={words.hint} draft={beside} value={why} error={errorAt(errors, 'why')} onText={(text) => { change({ why: text }); }} onKeep={keep} />}
      {wanted.has('threshold-why') && <ReasonBox id="threshold-why" label={t('why.threshold')} hint={t('why.thresholdHint')} draft={beside} value={thresholdWhy} error={errorAt(errors, 'threshold-why')} onText={(text) => { change({ thresholdWhy: text }); }} onKeep={keep} />}
      {wanted.has('less-intrusive') && <LessIntrusiveChoice value={lessIntrusive} onChange={(way) => { change({ lessIntrusive: way }); }} error={errorAt(errors, 'less-intrusive')} />}
      {wanted.has('told') && <ToldTheFamily reasons={reasons} errors={errors} change={change} />}
    </>
  );
}

function ToldTheFamily({ reasons: { told, informed }, errors, change }: Pick<Props, 'reasons' | 'errors' | 'change'>): ReactElement {
  const { t } = useTranslation(['newCheck', 'emergencies']);
  return (
    <>
      <Radios
        name="told" legend={t('why.told')} legendSize="m" error={errorAt(errors, 'told')} value={told ?? ''} onChange={(chosen) => { change({ told: chosen as Told }); }}
        items={TOLD.map((each) => ({ value: each, label: t(`told.${each}`) }))}
      />
      {told !== null && told !== 'yes' && (
        <Radios
          name="tell-when" legend={t('why.tellWhen')} legendSize="s" small value={informed} onChange={(when) => { change({ informed: when as Informed }); }}
          items={[{ value: 'later', label: t('emergencies:complete.later') }, { value: 'no', label: t('why.tellReview') }]}
        />
      )}
    </>
  );
}
