import type { NoticeView } from '@lateral/contracts';
import { AnsweringParty } from '../party/answering-party.js';
import type { Correspondent } from '../party/correspondent.js';

/** How long a responder waits to be told before it looks in its inbox by itself. */
const NOTICE_PATIENCE_MS = 10_000;

/** What the agencies of a round are told, and when: each listens on a connection of its own. */
export class Notices {
  private readonly arrivals = new Map<string, () => void>();
  /** When each notice came: one may come before the post of its check has been answered. */
  private readonly heard = new Map<string, number>();
  /** For each agency what ends the waiting for a notice that may have been missed. */
  private readonly lookers = new Map<string, (() => void)[]>();
  private readonly unfollow: (() => void)[] = [];

  constructor(private readonly elapsed: () => number) {}

  /** Connects the clients of these agencies, as they would be on any working day. */
  async listen(agencies: Iterable<string>, answering: (agency: string) => Promise<Correspondent>): Promise<void> {
    for (const agency of agencies) {
      const party = new AnsweringParty('', await answering(agency));
      const gap = (): void => { for (const look of this.lookers.get(agency) ?? []) look(); };
      this.unfollow.push(await party.follow((notice) => { this.hear(notice); }, gap));
    }
  }

  stop(): void {
    for (const stop of this.unfollow) stop();
  }

  /** Resolves with the time at which an agency was told of a request, or with null when it is given up waiting for. */
  posted(request: string, agency: string): Promise<number | null> {
    return new Promise((resolve) => {
      const patience = setTimeout(() => { resolve(null); }, NOTICE_PATIENCE_MS);
      const look = (ms: number | null): void => {
        clearTimeout(patience);
        resolve(ms);
      };
      this.lookers.set(agency, [...(this.lookers.get(agency) ?? []), () => { look(null); }]);
      const key = `${agency}/${request}/request.posted.v1`;
      const early = this.heard.get(key);
      if (early === undefined) this.arrivals.set(key, () => { look(this.elapsed()); });
      else look(early);
    });
  }

  // Both parties of a request are told: what counts is when this one was.
  private hear({ agency, request, kind }: NoticeView): void {
    const key = `${agency}/${request}/${kind}`;
    this.heard.set(key, this.elapsed());
    this.arrivals.get(key)?.();
  }
}
