import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ErrorMessage, Hint } from '../components/index.js';
import { saveFile } from '../check/save-file.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { useDesk } from '../frame/desk.js';
import { useProblemText } from '../frame/problem-text.js';
import { safeName } from './safe-name.js';

type Key = OpenedMessage['attachments'][number];

export function Attachments({ opened: { attachments, message } }: { opened: OpenedMessage }): ReactElement | null {
  const { t } = useTranslation('answers');
  if (attachments.length === 0) return null;
  return <section><h4 className="govuk-heading-s">{t('file.title')}</h4>{attachments.map((key) => <File key={key.id} file={key} message={message} />)}<Hint>{t('file.care')}</Hint></section>;
}

/** A file is opened whole by the worker, or not at all; its sender's words say what it shows. */
function File({ file, message }: { file: Key; message: string }): ReactElement {
  const { t } = useTranslation('answers');
  const { download, isOpening, failed } = useDownload(file, message);
  return (
    <>
      <p className="govuk-body"><span translate="no">{file.name}</span> ({t('file.kind', { mime: file.mime, size: Math.max(1, Math.round(file.size / 1024)) })})</p>
      {failed !== null && <ErrorMessage>{failed}</ErrorMessage>}
      <Button type="button" variant="secondary" disabled={isOpening} onClick={() => void download()}>{t(isOpening ? 'file.opening' : 'file.open')}<span className="govuk-visually-hidden">: {file.name}</span></Button>
    </>
  );
}

function useDownload(file: Key, message: string): { download: () => Promise<void>; isOpening: boolean; failed: string | null } {
  const { t } = useTranslation('answers');
  const { hub, keeper, secrets } = useDesk();
  const textOf = useProblemText();
  const [{ isOpening, failed }, setState] = useState<{ isOpening: boolean; failed: string | null }>({ isOpening: false, failed: null });
  const download = async (): Promise<void> => {
    if (isOpening) return;
    setState({ isOpening: true, failed: null });
    try {
      // A gesture is for the message that the file came with.
      await keeper.confirm('open-content', [message]);
      const told = await secrets.ask('open-attachment', { ciphertext: await hub.getAttachment(file.id), key: file });
      // Whatever its sender said it is, it is saved and never shown in this page.
      if (told.ok) saveFile(new Uint8Array(told.bytes), safeName(file.name, file.mime), 'application/octet-stream');
      setState({ isOpening: false, failed: told.ok ? null : t('file.bad') });
    } catch (error) {
      setState({ isOpening: false, failed: textOf(error) });
    }
  };
  return { download, isOpening, failed };
}
