import type { CheckView } from '@lateral/contracts';
import type { DecisionBody, Narrative, OutcomeBody } from '@lateral/envelope/words';
import type { Letter, OpenedMessage } from '../crypto/protocol.js';
import { decidingDraft, tellingDraft } from '../justify/closing.js';
import type { ReadRequest } from '../check/wanted.js';
import { decideWords } from './decide-words.js';
import type { DecideDraft, TellDraft } from './decide-draft.js';

interface Composing { check: CheckView; read: readonly ReadRequest[]; newId: () => string; contact: OutcomeBody['contact']; decidedBy: DecisionBody['decidedBy'] }

/**
 * The decision, sealed to the own team: what was decided, why, which items were relied on, who had not answered. Null where no outcome is
 * chosen or the own question was not opened, without whose record there are no terms to record it on.
 */
export function decisionLetter(draft: DecideDraft, { check, read, newId, decidedBy }: Composing): Letter | null {
  const asked = read.find(({ question }) => question !== null)?.question ?? null;
  if (draft.outcome === null || asked === null) return null;
  const body: DecisionBody = {
    type: 'decision', language: draft.language, outcome: draft.outcome, rationale: rationaleOf(draft), reliedOn: draft.reliedOn.map(referenceOf), ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(draft.referrer.trim() === '' ? {} : { told: [{ who: decideWords.referrer[draft.language], what: draft.referrer.trim() }] }),
  };
  return { type: 'decision', message: newId(), check: check.id, request: null, to: null, inReplyTo: null, corrects: null, body, narrative: narrativeOf(draft), record: decidingDraft(asked.record, check.urgency) };
}

/** What each agency is told that is to be told: the outcome, and whether what it gave was used. */
export function outcomeLetters(draft: DecideDraft, { check, read, newId, contact }: Composing): Letter[] {
  const { outcome } = draft;
  if (outcome === null) return [];
  return draft.tell.filter(({ isTold }) => isTold).flatMap((tell) => {
    const found = read.find(({ view }) => view.id === tell.request);
    const question = found?.question ?? null;
    if (found === undefined || question === null) return [];
    return [{
      type: 'outcome' as const, message: newId(), check: check.id, request: tell.request, to: found.view.asked, inReplyTo: question.digest, corrects: null,
      body: toldOf(tell, { draft, outcome, contact, hasAnswered: found.answers.length > 0 }), narrative: narrativeFor(question), record: tellingDraft(question.record),
    }];
  });
}

interface Telling { draft: DecideDraft; outcome: OutcomeBody['outcome']; contact: OutcomeBody['contact']; hasAnswered: boolean }

function toldOf({ used, words }: TellDraft, { draft: { language }, outcome, contact, hasAnswered }: Telling): OutcomeBody {
  const said = words.trim();
  return { type: 'outcome', language, outcome, text: said === '' ? decideWords.thanks[language] : said, ...(hasAnswered ? { used } : {}), ...(contact === undefined ? {} : { contact }) };
}

/** Telling closes the loop of the question, on its own reasons. */
function narrativeFor({ narrative }: OpenedMessage): Narrative {
  return narrative;
}

function rationaleOf({ language, rationale, withoutAnswers, whyNotStrategy }: DecideDraft): string {
  const more = [[decideWords.withoutAnswers[language], withoutAnswers], [decideWords.whyNotStrategy[language], whyNotStrategy]].filter(([, words]) => words?.trim() !== '').map(([label, words]) => `${label} ${words?.trim()}`);
  return [rationale.trim(), ...more].join('\n\n');
}

function narrativeOf(draft: DecideDraft): Narrative {
  const words = rationaleOf(draft);
  return { language: draft.language, necessity: words, proportionality: words };
}

function referenceOf(key: string): { message: string; item: string } {
  const [message = '', item = ''] = key.split('/', 2);
  return { message, item };
}
