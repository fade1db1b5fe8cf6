import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OverrideReviewBody, OverrideView } from '@lateral/contracts';
import { REVIEW_FINDINGS, type Finding, type ReviewFinding } from '@lateral/domain/justification';
import { ChangedMeanwhile } from '../frame/message-states.js';
import { Button, Details, errorAt, InsetText, Radios, Textarea } from '../components/index.js';
import { KEYS } from '../data/keys.js';
import { useRefresh } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import { DraftNote } from '../frame/use-draft.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import { HubProblem, type WriteKey } from '../hub/hub.js';
import type { Surroundings } from '../justify/asking.js';
import { statementOf } from '../justify/statement.js';
import { Form } from '../new-check/form.js';
import { useLanguage } from '../words/use-language.js';
import { Completing } from './completing.js';
import { useFaultsOfReview } from './faults.js';
import { asItLeft, inOrder, letterOfReview, type InOrder, type LeftInEmergency } from './in-order.js';
import { useReviewDraft, type ReviewDraft } from './review-draft.js';

interface Props { override: OverrideView; left: LeftInEmergency; around: Surroundings; act: Act }

/** What was found, in a choice and in words; and where it is said to be complete now, the record as it ought to have gone. */
export function ReviewForm({ override, left, around, act }: Props): ReactElement | null {
  const { t } = useTranslation('emergencies');
  const draft = useReviewDraft(override, left.message);
  const faultsOf = useFaultsOfReview();
  const lacked = useMemo(() => asItLeft(left, around), [left, around]);
  const composed = useMemo(() => inOrder(draft.value, left, around), [draft.value, left, around]);
  const { send, forget } = useSend(override);
  if (!draft.ready) return null;
  const { finding, found } = draft.value;
  const change = (next: Partial<ReviewDraft>): void => { forget(); draft.set((before) => ({ ...(before.message === draft.value.message ? before : draft.value), ...next })); };
  const submit = (): void => {
    const faults = faultsOf(draft.value, composed);
    if (faults.length > 0 || finding === null) return act.refuse(faults);
    void act.run(async () => { await send({ finding, composed, as: draft.value }, draft.discard); });
  };
  return (
    <Form onSubmit={submit}>
      <Changed act={act} />
      <Lacked codes={override.findings} findings={lacked.judged?.findings ?? []} />
      {draft.isCarried && <InsetText>{t('carried')}</InsetText>}
      <Radios
        name="finding" legend={t('find.legend')} legendSize="m" error={errorAt(act.errors, 'finding')} value={finding ?? ''} onChange={(value) => { change({ finding: value as ReviewFinding }); }}
        items={REVIEW_FINDINGS.map((value) => ({ value, label: t(`finding.${value}`) }))}
      />
      <Textarea id="found" label={t('find.words')} labelSize="m" hint={t('find.hint')} error={errorAt(act.errors, 'found')} value={found} onChange={(event) => { change({ found: event.currentTarget.value }); }} />
      {finding === 'right_and_completed' && <Completing draft={draft.value} left={left} composed={composed} lacked={lacked} errors={act.errors} change={change} />}
      <Recorded composed={composed} left={left} around={around} />
      <Button disabled={act.busy}>{t('go')}</Button>
      <DraftNote draft={draft} />
    </Form>
  );
}

/** What the emergency went past, in the words of the rules as they are today; by its code, what they say no more. */
function Lacked({ codes, findings }: { codes: readonly string[]; findings: readonly Finding[] }): ReactElement {
  const { t } = useTranslation('emergencies');
  const { language } = useLanguage();
  return (
    <section aria-labelledby="lacked">
      <h2 className="govuk-heading-m" id="lacked">{t('lacked')}</h2>
      <ul className="govuk-list govuk-list--bullet">{codes.map((code) => <li key={code}>{findings.find((finding) => finding.code === code)?.sentence[language] ?? t('lackedBy', { code })}</li>)}</ul>
    </section>
  );
}

/** The record of the review, as the officers of the own agency will read it. */
function Recorded({ composed: { body, narrative, judged }, left, around: { own, law } }: Pick<Props, 'left' | 'around'> & { composed: InOrder }): ReactElement | null {
  const { t } = useTranslation('emergencies');
  const { language } = narrative;
  const text = useMemo(() => (judged === null ? null : statementOf({ record: judged.record, cover: judged.cover, words: { body, narrative }, owner: own, other: left.other, dueAt: null, law }, language)), [body, judged, language, law, left, narrative, own]);
  return text === null ? null : <Details summary={t('recorded')}><p lang={language} className="desk-statement">{text}</p></Details>;
}

/** A colleague was quicker, say: what they found is fetched, and the words here stay. */
function Changed({ act }: { act: Act }): ReactElement | null {
  const refresh = useRefresh();
  if (!(act.error instanceof HubProblem) || act.error.code !== 'wrong-state') return null;
  return <ChangedMeanwhile show={() => { void refresh().then(act.clear); }} />;
}

interface Review { finding: ReviewFinding; composed: InOrder; as: ReviewDraft }

/** Sealed once to the own team, and posted as one act. */
function useSend({ message, check, request }: OverrideView): { send: (review: Review, discard: () => Promise<void>) => Promise<void>; forget: () => void } {
  const { hub, keeper, newId } = useDesk();
  const me = useMember();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refresh = useRefresh();
  const outgoing = useOutgoing(useCallback((body: OverrideReviewBody, key: WriteKey) => hub.reviewOverride(message, body, key), [hub, message]));
  const send = async ({ finding, composed, as }: Review, discard: () => Promise<void>): Promise<void> => {
    await outgoing.send(async () => {
      const [envelope] = await keeper.seal(me, [letterOfReview(composed, { check, request, message: newId() })]);
      return { finding, envelope: envelope! };
    });
    queries.setQueryData(KEYS.reviewed(check), as);
    await discard();
    await refresh().catch(() => undefined);
    await navigate('/emergencies', { state: { said: 'reviewed' } });
  };
  return { send, forget: outgoing.forget };
}
