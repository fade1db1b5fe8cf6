import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { needsRelease } from '@lateral/domain/justification';
import { Button, Checkboxes, errorAt, Radios, Textarea } from '../components/index.js';
import type { Act } from '../frame/use-act.js';
import { DraftNote } from '../frame/use-draft.js';
import { Loading } from '../frame/reading.js';
import { useMember } from '../frame/desk.js';
import { ANSWER_WAYS, type AnswerDraft, type AnswerWay } from './answer-draft.js';
import { mustBeApproved } from './approver.js';
import { ApprovalNotice, SendBack } from './approval.js';
import { Attachment } from './attachment.js';
import { Basis } from './basis.js';
import { Conflict } from './conflict.js';
import { Elsewhere } from './elsewhere.js';
import { Emergency, InImmediateDanger } from './emergency.js';
import { AnswerFormContext, useAnswerForm, type AnswerForm } from './form.js';
import { NothingHeld } from './nothing-held.js';
import { RefusingPart } from './refusing.js';
import { Sharing } from './sharing.js';
import { Talking } from './talking.js';
import { useErrors } from './use-errors.js';
import type { Answer, OpenRequest } from './use-answer.js';
import type { Approval } from './use-approval.js';
import type { Sending } from './use-sending.js';
import { Verdict } from './verdict.js';

export interface AnswerSideProps { request: OpenRequest; answer: Answer | undefined; sending: Sending; approval: Approval; act: Act }

/** The right-hand side: what is held, and everything that goes with saying so. */
export function AnswerSide(props: AnswerSideProps): ReactElement {
  const { t } = useTranslation('answer');
  const { answer, act, request, sending } = props;
  const queries = useQueryClient();
  const [isUnattached, setUnattached] = useState(false);
  if (answer === undefined) return <Loading what={t('rules')} again={() => void queries.invalidateQueries({ queryKey: ['law'] })} />;
  const { kept, change, ...rest } = answer;
  const form: AnswerForm = { view: request.view, draft: kept.value, ...rest, errorAt: (field) => errorAt(act.errors, field), isUnattached, setUnattached, change: (next) => { sending.forget(); change(next); } };
  return <AnswerFormContext.Provider value={form}><Form {...props} answer={answer} /></AnswerFormContext.Provider>;
}

function Form({ request, answer, sending, approval, act }: AnswerSideProps & { answer: Answer }): ReactElement {
  const { t } = useTranslation('answer');
  const { kept } = answer;
  const form = useAnswerForm();
  const press = usePress({ answer, sending, approval, act });
  const keys = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey) press();
    // Enter sends from buttons only: in a field it would be by mistake.
    if (event.ctrlKey || (event.target instanceof HTMLInputElement && event.target.type !== 'submit')) event.preventDefault();
  };
  return (
    <>
      <form method="dialog" noValidate onKeyDown={keys} onSubmit={(event) => { event.preventDefault(); press(); }}>
        <Conflict view={request.view} isApproving={form.draft.approves !== null} act={act} />
        <ApprovalNotice approval={approval} kept={kept} act={act} />
        {/* What is typed while it is sent would go with the draft and not with the answer. */}
        <div inert={act.busy}>
          <Radios
            name="way" legend={t('way.legend')} legendSize="m" error={form.errorAt('way')} value={form.draft.way ?? ''} onChange={(way) => { form.change({ way: way as AnswerWay }); }}
            items={ANSWER_WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          />
          {form.draft.way !== null && <><Way way={form.draft.way} /><Finish /></>}
        </div>
        {form.draft.way !== null && <SendButton busy={act.busy} />}
      </form>
      {/* Outside of the form, whose keys send the answer. */}
      {form.draft.approves !== null && <SendBack approval={approval} kept={kept} act={act} />}
      <DraftNote draft={kept} />
    </>
  );
}

function Way({ way }: { way: AnswerWay }): ReactElement {
  switch (way) {
    case 'nothing': return <NothingHeld />;
    case 'share': return <Sharing />;
    case 'refuse': return <RefusingPart />;
    case 'talk': return <Talking />;
    case 'elsewhere': return <Elsewhere />;
  }
}

/** What every answer ends with: a file, the legal basis, an approver, what the rules make of it. */
function Finish(): ReactElement {
  const { draft: { way } } = useAnswerForm();
  return <>{(way === 'share' || way === 'refuse') && <Attachment />}<Basis /><InImmediateDanger /><ForApproval /><Verdict /><Emergency /></>;
}

function ForApproval(): ReactElement | null {
  const { t } = useTranslation('answer');
  const { draft, change, errorAt, approved } = useAnswerForm();
  const { roles } = useMember();
  if (draft.approves !== null) return null;
  return (
    <>
      <Checkboxes
        name="for-approval" small hint={mustBeApproved(draft, { roles, approved }) ? t(draft.items.some(needsRelease) ? 'approval.must' : 'approval.all') : undefined} error={errorAt('for-approval')} values={draft.forApproval ? ['yes'] : []} items={[{ value: 'yes', label: t('approval.choose') }]}
        onChange={(values) => { change({ forApproval: values.length > 0 }); }}
      />
      {draft.forApproval && <Textarea id="note" label={t('approval.note')} hint={t('approval.noteHint')} rows={2} lang={draft.language} value={draft.note} onChange={(event) => { change({ note: event.currentTarget.value }); }} />}
    </>
  );
}

function SendButton({ busy }: { busy: boolean }): ReactElement {
  const { t } = useTranslation('answer');
  const { draft, view } = useAnswerForm();
  return (
    <>
      <Button aria-describedby="send-hint">{t(sendWords(draft))}</Button>
      <p className="govuk-hint" id="send-hint">{t('send.hint', { reference: view.reference })}</p>
      <div role="status">{busy && <p className="govuk-body">{t('send.busy')}</p>}</div>
    </>
  );
}

function sendWords({ way, forApproval, approves, corrects }: AnswerDraft): 'send.approver' | 'send.approved' | 'send.correction' | `send.${AnswerWay}` {
  if (forApproval && approves === null) return 'send.approver';
  if (approves !== null) return 'send.approved';
  return corrects !== null ? 'send.correction' : `send.${way ?? 'share'}`;
}

function usePress({ answer, sending, approval, act }: Pick<AnswerSideProps, 'sending' | 'approval' | 'act'> & { answer: Answer }): () => void {
  const { t } = useTranslation('answer');
  const find = useErrors(answer);
  const { isUnattached } = useAnswerForm();
  return () => {
    const { kept } = answer;
    const errors = [...find(), ...(isUnattached ? [{ field: 'file', message: t('error.unattached') }] : [])];
    if (errors.length > 0) return act.refuse(errors);
    const isForApproval = kept.value.forApproval && kept.value.approves === null;
    void act.run(isForApproval ? async () => { await approval.put(kept.value); await kept.discard(); } : sending.send);
  };
}
