import { useCallback, useEffect, useMemo, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftKind } from '@lateral/contracts';
import type { DraftPlace, DraftSaving } from './drafts.js';
import { useDesk } from './desk.js';
import { useTime } from './use-time.js';

export interface DraftAsked<T> {
  kind: DraftKind;
  /** The id of a certain draft; without, the newest one of this kind, check and request. */
  draft?: string | undefined;
  /** Reference of the check, and id of the request, that it belongs to. */
  check?: string | undefined;
  request?: string | undefined;
  initial: T;
}

export interface Draft<T> {
  id: string;
  value: T;
  /** False until what was kept is here: a form that is shown before would be written over. */
  ready: boolean;
  /** Whether anything was written, now or before; `value` is `initial` else. */
  isWritten: boolean;
  saving: DraftSaving;
  savedAt: Date | null;
  set: (next: T | ((before: T) => T)) => void;
  save: () => Promise<void>;
  /** Whether the hub has all that was written. */
  isStored: () => boolean;
  /** It was sent, or is wanted no more: it goes from the page and from the hub. */
  discard: () => Promise<void>;
}

/** What somebody writes here, kept sealed through locks and closed windows. Pages of one place share it. `initial` may be a new object each time. */
export function useDraft<T>({ kind, draft, check, request, initial }: DraftAsked<T>): Draft<T> {
  const { drafts } = useDesk();
  const place = useMemo<DraftPlace>(() => ({ kind, check: check ?? null, request: request ?? null, draft: draft ?? null }), [kind, check, request, draft]);
  const shown = useSyncExternalStore(drafts.hear, () => drafts.shown(place));
  useEffect(() => { drafts.open(place); }, [drafts, place, shown.saving]);
  useEffect(() => {
    const save = (): void => { if (drafts.shown(place).saving === 'writing') void drafts.save(place); };
    document.addEventListener('focusout', save);
    return () => { document.removeEventListener('focusout', save); save(); };
  }, [drafts, place]);
  const ready = shown.saving !== 'opening';
  const { returnTo } = shown;
  // The field may come with a later rendering than the draft: what it stands in waits for the law, say.
  useEffect(() => { if (ready && returnTo !== null && focusOn(returnTo)) drafts.focused(place); });
  const value = shown.isWritten ? shown.value as T : initial;
  const set = useCallback((next: T | ((before: T) => T)) => {
    const { isWritten, value: before } = drafts.shown(place);
    drafts.write(place, typeof next === 'function' ? (next as (before: T) => T)(isWritten ? before as T : initial) : next, fieldInUse());
  }, [drafts, place, initial]);
  const save = useCallback(() => drafts.save(place), [drafts, place]);
  const isStored = useCallback(() => drafts.isStored(place), [drafts, place]);
  const discard = useCallback(() => drafts.discard(place), [drafts, place]);
  return { id: shown.id, value, ready, isWritten: shown.isWritten, saving: shown.saving, savedAt: shown.savedAt, set, save, isStored, discard };
}

/** Says how a draft is kept. Read when somebody looks: nothing of it is announced. Its line is there before its words: what stands below must not move under a finger that presses it. */
export function DraftNote({ draft: { saving, savedAt } }: { draft: Pick<Draft<unknown>, 'saving' | 'savedAt'> }): ReactElement {
  const { t } = useTranslation('frame');
  const time = useTime();
  const said = noteOf(saving, savedAt === null ? null : time(savedAt));
  return <p className="govuk-hint desk-draft-note">{said !== null && (said.time === undefined ? t(said.words) : t(said.words, { time: said.time }))}</p>;
}

function noteOf(saving: DraftSaving, time: string | null): { words: 'draft.saved' | 'draft.saving' | 'draft.kept' | 'draft.elsewhere'; time?: string } | null {
  if (saving === 'saved') return time === null ? null : { words: 'draft.saved', time };
  if (saving === 'saving') return { words: 'draft.saving' };
  if (saving === 'kept') return { words: 'draft.kept' };
  return saving === 'elsewhere' ? { words: 'draft.elsewhere' } : null;
}

function fieldInUse(): { id: string; caret: number | null } | null {
  const field = document.activeElement;
  if (field === null || field.id === '') return null;
  return { id: field.id, caret: field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text') ? field.selectionEnd : null };
}

/** Whether it is done with: the field has the focus, or somebody began in another meanwhile. */
function focusOn({ id, caret }: { id: string; caret: number | null }): boolean {
  const field = document.getElementById(id);
  if (field === null) return document.activeElement?.matches('input, textarea, select') ?? false;
  field.focus();
  if (caret !== null && (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) field.setSelectionRange(caret, caret);
  return true;
}
