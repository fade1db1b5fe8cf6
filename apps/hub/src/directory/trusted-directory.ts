import { fromBase64Url } from '@lateral/contracts';
import type { PartnershipRegistration, Roster, RosterMember, SignedDocument } from '@lateral/contracts';
import { delegatesAt, encryptionEpoch, epochChanges, judgeCopies, memberAt, membersAt, newestTeamKey, teamEpochs, verifyAgencyStatement, verifyPartnership, verifyRosterChain } from '@lateral/envelope/inspect';
import type { TrustedAgency, TrustedMember, TrustedPartnership, TrustedRoster } from '@lateral/envelope/inspect';
import type { Clock, Directory, DirectoryStore, DirectoryVerifier, DirectoryView, KnownAgency, KnownSigner } from '@lateral/exchange';

/** How long a registration may go unnoticed by a hub that runs. */
const FRESH_MS = 5_000;

/** No registered directory can be trusted: nothing can be checked, so nothing is taken in. */
export class DirectoryMissing extends Error {
  readonly kind = 'transient';
  constructor(readonly code: string) {
    super('the directory is not registered or not in force');
  }
}

export interface TrustedDirectorySettings {
  rootFingerprint: string;
  elapsedMs: () => number;
  onFailure: (error: unknown) => void;
  /** Told once for each state of the directory in which an agency's rosters cannot be obeyed. `code` is the refusal. */
  onFaultyAgency: (agency: string, code: string) => void;
  /** Told after each of those states, how many agencies were left out. Must not fail. */
  onJudged: (refused: number) => void;
}

/**
 * The registered directory, verified under the pinned root each time it is read anew: whoever can write to the database cannot
 * put a key into it. An agency whose rosters do not hold is left out, as if it were in no partnership: nobody signs in or is sent anything there, and
 * all the others go on. Kept in memory; looked up again, in the background, when it is older than a few seconds. What depends on the time is worked
 * out anew when it changes: an epoch that lapsed is no reader any more, and one made by a clock that runs ahead becomes one.
 */
export class TrustedDirectory implements Directory {
  private current: { view: DirectoryView; version: string; expires: number } | null = null;
  private loading: Promise<void> | null = null;
  private checkedAt = -Infinity;

  constructor(private readonly store: DirectoryStore, private readonly clock: Clock, private readonly settings: TrustedDirectorySettings) {}

  async view(): Promise<DirectoryView> {
    if (this.settings.elapsedMs() - this.checkedAt > FRESH_MS) {
      const loading = this.refresh();
      if (this.current === null) await loading;
      else loading.catch(this.settings.onFailure);
    }
    if (this.current === null) throw new DirectoryMissing('not-registered');
    return this.current.view;
  }

  /** Reads it now. Rejects where there is none that the root vouches for. */
  refresh(): Promise<void> {
    this.loading ??= this.load().finally(() => { this.loading = null; });
    return this.loading;
  }

  async readAnew(): Promise<void> {
    // What is being read just now may be from before the change.
    await this.loading?.catch(() => undefined);
    await this.refresh();
  }

  private async load(): Promise<void> {
    const [now, partnership] = await Promise.all([this.clock.now(), this.store.partnership()]);
    if (partnership === null) throw new DirectoryMissing('not-registered');
    const rosters = await this.store.rosters(partnership.document.agencies.map(({ id }) => id));
    const version = [partnership.document.version, ...rosters.map(({ document }) => `${document?.agency}:${document?.version}`)].join(' ');
    if (this.current?.version !== version || now.getTime() >= this.current.expires) {
      const { view, until } = await trustedView(partnership, rosters, this.settings, now);
      this.current = { view, version, expires: Math.min(until, Date.parse(partnership.document.expires)) };
    }
    this.checkedAt = this.settings.elapsedMs();
  }
}

async function trustedView(partnership: PartnershipRegistration['partnership'], rosters: SignedDocument<Roster>[], { rootFingerprint, onFaultyAgency, onJudged }: TrustedDirectorySettings, now: Date): Promise<{ view: DirectoryView; until: number }> {
  const verified = await verifyPartnership(partnership, { rootFingerprint, now });
  if (!verified.ok) throw new DirectoryMissing(verified.code);
  const agencies = new Map<string, KnownAgency>();
  const known = new Map<string, KnownRoster>();
  let until = Infinity;
  for (const agency of verified.partnership.agencies.values()) {
    const chain = rosters.filter(({ document }) => document?.agency === agency.id);
    const trusted = chain.length === 0 ? null : await judged(chain, agency);
    if (trusted?.ok === false) {
      onFaultyAgency(agency.id, trusted.code);
      continue;
    }
    const team = newestTeamKey(agency, trusted?.newest ?? null);
    until = (await epochChanges(team)).find((change) => change > now.getTime() && change < until) ?? until;
    agencies.set(agency.id, knownAgency(agency, await teamEpochs(team, now)));
    if (trusted !== null) known.set(agency.id, knownRoster(trusted.newest));
  }
  onJudged(verified.partnership.agencies.size - agencies.size);
  return { view: new MemoryView(verified.partnership, agencies, known), until };
}

// A row that somebody wrote by hand may be anything at all, and must not stop those who come after it.
async function judged(chain: SignedDocument<Roster>[], agency: TrustedAgency): Promise<{ ok: true; newest: TrustedRoster } | { ok: false; code: string }> {
  try {
    return await verifyRosterChain(chain, agency);
  } catch {
    return { ok: false, code: 'malformed' };
  }
}

