import type { CheckView } from '@lateral/contracts';
import { TERMINAL_STATES, terminalStateOf } from '@lateral/domain';
import type { DecisionBody, Narrative, OutcomeBody } from '@lateral/envelope/words';
import type { Letter, OpenedMessage } from '../crypto/protocol.js';
import { decidingDraft, tellingDraft } from '../justify/closing.js';
import type { ReadRequest } from '../check/wanted.js';
import { entriesOf } from '../chronology/entries.js';
import { decideWords } from './decide-words.js';
import { asksWhyNotStrategy, reliedOn, usedOf, type DecideDraft, type TellDraft, type Used } from './decide-draft.js';

export interface Composing { check: CheckView; read: readonly ReadRequest[]; newId: () => string; contact: OutcomeBody['contact']; decidedBy: DecisionBody['decidedBy'] }

/**
 * The decision, sealed to the own team: what was decided, why, which items were relied on, who had not answered. Null where no outcome is
 * chosen or the own question was not opened, without whose record there are no terms to record it on.
 */
export function decisionLetter(draft: DecideDraft, { check, read, newId, decidedBy }: Composing): Letter | null {
  const asked = read.find(({ question }) => question !== null)?.question ?? null;
  if (draft.outcome === null || asked === null) return null;
  const body: DecisionBody = {
    type: 'decision', language: draft.language, outcome: draft.outcome, rationale: rationaleOf(draft, { check, read }), reliedOn: reliedOn(draft).filter((key) => isGiven(key, read)).map(referenceOf), ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(draft.referrer.trim() === '' ? {} : { told: [{ who: decideWords.referrer[draft.language], what: draft.referrer.trim() }] }),
  };
  return { type: 'decision', message: newId(), check: check.id, request: null, to: null, inReplyTo: null, corrects: null, body, narrative: narrativeOf(draft, { check, read }), record: decidingDraft(asked.record, check.urgency) };
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
      body: toldOf(tell, { draft, outcome, contact, used: usedIn(draft, tell, found) }), narrative: narrativeFor(question), record: tellingDraft(question.record),
    }];
  });
}

/** Whether what it gave was used; null where it gave no answer that ended the request, of which nothing can be said. */
export function usedIn({ marks }: Pick<DecideDraft, 'marks'>, tell: TellDraft, found: ReadRequest): Used | null {
  const isAnswered = found.answers.some(({ opened }) => opened?.body.type === 'response' && terminalStateOf(opened.body.responseType) !== null);
  return isAnswered ? usedOf(tell, entriesOf([found]).map(({ key }) => key), marks) : null;
}

interface Telling { draft: DecideDraft; outcome: OutcomeBody['outcome']; contact: OutcomeBody['contact']; used: Used | null }

function toldOf({ words }: TellDraft, { draft: { language }, outcome, contact, used }: Telling): OutcomeBody {
  const said = words.trim();
  return { type: 'outcome', language, outcome, text: said === '' ? decideWords.thanks[language] : said, ...(used === null ? {} : { used }), ...(contact === undefined ? {} : { contact }) };
}

/** Telling closes the loop of the question, on its own reasons. */
function narrativeFor({ narrative }: OpenedMessage): Narrative {
  return narrative;
}

type About = Pick<Composing, 'check' | 'read'>;

/** The reason, and after it those that the page asked for: what was typed under a question that is asked no more stays out. */
function rationaleOf(draft: DecideDraft, { check, read }: About): string {
  const { language, rationale, withoutAnswers, whyNotStrategy } = draft;
  const more = [...(unansweredIn(read).length > 0 ? [[decideWords.withoutAnswers[language], withoutAnswers]] : []), ...(asksWhyNotStrategy(draft.outcome, check.urgency) ? [[decideWords.whyNotStrategy[language], whyNotStrategy]] : [])];
  return [rationale.trim(), ...more.filter(([, words]) => words?.trim() !== '').map(([label, words]) => `${label} ${words?.trim()}`)].join('\n\n');
}

/** Requests that are still open: their agencies have not said what they know. */
export function unansweredIn(read: readonly Pick<ReadRequest, 'view'>[]): CheckView['requests'] {
  return read.map(({ view }) => view).filter(({ state }) => !TERMINAL_STATES.includes(state));
}

function narrativeOf(draft: DecideDraft, about: About): Narrative {
  const words = rationaleOf(draft, about);
  return { language: draft.language, necessity: words, proportionality: words };
}

/** A mark of an item that a correction has taken away relies on nothing. */
function isGiven(key: string, read: readonly ReadRequest[]): boolean {
  return entriesOf(read).some((entry) => entry.key === key);
}

function referenceOf(key: string): { message: string; item: string } {
  const [message = '', item = ''] = key.split('/', 2);
  return { message, item };
}
