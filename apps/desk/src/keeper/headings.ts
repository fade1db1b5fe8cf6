import type { NewRequestBody } from '@lateral/contracts';
import { HEADING, headingOf, isHeading, type Heading } from '@lateral/envelope/heading';
import type { RequestBody } from '@lateral/envelope/words';
import type { KeeperDeps } from './keeper-deps.js';

/** What came of asking whom a question is about; nothing where it is not to be had. */
export interface Headed { envelope: string; heading: Heading | null }

/** The lines that say whom questions are about: sealed with a question for the own team, and opened for lists. */
export class Headings {
  constructor(private readonly deps: Pick<KeeperDeps, 'hub' | 'secrets'>) {}

  /** Nothing where it names nobody, or cannot be sealed now: a question does not wait for it, and a list opens the question instead. */
  async seal(message: string, body: RequestBody): Promise<Pick<NewRequestBody, 'heading'>> {
    const about = headingOf(body);
    if (about === null) return {};
    const told = await this.deps.secrets.ask('seal-draft', { draft: message, kind: HEADING, value: about, readers: 'team' });
    return told.ok ? { heading: told.sealed } : {};
  }

  /** Those of these questions that have one which opens, as a colleague sealed it. */
  async open(envelopes: readonly string[]): Promise<ReadonlyMap<string, Heading>> {
    const { hub, secrets } = this.deps;
    const { headings } = await hub.headings(envelopes);
    const opened = await secrets.ask('open-drafts', { kind: HEADING, drafts: headings.map(({ envelope, sealed }) => ({ draft: envelope, sealed })) });
    return new Map(opened.flatMap((told, at) => (told.ok && isHeading(told.value) ? [[headings[at]!.envelope, told.value] as const] : [])));
  }
}
