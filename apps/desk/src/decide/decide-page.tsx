import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '@lateral/contracts';
import { InsetText } from '../components/index.js';
import { AtCheck } from '../check/at-check.js';
import { OpenEverything } from '../check/check-page.js';
import type { ReadCheck } from '../check/use-read.js';
import { useDesk } from '../frame/desk.js';
import { ChangedMeanwhile } from '../frame/message-states.js';
import { DraftNote } from '../frame/use-draft.js';
import { type Act } from '../frame/use-act.js';
import { HubProblem } from '../hub.js';
import { useRefresh } from '../data/work.js';
import { useLanguage } from '../words/use-language.js';
import { DecideForm } from './decide-form.js';
import { useDecideDraft } from './decide-draft.js';
import { Recorded, Rest } from './recorded.js';
import { TakenBack } from './taken-back.js';
import { isRecorded, untold, useDeciding } from './use-deciding.js';
import { useDecided, type OwnQuestions } from './use-decided.js';

/** What was decided, why, on what; and what each agency will be told. */
export function Component(): ReactElement {
  const { t } = useTranslation('decide');
  return <AtCheck title={t('title')} what={t('what')}>{(check, act) => <Deciding key={check.id} check={check} act={act} />}</AtCheck>;
}

function Deciding({ check, act }: { check: CheckView; act: Act }): ReactElement | null {
  const { t } = useTranslation('decide');
  const { language } = useLanguage();
  const { whole, own } = useDecided(check);
  const draft = useDecideDraft(check, language);
  const deciding = useDeciding(whole, draft);
  const { told } = deciding;
  const run = (): void => void act.run(deciding.send);
  if (told !== null) return told.failed.length === 0 ? <Recorded reference={check.reference} told={told} /> : <Rest told={told} again={run} busy={act.busy} />;
  if (!draft.ready) return null;
  if (isRecorded(draft.value, check.decision?.id)) return <EarlierRest whole={whole} act={act} own={own} names={untold(draft.value, whole).tell.filter(({ isTold }) => isTold).map(({ request }) => request)} again={run} />;
  return (
    <>
      <Changed act={act} />
      <div id="read-first">{own === null ? <OpenEverything whole={whole} act={act} /> : <TakenBack own={own} />}</div>
      {check.decision !== null && <InsetText>{t('again')}</InsetText>}
      <DecideForm read={whole.read} check={check} draft={draft.value} change={(next) => { deciding.forget(); draft.set((before) => ({ ...next(before), language })); }} act={act} send={run} />
      <DraftNote draft={draft} />
    </>
  );
}

/** It was recorded in an earlier visit, and a lock or a fault came before everybody was told. */
function EarlierRest({ whole, own, act, names, again }: { whole: ReadCheck; own: OwnQuestions | null; act: Act; names: string[]; again: () => void }): ReactElement {
  const failed = whole.check.requests.filter(({ id }) => names.includes(id)).map(({ asked }) => ({ agency: asked, error: null }));
  return <>{own === null ? <OpenEverything whole={whole} act={act} /> : <TakenBack own={own} />}<Rest told={{ told: [], failed }} again={again} busy={act.busy} /></>;
}

/** An answer came while somebody wrote, say: the words stay, and what is there now is fetched. */
function Changed({ act }: { act: Act }): ReactElement | null {
  const { now } = useDesk();
  const refresh = useRefresh();
  if (!(act.error instanceof HubProblem) || (act.error.code !== 'version-changed' && act.error.code !== 'wrong-state')) return null;
  return <ChangedMeanwhile at={now().toISOString()} show={() => { void refresh().then(act.clear); }} />;
}
