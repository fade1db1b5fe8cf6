import { ACTS, type ActRule, type Those } from './acts.js';
import { ROLES, type Role } from './roles.js';

const WORDS: Record<Role, readonly [name: string, does: string]> = {
  practitioner: ['practitioner', 'asks, and works on what comes back'],
  senior_practitioner: ['senior practitioner', 'asks, rates and decides; qualified to'],
  responder: ['responder', 'searches the systems of an asked agency and answers'],
  approver: ['approver', 'releases sensitive answers'],
  team_manager: ['team manager', 'has oversight of both sides of the work'],
  agency_administrator: ['agency administrator', 'looks after people, without any content'],
  custodian: ['custodian', 'keeps the keys and signs the rosters'],
  data_protection_officer: ['data protection officer', 'looks at how and why it was shared, never at what'],
  signatory: ['signatory', 'signs information sharing agreements for the agency'],
  caldicott_guardian: ['Caldicott guardian', 'looks at how and why it was shared, never at what'],
  independent_scrutineer: ['independent scrutineer', 'reads evidence and receipts, nothing else'],
  service_operator: ['service operator', 'sees that the service runs; no checks, no content'],
};
const STEP_UP = { 'open-content': 'opening content', 'send-share': 'sending a share', 'change-roster': 'changing a roster', 'export': 'exporting', 'change-own-keys': 'changing own keys' } as const;
const ALSO = { 'one-time-code': 'one-time code', 'newcomer': 'newcomer' } as const;
const KEY_PROVEN = 'one-time code, key proven';
const SECOND = { 'colleague': 'a colleague', 'another-agency': 'somebody of another agency' } as const;

/** The text of docs/roles.md (Markdown, ends in a newline), made of the table alone: a test keeps the file equal to it. */
export function rolesDocument(): string {
  const roles = ROLES.map((role) => `| ${WORDS[role][0]} | ${WORDS[role][1]} |`);
  const acts = Object.entries(ACTS).map(([act, rule]) => rowOf(act, rule));
  return `${[...BEFORE, ...roles, ...BETWEEN, ...acts, ...AFTER].join('\n')}\n`;
}

function rowOf(act: string, { means, own, other, also, stepUp, twoPersons, keyProof }: ActRule): string {
  const cells = [`\`${act}\``, means, those(own), those(other), also.map((kind) => (keyProof && kind === 'one-time-code' ? KEY_PROVEN : ALSO[kind])).join(', ') || '-', stepUp === null ? '-' : STEP_UP[stepUp], twoPersons === null ? '-' : SECOND[twoPersons]];
  return `| ${cells.join(' | ')} |`;
}

function those(who: Those): string {
  return typeof who === 'string' ? who.replace('-', ' ') : who.map((role) => WORDS[role][0]).join(', ');
}

const BEFORE = [
  '# Roles',
  '',
  'Who may do what. This page is made from the table in `libs/domain/src/access/acts.ts`; a test keeps the two equal. The hub\'s guard reads the same table for every endpoint, and a hub in which an endpoint has no row does not start.',
  '',
  'A person may hold several roles; the agency\'s custodians give them, in the roster that two of them sign. A role opens the door and no content: for that a person needs a key, and no role comes with one.',
  '',
  '| role | does |',
  '|---|---|',
];

const BETWEEN = [
  '',
  '## Acts',
  '',
  '`own agency`: in what is its own matter, such as a check that it asks or is asked in. `another agency`: in anybody else\'s; where that says nobody, there is no such thing as far as they are told. `also`: sessions that may carry the act beside those of persons and machines. `shows again`: what a person has shown, at most five minutes before, that it is they. `second person`: who else it takes.',
  '',
  '| act | what it is | own agency | another agency | also | shows again | second person |',
  '|---|---|---|---|---|---|---|',
];

const AFTER = [
  '',
  'Whoever is not signed in is told one thing, whatever they ask: to sign in. Whoever is signed in and has no such role is told `role-not-allowed`. Whoever has the role and is not party to the matter is told that there is nothing here.',
  '',
  'A session by a one-time code reaches red checks and requests only, and where the table says "key proven" it must first show that it holds the member\'s own signing key. A member who has said "I know someone in this" is no party to that check any more; their colleagues are, and nothing but that is recorded.',
];
