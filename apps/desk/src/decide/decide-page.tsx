import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '@lateral/contracts';
import { InsetText } from '../components/index.js';
import { AtCheck } from '../check/at-check.js';
import { OpenEverything } from '../check/check-page.js';
import type { ReadCheck } from '../check/use-read.js';
import { ChangedMeanwhile } from '../frame/message-states.js';
import { Loading } from '../frame/reading.js';
import { DraftNote, type Draft } from '../frame/use-draft.js';
import { type Act } from '../frame/use-act.js';
import { HubProblem } from '../hub/hub.js';
import { useRefresh } from '../data/work.js';
import { useLanguage } from '../words/use-language.js';
import { DecideForm } from './decide-form.js';
import { useDecideDraft, type DecideDraft } from './decide-draft.js';
import { READ_FIRST, SEALED } from './errors.js';
import { isRecorded, leftToTell, toldSince, untold } from './left.js';
import { Recorded, Rest } from './recorded.js';
import { TakenBack } from './taken-back.js';
import { useDeciding, type Deciding } from './use-deciding.js';
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
  if (told !== null) return told.failed.length + told.lost.length === 0 ? <Recorded reference={check.reference} told={told} /> : <Rest told={told} again={run} leave={() => void act.run(() => deciding.leave(told.told))} busy={act.busy} />;
  if (!draft.ready) return <Loading what={t('what')} />;
  if (isRecorded(draft.value, check.decision?.id)) return <EarlierRest whole={whole} act={act} own={own} draft={draft} deciding={deciding} />;
  return (
    <>
      <Changed act={act} />
      <ReadFirst whole={whole} own={own} act={act} />
      {check.decision !== null && <InsetText>{t('again')}</InsetText>}
      <DecideForm read={whole.read} check={check} draft={draft.value} change={(next) => { deciding.forget(); draft.set((before) => ({ ...next(before), language })); }} act={act} send={run} />
      <DraftNote draft={draft} />
    </>
  );
}

function ReadFirst({ whole, own, act }: { whole: ReadCheck; own: OwnQuestions | null; act: Act }): ReactElement {
  return <div id={READ_FIRST}>{own === null ? <OpenEverything whole={whole} act={act} /> : <TakenBack own={own} />}</div>;
}

interface EarlierProps { whole: ReadCheck; own: OwnQuestions | null; act: Act; draft: Draft<DecideDraft>; deciding: Deciding }

/** It was recorded in an earlier visit, and a lock or a fault came before everybody was told. */
function EarlierRest({ whole, own, act, draft, deciding: { send, leave } }: EarlierProps): ReactElement {
  const { t } = useTranslation('decide');
  const { ready, sealed, lost } = leftToTell(untold(draft.value, whole), whole);
  const told = toldSince(draft.value, whole);
  const failed = [...sealed, ...ready].map(({ view }) => ({ agency: view.asked, error: null }));
  const isOver = failed.length + lost.length === 0 && !act.busy;
  const { discard } = draft;
  // The last of them was told, and only the word of it was lost.
  useEffect(() => { if (isOver) void discard(); }, [isOver, discard]);
  const again = (): void => { if (sealed.length > 0) act.refuse([{ field: SEALED.field, message: t(`fault.${SEALED.code}`) }]); else void act.run(send); };
  return <><ReadFirst whole={whole} own={own} act={act} /><Rest told={{ told, failed, lost: lost.map(({ view }) => view.asked) }} again={again} leave={() => void act.run(() => leave(told))} busy={act.busy} /></>;
}

/** An answer came while somebody wrote, say: the words stay, and what is there now is fetched. */
function Changed({ act }: { act: Act }): ReactElement | null {
  const refresh = useRefresh();
  if (!(act.error instanceof HubProblem) || (act.error.code !== 'version-changed' && act.error.code !== 'wrong-state')) return null;
  return <ChangedMeanwhile show={() => { void refresh().then(act.clear); }} />;
}
