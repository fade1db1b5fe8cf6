import {
  PROBLEMS, ROUTES, type CheckView, type CollectHeadingsBody, type ContactView, type DelegatedRequestView, type DraftReply, type JoinerView, type MeReply, type OverrideView, type OwnContactView, type PasskeyView, type Problem, type ProblemCode, type RequestView, type RosterProposalView, type SealedHeading, type SessionView,
} from '@lateral/contracts';
import { headingOf } from '@lateral/envelope/heading';
import { AGENCIES, COUNCIL, PEOPLE, POLICY, law, minutes } from './cast.js';
import { FINGERPRINT, sealed } from './fake-worker.js';
import { MESSAGES } from './messages.js';

export type RouteName = keyof typeof ROUTES;
/** In place of an answer: nothing, ever; no connection; a problem. */
export type Fails = Partial<Record<RouteName, 'never' | 'away' | ProblemCode>>;

/** What the hub has, for one state. */
export interface World {
  me: MeReply | null;
  agency: string;
  checks: CheckView[];
  requests: RequestView[];
  /** What the agency reads for others. */
  delegated: DelegatedRequestView[];
  drafts: DraftReply[];
  joiners: JoinerView[];
  proposal: RosterProposalView | null;
  overrides: OverrideView[];
  fails: Fails;
}

type Answer = (values: Record<string, string>, world: World, body: unknown) => unknown;
const gone = Symbol('not-found');

const hours = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:30', to: day === 5 ? '16:30' : '17:00' }));
const contactOf = (agency: string): ContactView => ({ agency, phone: '029 2018 0101', outOfHoursPhone: '029 2018 0999', hours, verifiedAt: minutes(-60 * 24 * 40), version: 3 });
const ownContactOf = (agency: string): OwnContactView => ({ ...contactOf(agency), mailbox: 'hub@agency.example.org', escalationMailbox: 'managers@agency.example.org', language: 'both', policyDocument: POLICY, approved: 'some' });
const session = (id: string, current: boolean): SessionView => ({ id, kind: 'person', startedAt: minutes(current ? -70 : -400), seenAt: minutes(current ? 0 : -320), expiresAt: minutes(600), current });
const passkeys: PasskeyView[] = [{ id: 'k1', credential: 'AQID', enrolledAt: minutes(-90_000), usedAt: minutes(-70), disabledAt: null }, { id: 'k2', credential: 'BAUG', enrolledAt: minutes(-9_000), usedAt: null, disabledAt: null }];
const page = <T>(items: T[]): { items: T[]; next: null } => ({ items, next: null });
const found = <T>(item: T | undefined | null): T | typeof gone => item ?? gone;
const roster = (agency: string, version: number): unknown => ({ document: { v: 1, type: 'roster', agency, version, issued: minutes(-20_000), previous: null, teamKey: null, delegates: [], members: Object.entries(PEOPLE).filter(([, each]) => each.agency === agency).map(([member, { roles }]) => ({ member, roles, key: 'k', fingerprint: FINGERPRINT, from: minutes(-200_000), until: null, signIn: null })) }, signatures: [] });

const READS: Partial<Record<RouteName, Answer>> = {
  health: () => ({ status: 'ok' }),
  me: (_, { me }) => me ?? gone,
  signInAgencies: () => AGENCIES.map(({ id, name }) => ({ agency: id, name })),
  sessions: () => [session('s1', true), session('s2', false)],
  passkeys: () => passkeys,
  lockedKey: (_, { me, agency }) => ({ v: 1, agency, member: me?.member ?? '', fingerprint: FINGERPRINT, version: 1, locked: 'l', methods: [] }),
  partnership: () => ({ document: { v: 1, agencies: AGENCIES }, signatures: [] }),
  teamKeyCopy: () => [],
  custodyCopy: (_, { agency, me }) => ({ agency, member: me?.member ?? '', primary: FINGERPRINT, wrapped: 'w' }),
  rosters: ({ agency = '' }) => roster(agency, 7),
  rosterVersions: () => [],
  joiners: (_, { joiners }) => joiners,
  rosterProposals: (_, { proposal }) => found(proposal),
  contacts: () => AGENCIES.map(({ id }) => contactOf(id)),
  contact: ({ agency = '' }) => ownContactOf(agency),
  memberNames: (_, { agency }) => Object.entries(PEOPLE).filter(([, each]) => each.agency === agency).map(([member, { name }]) => ({ member, sealed: sealed(member, { member, name }), updatedAt: minutes(-9_000) })),
  keyLogEntries: () => ({ from: 0, facts: [], checkpoint: 'c' }),
  drafts: (_, { drafts }) => drafts.map(({ sealed: _sealed, ...view }) => view),
  draft: ({ draft }, { drafts }) => found(drafts.find(({ id }) => id === draft)),
  checks: (_, { checks }) => page(checks),
  check: ({ reference }, { checks }) => found(checks.find((each) => each.reference === reference)),
  receipts: () => ({ receipts: [], checkpoint: 'c' }),
  requests: (_, world) => page(world.requests),
  delegatedRequests: (_, { delegated }) => page(delegated),
  request: ({ request }, { checks, requests }) => found([...requests, ...checks.flatMap((check) => check.requests)].find(({ id }) => id === request)),
  overrideReviews: (_, { overrides }) => page(overrides),
  catalogue: () => ({ document: law.catalogue.document, digest: 'd', at: minutes(0), inForce: { E: [], W: [] } }),
  questionPacks: () => ({ packs: law.packs }),
  deadlines: () => law.deadlines,
  agreements: () => ({ agreements: law.agreements.map((each) => ({ ...each, state: 'published', approvals: [], publishedAt: minutes(-90_000), expiresWithin: null })), next: null }),
};

