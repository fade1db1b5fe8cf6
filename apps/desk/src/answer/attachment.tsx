import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Details, FileUpload, Input, SummaryList, WarningText } from '../components/index.js';
import { useDesk } from '../frame/desk.js';
import { useProblemText } from '../frame/problem-text.js';
import { Refusal } from '../keeper/keeper.js';
import { useAnswerForm } from './form.js';
import { FILE_TYPES, MOST_FILE_BYTES, typeOfBytes } from './sealed-answer.js';

type Wrong = 'file' | 'type' | 'size' | 'description';

/** One file, sealed in this page before it leaves it. Who cannot see it is told in words what it shows. */
export function Attachment(): ReactElement {
  const { t } = useTranslation(['answer', 'frame']);
  const { draft: { attachment, language }, change } = useAnswerForm();
  const remove = <Button type="button" variant="secondary" onClick={() => { change({ attachment: null }); }}>{t('file.remove')}</Button>;
  if (attachment !== null) return <SummaryList rows={[{ key: t('file.title'), value: <><span lang={language}>{attachment.description}</span> {remove}</> }]} />;
  return <Details summary={t('file.add')}><WarningText prefix={t('frame:warning')}>{t('file.inside')}</WarningText><Choosing /></Details>;
}

function Choosing(): ReactElement {
  const { t } = useTranslation('answer');
  const { draft: { language }, errorAt, setUnattached } = useAnswerForm();
  const [choice, setChoice] = useState(0);
  const [file, setFile] = useState<File | null>(null);
  const [description, setDescription] = useState('');
  const { attach, isSealing, wrong, failed } = useAttaching();
  const isUnattached = file !== null || isSealing;
  useEffect(() => {
    setUnattached(isUnattached);
    return () => { setUnattached(false); };
  }, [isUnattached, setUnattached]);
  return (
    <>
      <FileUpload key={choice} id="file" label={t('file.choose')} hint={t('file.hint')} accept={FILE_TYPES.join(',')} error={wrong !== null && wrong !== 'description' ? t(`file.wrong.${wrong}`) : failed ?? errorAt('file')} onChange={(event) => { setFile(event.currentTarget.files?.[0] ?? null); }} />
      <Input id="file-description" label={t('file.description')} hint={t('file.descriptionHint')} lang={language} autoComplete="off" error={wrong === 'description' ? t('file.wrong.description') : undefined} value={description} onChange={(event) => { setDescription(event.currentTarget.value); }} />
      <div className="govuk-button-group">
        <Button type="button" variant="secondary" onClick={() => void attach(file, description)}>{t(isSealing ? 'file.sealing' : 'file.attach')}</Button>
        {file !== null && !isSealing && <Button type="button" variant="secondary" onClick={() => { setFile(null); setChoice((before) => before + 1); }}>{t('file.none')}</Button>}
      </div>
    </>
  );
}

interface Attaching { attach: (file: File | null, description: string) => Promise<void>; isSealing: boolean; wrong: Wrong | null; failed: string | undefined }

function useAttaching(): Attaching {
  const { hub, secrets, newId } = useDesk();
  const textOf = useProblemText();
  const { change } = useAnswerForm();
  const [state, setState] = useState<{ isSealing: boolean; wrong: Wrong | null; failed: string | undefined }>({ isSealing: false, wrong: null, failed: undefined });
  const attach = async (file: File | null, description: string): Promise<void> => {
    if (state.isSealing) return;
    const bytes = file === null || file.size > MOST_FILE_BYTES ? null : new Uint8Array(await file.arrayBuffer());
    const mime = bytes === null ? null : typeOfBytes(bytes);
    const wrong = file === null ? 'file' : bytes === null ? 'size' : mime === null ? 'type' : description.trim() === '' ? 'description' : null;
    setState({ isSealing: wrong === null, wrong, failed: undefined });
    if (wrong !== null || bytes === null || mime === null) return;
    try {
      const id = newId();
      const sealed = await secrets.ask('seal-attachment', { id, name: description.trim(), mime, bytes });
      if (!sealed.ok) throw new Refusal(sealed.code);
      await hub.putAttachment(id, new Uint8Array(sealed.ciphertext));
      change({ attachment: { key: sealed.key, description: description.trim() } });
    } catch (error) {
      setState({ isSealing: false, wrong: null, failed: textOf(error) });
    }
  };
  return { attach, ...state };
}
