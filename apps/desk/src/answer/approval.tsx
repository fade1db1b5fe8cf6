import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, InsetText, Textarea } from '../components/index.js';
import { useNames } from '../data/people.js';
import type { Act } from '../frame/use-act.js';
import type { Draft } from '../frame/use-draft.js';
import { useDesk } from '../frame/desk.js';
import { HubProblem } from '../hub/hub.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import type { AnswerDraft } from './answer-draft.js';
import type { Approval } from './use-approval.js';

interface ApprovalProps { approval: Approval; kept: Draft<AnswerDraft>; act: Act }

/** An answer that is between its writer and an approver: who has it, and what each can do with it. */
export function ApprovalNotice({ approval, kept, act }: ApprovalProps): ReactElement | null {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { now } = useDesk();
  const nameOf = useNames();
  const { waiting, isMine, mayApprove } = approval;
  if (waiting === null || kept.value.approves !== null) return kept.value.note !== '' && !kept.value.forApproval ? <InsetText>{t('approval.said')} {kept.value.note}</InsetText> : null;
  const at = momentOf(waiting.updatedAt, language, now());
  const takeUp = (): void => void act.run(async () => {
    const { answer, note } = await approval.open();
    kept.set({ ...answer, note, forApproval: false });
    await kept.save();
    // What waits for the approver is the only other copy: it goes when this one is stored.
    if (!kept.isStored()) throw new HubProblem(0, 'away');
    await approval.takeBack();
  });
  const open = (): void => void act.run(async () => {
    const { answer, note } = await approval.open();
    kept.set({ ...answer, note, forApproval: false, approves: { draft: waiting.id, version: waiting.version, by: waiting.by } });
  });
  if (isMine) {
    const isBack = waiting.state === 'sent_back';
    return <InsetText><p>{isBack ? t('approval.back', { at }) : t('approval.waits', { at })}</p><Button type="button" variant="secondary" onClick={takeUp}>{t(isBack ? 'approval.takeUp' : 'approval.takeBack')}</Button></InsetText>;
  }
  if (!mayApprove || waiting.state !== 'to_approve') return null;
  return <InsetText><p>{t('approval.asked', { name: nameOf(waiting.by), at })}</p><Button type="button" onClick={open}>{t('approval.open')}</Button></InsetText>;
}

/** Back to whoever wrote it, with a word. */
export function SendBack({ approval, kept, act }: ApprovalProps): ReactElement {
  const { t } = useTranslation('answer');
  const note = kept.value.backNote ?? '';
  const [wrong, setWrong] = useState(false);
  const press = (): void => {
    setWrong(note.trim() === '');
    if (note.trim() === '') return;
    void act.run(async () => {
      await approval.sendBack(kept.value, note.trim());
      await kept.discard();
    });
  };
  return (
    <>
      <Textarea id="back-note" label={t('approval.backNote')} rows={2} error={wrong ? t('approval.backNoteNeeded') : undefined} value={note} onChange={(event) => { const backNote = event.currentTarget.value; kept.set((before) => ({ ...before, backNote })); }} />
      <Button type="button" variant="secondary" onClick={press}>{t('approval.sendBack')}</Button>
    </>
  );
}
