import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@lateral/contracts';
import { InsetText } from '../components/index.js';
import { useNames } from '../data/people.js';
import { useRefresh } from '../data/work.js';
import { useMember } from '../frame/desk.js';
import { ChangedMeanwhile } from '../frame/message-states.js';
import type { Act } from '../frame/use-act.js';
import { HubProblem } from '../hub/hub.js';
import { useLanguage } from '../words/use-language.js';

const CHANGED = new Set(['version-changed', 'wrong-state']);

/** A colleague has it, as is right where one approves what they wrote; the request changed while somebody wrote; the hub judged otherwise. Whatever it is, the words stay. */
export function Conflict({ view, isApproving, act }: { view: RequestView; isApproving: boolean; act: Act }): ReactElement {
  const { t } = useTranslation('answer');
  const me = useMember();
  const nameOf = useNames();
  const refresh = useRefresh();
  const problem = act.error instanceof HubProblem ? act.error : null;
  const show = (): void => { void refresh().then(act.clear); };
  return (
    <>
      {!isApproving && view.heldBy !== null && view.heldBy !== me.member && <InsetText>{t('held', { name: nameOf(view.heldBy) })}</InsetText>}
      {problem !== null && CHANGED.has(problem.code) && <ChangedMeanwhile show={show} />}
      {problem?.problem?.judgements !== undefined && <Judgements problem={problem} />}
    </>
  );
}

function Judgements({ problem }: { problem: HubProblem }): ReactElement {
  const { t } = useTranslation('answer');
  const { language } = useLanguage();
  const findings = (problem.problem?.judgements ?? []).flatMap((judged) => judged.findings).filter(({ level }) => level !== 'note');
  return (
    <section aria-labelledby="hub-judged">
      <h3 className="govuk-heading-s" id="hub-judged">{t('hubJudged')}</h3>
      <ul className="govuk-list govuk-list--bullet">{findings.map(({ code, sentence, mend }, at) => <li key={`${code} ${at}`}>{sentence[language]} {mend[language]}</li>)}</ul>
    </section>
  );
}
