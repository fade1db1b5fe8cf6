import {
  ROUTES, toBase64Url, type EnrolPasskeyBody, type GrantedStepUpReply, type HandOverReply, type JoinerKeyBody, type KeyFact, type KeyLogEntries, type LockedKey, type MeReply, type OpeningBody, type Page,
  type PartnershipFile, type PasskeyAssertionBody, type PasskeyOptionsReply, type PasskeyView, type RequestView, type Roster, type SessionView, type SignedDocument, type SignInAgency, type StepUpReply, type TeamKeyCopy,
} from '@lateral/contracts';
import type { StepUpAction } from '@lateral/domain/access';

/** The hub said no, and why: `code` is one of the problems of its document, `away` where it could not be reached. */
export class HubProblem extends Error {
  override readonly name = 'HubProblem';
  constructor(readonly status: number, readonly code: string) {
    super(code);
  }
}

/** The hub as the desk uses it: same origin, cookie, JSON. Bodies are what the caller made, member by member. */
export class Hub {
  constructor(private readonly fetch: typeof globalThis.fetch, private readonly random: (length: number) => Uint8Array) {}

  /** null where nobody is signed in. */
  me = (): Promise<MeReply | null> => this.read<MeReply>(ROUTES.me).catch(nullOn(401));
  agencies = (): Promise<SignInAgency[]> => this.read(ROUTES.signInAgencies);
  sessions = (): Promise<SessionView[]> => this.read(ROUTES.sessions);
  endSession = (session: string): Promise<null> => this.send('DELETE', at(ROUTES.session, { session }));
  endOthers = (): Promise<null> => this.send('DELETE', ROUTES.sessions);
  signOut = (): Promise<null> => this.send('POST', ROUTES.signOut, {});
  redeem = (code: string): Promise<{ member: string }> => this.send('POST', ROUTES.redemption, { code });

  passkeyOptions = (): Promise<PasskeyOptionsReply> => this.send('POST', ROUTES.passkeyOptions, {});
  enrolPasskey = ({ credential, clientData, attestation, transports }: EnrolPasskeyBody): Promise<PasskeyView> => this.send('POST', ROUTES.passkeys, { credential, clientData, attestation, transports });
  passkeys = (): Promise<PasskeyView[]> => this.read(ROUTES.passkeys);
  beginStepUp = (action: StepUpAction, objects: string[]): Promise<StepUpReply> => this.send('POST', ROUTES.stepUps, { action, objects });
  answerStepUp = (stepUp: string, { credential, clientData, authenticatorData, signature, userHandle }: PasskeyAssertionBody): Promise<GrantedStepUpReply> =>
    this.send('POST', at(ROUTES.stepUpPasskey, { stepUp }), { credential, clientData, authenticatorData, signature, userHandle });

  lockedKey = (): Promise<LockedKey | null> => this.read<LockedKey>(ROUTES.lockedKey).catch(nullOn(404));
  lockKey = (locked: LockedKey): Promise<{ version: number }> => this.send('PUT', ROUTES.lockedKey, locked);
  bringKey = ({ key, fingerprint }: JoinerKeyBody): Promise<null> => this.send('PUT', ROUTES.joinerKey, { key, fingerprint });

  partnership = (): Promise<SignedDocument<PartnershipFile>> => this.read(ROUTES.partnership);
  teamCopies = (): Promise<TeamKeyCopy[]> => this.read(ROUTES.teamKeyCopy);
  inbox = (): Promise<Page<RequestView>> => this.read(ROUTES.requests);
  request = (request: string): Promise<RequestView> => this.read(at(ROUTES.request, { request }));
  handOver = (envelope: string): Promise<HandOverReply> => this.send('POST', at(ROUTES.handOver, { envelope }), {});
  recordOpening = (envelope: string, opening: OpeningBody): Promise<null> => this.send('POST', at(ROUTES.openings, { envelope }), opening);

  /** Every version of an agency's roster, oldest first. */
  async rosters(agency: string): Promise<SignedDocument<Roster>[]> {
    const all: SignedDocument<Roster>[] = [];
    for (;;) {
      const next = await this.read<SignedDocument<Roster>[]>(`${at(ROUTES.rosterVersions, { agency })}?from=${(all.at(-1)?.document.version ?? 0) + 1}`);
      all.push(...next);
      if (next.length === 0) return all;
    }
  }

  /** Every fact of the key log, and a head that the hub shows of it. */
  async keyLog(): Promise<{ facts: KeyFact[]; checkpoint: string }> {
    const facts: KeyFact[] = [];
    for (;;) {
      const page = await this.read<KeyLogEntries>(`${ROUTES.keyLogEntries}?from=${facts.length}`);
      facts.push(...page.facts);
      if (page.facts.length === 0) return { facts, checkpoint: page.checkpoint };
    }
  }

  private read<T>(path: string): Promise<T> {
    return this.ask<T>(path, { method: 'GET' });
  }

  private send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const headers = { 'idempotency-key': toBase64Url(this.random(18)) };
    return this.ask<T>(path, body === undefined ? { method, headers } : { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  private async ask<T>(path: string, init: RequestInit): Promise<T> {
    const response = await this.fetch(path, { ...init, credentials: 'same-origin', redirect: 'error', cache: 'no-store' }).catch(() => null);
    if (response === null) throw new HubProblem(0, 'away');
    if (response.status === 204) return null as T;
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new HubProblem(response.status, codeOf(answer));
    return answer as T;
  }
}

function codeOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string' ? answer.code : 'unknown';
}

function nullOn(status: number): (error: unknown) => null {
  return (error) => {
    if (error instanceof HubProblem && error.status === status) return null;
    throw error;
  };
}

function at(path: string, values: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