interface KnownRoster { roster: TrustedRoster; keys: ReadonlyMap<string, Uint8Array>; members: ReadonlyMap<string, RosterMember> }

class MemoryView implements DirectoryView {
  readonly partnership: string;
  private readonly officerKeys = new Map<string, { changes: number[]; epochs: Map<number, string | null> }>();

  constructor(trusted: TrustedPartnership, private readonly agencies: ReadonlyMap<string, KnownAgency>, private readonly rosters: ReadonlyMap<string, KnownRoster>) {
    this.partnership = trusted.document.partnership;
  }

  agency(id: string): KnownAgency | null {
    return this.agencies.get(id) ?? null;
  }

  signer(agency: string, fingerprint: string, at: Date): KnownSigner | null {
    const known = this.rosters.get(agency);
    const member = known === undefined ? null : memberAt(known.roster, fingerprint, at);
    const key = known?.keys.get(fingerprint);
    return member === null || key === undefined ? null : { member: member.member, fingerprint, key };
  }

  member(agency: string, member: string): RosterMember | null {
    return this.rosters.get(agency)?.members.get(member) ?? null;
  }

  delegates(agency: string, at: Date): string[] {
    const known = this.rosters.get(agency);
    return known === undefined ? [] : delegatesAt(known.roster.document, at);
  }

  // By the time that is asked about, not that of reading: a key runs out while nothing in the directory changes. It is asked of every message.
  async officers(agency: string, at: Date): Promise<{ officer: string; epoch: string }[]> {
    const known = this.rosters.get(agency);
    const officers = known === undefined ? [] : membersAt(known.roster, at, 'data_protection_officer');
    const found = await Promise.all(officers.map(async ({ fingerprint, key }) => ({ officer: fingerprint, epoch: await this.epochOf(fingerprint, key, at) })));
    return found.flatMap(({ officer, epoch }) => (epoch === null ? [] : [{ officer, epoch }]));
  }

  /** Worked out once for each of the spans in which a key is the same. */
  private async epochOf(fingerprint: string, key: TrustedMember['key'], at: Date): Promise<string | null> {
    const spans = this.officerKeys.get(fingerprint) ?? { changes: await epochChanges(key), epochs: new Map<number, string | null>() };
    this.officerKeys.set(fingerprint, spans);
    const span = spans.changes.filter((change) => change <= at.getTime()).length;
    const known = spans.epochs.get(span);
    if (known !== undefined) return known;
    const epoch = await encryptionEpoch(key, at);
    spans.epochs.set(span, epoch);
    return epoch;
  }
}

// A subkey that has lapsed or was revoked is no epoch to seal to any more, though old messages name it.
function knownAgency(agency: TrustedAgency, epochs: string[]): KnownAgency {
  const { id, type, nation, publicAuthority, competentAuthority, commissionedProvider, primary } = agency;
  return { id, type, nation, publicAuthority, competentAuthority, commissionedProvider, team: primary, epochs };
}

function knownRoster(roster: TrustedRoster): KnownRoster {
  return {
    roster,
    keys: new Map(roster.document.members.map(({ fingerprint, key }) => [fingerprint, fromBase64Url(key)])),
    members: new Map(roster.document.members.map((member) => [member.member, member])),
  };
}

/** Checks a registration against the pinned root before any of it is stored: file, statements and rosters must all hold and fit, and wrapped keys must be for those whose names they bear. */
export class RootDirectoryVerifier implements DirectoryVerifier {
  async verify({ partnership, statements, rosters, copies, custody, people, mailboxes }: PartnershipRegistration, rootFingerprint: string, now: Date): Promise<{ ok: true } | { ok: false; code: string }> {
    const file = await verifyPartnership(partnership, { rootFingerprint, now });
    if (!file.ok) return { ok: false, code: `partnership-${file.code}` };
    const { agencies, document } = file.partnership;
    for (const statement of statements) {
      const said = await verifyAgencyStatement(statement, { rootFingerprint, now });
      if (!said.ok) return { ok: false, code: `statement-${said.code}` };
      if (statement.document.version !== document.version || !agencies.has(statement.document.agency.id)) return { ok: false, code: 'statement-of-another-version' };
    }
    if (new Set(statements.map((statement) => statement.document.agency.id)).size !== agencies.size) return { ok: false, code: 'statement-missing' };
    for (const id of new Set(rosters.map(({ document: { agency } }) => agency))) {
      const agency = agencies.get(id);
      const checked = agency === undefined ? null : await verifyRosterChain(rosters.filter((roster) => roster.document.agency === id), agency);
      if (checked?.ok !== true) return { ok: false, code: `roster-${checked?.code ?? 'other-agency'}` };
      const [own, ownCustody] = [copies.filter((copy) => copy.agency === id), custody.filter((copy) => copy.agency === id)];
      const fault = await judgeCopies({ copies: own, custody: ownCustody }, checked.newest);
      if (fault !== null) return { ok: false, code: fault };
    }
    if ([...copies, ...custody].some(({ agency }) => !rosters.some(({ document: roster }) => roster.agency === agency))) return { ok: false, code: 'copies-without-roster' };
    return [...copies, ...custody, ...people, ...mailboxes].every(({ agency }) => agencies.has(agency)) ? { ok: true } : { ok: false, code: 'unknown-agency' };
  }
}
