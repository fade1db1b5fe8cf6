import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { InsetText } from '../components/inset-text.js';
import { Panel } from '../components/panel.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { dayOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** What stands sealed in the place: it is called by its name even where nothing of it can be shown. */
export type SealedKind = 'question' | 'answer' | 'message';

/** In place of a message that did not pass its verification: nothing of it is shown. `code` is for a custodian. */
export function NotRelied({ what, agency, phone, code }: { what: SealedKind; agency: string; phone: string | null; code: string }): ReactElement {
  const { t } = useTranslation('frame');
  return (
    <Panel interruption headingLevel={2} title={t(`notRelied.title.${what}`)}>
      <p>{t('notRelied.text', { agency })}</p>
      {phone !== null && <p>{t('notRelied.phone', { phone })}</p>}
      <p translate="no">{t('notRelied.word', { code })}</p>
    </Panel>
  );
}

/** In place of a message that no key here opens. `who` can share it. */
export function CannotOpen({ who }: { who: string }): ReactElement {
  const { t } = useTranslation('frame');
  return <p className="govuk-inset-text">{t('cannotOpen', { who })}</p>;
}

/** In place of a message from the right sender that is none. Opening it tells nobody, so whoever reads this has to. */
export function Malformed({ what, phone }: { what: SealedKind; phone: string | null }): ReactElement {
  const { t } = useTranslation('frame');
  return (
    <div className="govuk-inset-text">
      <p>{t(`malformed.${what}`)}</p>
      {phone !== null && <p>{t('notRelied.phone', { phone })}</p>}
    </div>
  );
}

/** In place of a message that came too late to be opened for the first time: it is genuine, and nothing shows that it was not held back. */
export function TooOld({ what, agency, phone }: { what: SealedKind; agency: string; phone: string | null }): ReactElement {
  const { t } = useTranslation('frame');
  return <div className="govuk-inset-text"><p>{t(`tooOld.${what}`, { agency })}</p>{phone !== null && <p>{t('notRelied.phone', { phone })}</p>}</div>;
}

/** Above a message that has outlived its time while the hub would not show when it was collected. Nothing for any other. */
export function OnHubsWord({ of: { onHubsWord, created }, agency }: { of: Pick<OpenedMessage, 'onHubsWord' | 'created'>; agency: string }): ReactElement | null {
  const { t } = useTranslation('frame');
  const { language } = useLanguage();
  return onHubsWord ? <InsetText>{t('onHubsWord', { date: dayOf(created, language), agency })}</InsetText> : null;
}

/** In place of a message that was erased by law: since when, where the hub says. */
export function Erased({ what, at = null }: { what: SealedKind; at?: string | null }): ReactElement {
  const { t } = useTranslation('frame');
  const { language } = useLanguage();
  return <p className="govuk-inset-text">{at === null ? t(`erased.${what}`) : t(`erasedOn.${what}`, { date: dayOf(at, language) })}</p>;
}

/** 409 `version-changed`: the text is safe, and `show` shows what is there now. */
export function ChangedMeanwhile({ show }: { show: () => void }): ReactElement {
  const { t } = useTranslation('frame');
  return (
    <div className="govuk-inset-text" role="status">
      <p>{t('changed.text')}</p>
      <Button type="button" variant="secondary" onClick={show}>{t('changed.show')}</Button>
    </div>
  );
}
