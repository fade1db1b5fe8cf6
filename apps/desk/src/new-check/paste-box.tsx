import { useState, type ClipboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { londonDay } from '@lateral/domain/deadlines';
import { peopleOf } from '@lateral/domain/pasted';
import { Button, Details, Textarea } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import type { PersonDraft } from './check-draft.js';
import { peopleFrom, unreadIn } from './people.js';

/** What was read of a paste: how many people, and the lines that found no field. */
interface Read { count: number; unread: string[] }

/** A block from a case system, read in this page into fields that the writer confirms below. */
export function PasteBox({ onPeople }: { onPeople: (people: PersonDraft[]) => void }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { now } = useDesk();
  const [text, setText] = useState('');
  const [read, setRead] = useState<Read | null>(null);
  const sort = (pasted: string): void => {
    const all = peopleOf(pasted, londonDay(now()));
    const found = all.filter(({ name, dob, relation, identifiers }) => name !== null || dob !== null || relation !== null || identifiers.length > 0);
    setRead({ count: found.length, unread: unreadIn(all) });
    setText(found.length === 0 ? pasted : '');
    if (found.length > 0) onPeople(peopleFrom(found));
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text');
    if (text !== '' || pasted.trim() === '') return;
    event.preventDefault();
    sort(pasted);
  };
  return (
    <Details summary={t('paste.title')} open>
      <Textarea id="paste" label={t('paste.label')} hint={t('paste.hint')} rows={4} value={text} onChange={(event) => { setText(event.currentTarget.value); }} onPaste={paste} />
      <Button type="button" variant="secondary" disabled={text.trim() === ''} onClick={() => { sort(text); }}>{t('paste.sort')}</Button>
      <div role="status">{read !== null && <p className="govuk-body">{t('paste.found', { count: read.count })}</p>}</div>
      {read !== null && read.unread.length > 0 && <><p className="govuk-body">{t('paste.unread')}</p><ul className="govuk-list govuk-list--bullet" translate="no">{read.unread.map((line, at) => <li key={at}>{line}</li>)}</ul></>}
    </Details>
  );
}
