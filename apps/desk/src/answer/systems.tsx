import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { packFor } from '@lateral/domain/packs';
import { Checkboxes, Input } from '../components/index.js';
import { useLanguage } from '../words/use-language.js';
import { useAnswerForm } from './form.js';

/** Which systems were searched, and for whom: what "nothing held" rests on. */
export function Systems(): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const { draft, change, answering: { law, own, question }, errorAt } = useAnswerForm();
  const { systems } = packFor(law.packs, own.type);
  const names = question.body.people.map(({ name }) => name);
  return (
    <>
      <Checkboxes
        name="systems" legend={t('systems.legend')} legendSize="s" small error={errorAt('systems')} values={draft.systems}
        items={systems.map(({ code, name }) => ({ value: code, label: name[language] }))} onChange={(chosen) => { change({ systems: [...chosen] }); }}
      />
      <p className="govuk-body" lang={question.body.language}>{t('systems.names')} <span translate="no">{names.join('; ')}</span></p>
      <Input id="also-searched" label={t('systems.also')} hint={t('systems.alsoHint')} autoComplete="off" value={draft.alsoSearched} onChange={(event) => { change({ alsoSearched: event.currentTarget.value }); }} />
    </>
  );
}
