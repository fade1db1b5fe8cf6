import { ROUTES, type OverrideReviewBody, type OverrideView, type Page, type RecordOnlyReply } from '@lateral/contracts';
import { reviewWords } from '../case/sealed-words.js';
import type { PlannedOverride } from '../case/plan.js';
import type { AskedRequest } from './asking-party.js';
import type { Correspondent } from './correspondent.js';
import { pathOf } from './hub-session.js';

/** A second person of the agency that used an emergency override: finds it on the list, and puts the record as it ought to have been. */
export class ReviewingParty {
  constructor(private readonly by: Correspondent) {}

  /** The override of a request, as the agency's list has it. */
  async find(message: string, which: 'open' | 'all' = 'all'): Promise<OverrideView> {
    const { items } = await this.by.session.get<Page<OverrideView>>(`${ROUTES.overrideReviews}${which === 'open' ? '?open=true' : ''}`);
    const found = items.find((override) => override.message === message);
    if (found === undefined) throw new Error('the override is not on the list');
    return found;
  }

  /** Says that it was right, with the record completed. Returns when it was reviewed, as the hub has it. */
  async review({ plan: { words, narrative, record }, id, envelope }: AskedRequest, { review }: PlannedOverride): Promise<string | null> {
    const { check, message } = envelope.header.context;
    await this.find(message, 'open');
    const { publicTaskStatement } = words;
    const sealed = await this.by.seal({
      type: 'record', check, request: id, to: null, inReplyTo: null, corrects: null, body: reviewWords(words, review),
      narrative: publicTaskStatement == null ? narrative : { ...narrative, publicTaskStatement }, record,
    });
    const body: OverrideReviewBody = { finding: 'right_and_completed', envelope: sealed };
    await this.by.session.post<RecordOnlyReply>(pathOf(ROUTES.overrideReview, { envelope: message }), body);
    return (await this.find(message)).reviewedAt;
  }
}
