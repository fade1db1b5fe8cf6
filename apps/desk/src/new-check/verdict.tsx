import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Details, Link, Tag, type TagColour } from '../components/index.js';
import { reasonFor } from '../justify/acknowledgements.js';
import { GoPast } from '../justify/go-past.js';
import { useLanguage } from '../words/use-language.js';
import type { CheckDraft } from './check-draft.js';
import type { ComposedRequest } from './compose.js';
import { linkTo, type Writing } from './use-check.js';
import type { Faults } from './use-faults.js';
import { baselessOf, findingsOf, placeOf, withAcknowledgement, type Found } from './why.js';

interface VerdictProps { draftId: string; draft: CheckDraft; composed: readonly ComposedRequest[]; errorAt: Faults['errorAt']; change: Writing['change'] }
const COLOURS: Record<'accept' | 'warn' | 'block', TagColour> = { accept: 'green', warn: 'yellow', block: 'red' };

/** What the hub will make of all questions together: the worst of its verdicts. */
export function verdictOfAll(composed: readonly ComposedRequest[]): 'accept' | 'warn' | 'block' {
  if (composed.every(({ judged }) => judged.leave.goes)) return 'accept';
  return composed.some(({ judged: { leave, isBaseless } }) => !leave.goes && (isBaseless || leave.blocked.length > 0)) ? 'block' : 'warn';
}

/** What the rules say, while somebody writes: in a sentence each, with what mends it, and for warnings the reason that goes past them. */
export function Verdict(props: VerdictProps): ReactElement {
  const { t } = useTranslation(['newCheck', 'codes']);
  const { language } = useLanguage();
  const { composed } = props;
  const verdict = verdictOfAll(composed);
  const all = findingsOf(composed);
  const baseless = baselessOf(composed);
  const told = all.filter(({ finding }) => finding.level !== 'note');
  const notes = all.filter(({ finding }) => finding.level === 'note');
  return (
    <section aria-labelledby="verdict">
      <h2 className="govuk-heading-m" id="verdict" tabIndex={-1}>{t('why.verdict')} <Tag colour={COLOURS[verdict]}>{t(`codes:verdict.${verdict}`)}</Tag></h2>
      {baseless.length > 0 && <p className="govuk-body"><strong>{baseless.map(({ asked }) => asked.name[language]).join(', ')}: </strong><Link className="govuk-link" href="#basis">{t('basis.none')}</Link></p>}
      {told.length > 0 && <ul className="govuk-list govuk-list--bullet">{told.map((found) => <FoundItem key={`${found.finding.code} ${found.finding.sentence.en}`} found={found} {...props} />)}</ul>}
      {notes.length > 0 && <Details summary={t('why.notes', { count: notes.length })}><ul className="govuk-list govuk-list--bullet">{notes.map((found) => <FoundItem key={`${found.finding.code} ${found.finding.sentence.en}`} found={found} {...props} />)}</ul></Details>}
    </section>
  );
}

function FoundItem({ found: { finding, agencies }, draftId, draft, composed, errorAt, change }: VerdictProps & { found: Found }): ReactElement {
  const { t } = useTranslation('newCheck');
  const { language } = useLanguage();
  const [first = ''] = agencies;
  const { page } = placeOf(finding, first);
  const names = agencies.map((id) => composed.find(({ asked }) => asked.id === id)?.asked.name[language] ?? id);
  const given = draft.asked.find(({ agency }) => agency === first)?.acknowledgements ?? [];
  return (
    <li>
      {agencies.length < composed.length && <strong>{names.join(', ')}: </strong>}
      {finding.sentence[language]} {finding.mend[language]}
      {page === 'ask' && finding.level !== 'note' && <> <Link className="govuk-link" href={linkTo('ask', draftId)}>{t('why.mendThere')}</Link></>}
      {finding.level === 'warn' && (
        <GoPast
          finding={finding.code} words={{ why: t('why.goPast'), choose: t('choose') }} error={errorAt(`acknowledge-${finding.code}`)}
          reason={reasonFor(given, finding.code)} onReason={(reason) => { change((before) => withAcknowledgement(before, finding.code, reason, agencies)); }}
        />
      )}
    </li>
  );
}
