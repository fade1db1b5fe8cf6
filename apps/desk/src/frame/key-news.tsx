import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { InsetText } from '../components/inset-text.js';
import type { OpenedMessage } from '../crypto/protocol.js';
import { useAgencyNames } from '../data/people.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';

/** No key changes in silence: said calmly beside what its owner signed, each once. Nothing where nobody has a new one. */
export function KeyNews({ of }: { of: readonly (Pick<OpenedMessage, 'keyNews'> | null)[] }): ReactElement | null {
  const { t } = useTranslation('codes');
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const said = of.flatMap((message) => message?.keyNews ?? []).map(({ whose, agency, since, by }) => {
    const what = { at: momentOf(since, language), agency: agencyName(agency) };
    return whose === 'person' ? t(`keyNews.person.${by}`, what) : t('keyNews.agency', what);
  });
  return said.length === 0 ? null : <>{[...new Set(said)].map((text) => <InsetText key={text}>{text}</InsetText>)}</>;
}