const WRITES: Partial<Record<RouteName, Answer>> = {
  stepUps: () => ({ id: 'g', nonce: 'n', challenge: 'AQID', credentials: ['AQID'], rpId: 'localhost', provider: false, expires: minutes(5) }),
  stepUpPasskey: (_, __, body) => ({ id: 'g', ...(body as object), until: minutes(5) }),
  passkeyOptions: () => ({ challenge: 'AQID', rpId: 'localhost', user: 'AQID', exclude: [], expires: minutes(5) }),
  passkeys: () => passkeys[0],
  handOver: ({ envelope = '' }, world) => ({ envelope: { header: { context: { message: envelope, to: [] } } }, request: world.agency === COUNCIL.id ? null : {}, receipts: {}, witness: 'proven' }),
  headings: (_, { agency }, body) => ({ headings: (body as CollectHeadingsBody).envelopes.flatMap((envelope) => headingFor(envelope, agency)) }),
  draft: ({ draft = '' }, _, body) => ({ id: draft, state: 'writing', version: ((body as { version?: number } | null)?.version ?? 0) + 1, updatedAt: minutes(0) }),
  invitations: () => ({ id: 'i', code: 'HXQ4-7RMD-2KTP', expires: minutes(60 * 24 * 7) }),
  oneTimeCodes: () => ({ id: 'o', code: '4918 2207', expires: minutes(15) }),
  redemption: () => ({ member: 'u-9new' }),
};

/** Sealed as a colleague would have: by the first of the team. */
function headingFor(envelope: string, agency: string): SealedHeading[] {
  const message = MESSAGES.get(envelope);
  const about = message?.signer.agency === agency ? headingOf(message.body) : null;
  return about === null ? [] : [{ envelope, sealed: sealed(message!.signer.member, about) }];
}

/** What the browser would fetch, out of a world that stands still. */
export function fakeFetch(world: World): typeof globalThis.fetch {
  return async (input, init) => {
    const { pathname } = new URL(input as string, 'http://localhost');
    if (pathname === '/desk/pin.json') return json({ root: FINGERPRINT });
    const method = init?.method ?? 'GET';
    const match = routeOf(pathname, method === 'GET' ? READS : WRITES) ?? routeOf(pathname, {});
    const fails = match === null ? undefined : world.fails[match.name];
    if (fails === 'never') return new Promise(() => undefined);
    if (fails === 'away') throw new TypeError('no connection');
    if (fails !== undefined) return problem(fails);
    if (match?.name === 'events') return new Response(new ReadableStream({ start: (stream) => { stream.enqueue(new TextEncoder().encode(': ping\n\n')); } }));
    const answer = match === null ? undefined : (method === 'GET' ? READS : WRITES)[match.name];
    const given = answer?.(match?.values ?? {}, world, typeof init?.body === 'string' ? JSON.parse(init.body) : null) ?? (method === 'GET' ? gone : {});
    return given === gone ? problem(match?.name === 'me' ? 'unauthenticated' : 'not-found') : json(given);
  };
}

/** Of the routes that fit, the one that says the most in plain words. Those with an answer come first. */
function routeOf(pathname: string, answers: Partial<Record<RouteName, Answer>>): { name: RouteName; values: Record<string, string> } | null {
  const fitting = (Object.entries(ROUTES) as [RouteName, string][]).flatMap(([name, path]) => {
    const parts = path.split('/');
    const given = pathname.split('/');
    if (parts.length !== given.length || parts.some((part, at) => !part.startsWith('{') && part !== given[at])) return [];
    const values = Object.fromEntries(parts.flatMap((part, at) => (part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(given[at] ?? '')]] : [])));
    return [{ name, values, isAnswered: name in answers }];
  });
  return fitting.toSorted((one, other) => Object.keys(one.values).length - Object.keys(other.values).length || Number(other.isAnswered) - Number(one.isAnswered))[0] ?? null;
}

const json = (body: unknown): Response => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

function problem(code: ProblemCode): Response {
  const status = PROBLEMS[code];
  return new Response(JSON.stringify({ type: `urn:lateral:problem:${code}`, title: code, status, code, detail: code } satisfies Problem), { status, headers: { 'content-type': 'application/problem+json' } });
}
