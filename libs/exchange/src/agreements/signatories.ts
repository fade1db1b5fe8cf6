import type { Actor, DirectoryStore, DirectoryView } from '../ports/index.js';

type Seat = Pick<Actor, 'agency' | 'member'>;
interface Person { seat: string; keys: ReadonlySet<string> }

/**
 * Who sits in these seats, one name for one person. A name in a roster is an agency's to give, and a seat is left; the personal
 * key stays with its person, so whoever ever held a seat is known by the keys that any version of the roster listed for it.
 * Somebody of whom no key is known cannot be told from the others, and is taken for the first of them.
 */
export async function signatoriesOf(seats: readonly Seat[], view: DirectoryView, store: Pick<DirectoryStore, 'rosters'>): Promise<string[]> {
  const listed = await store.rosters([...new Set(seats.map(({ agency }) => agency))]);
  const people: Person[] = [];
  for (const { agency, member } of seats) {
    const past = listed.filter(({ document }) => document.agency === agency).flatMap(({ document }) => document.members.filter((each) => each.member === member));
    const keys = new Set([...past, view.member(agency, member) ?? []].flat().map(({ fingerprint }) => fingerprint));
    const known = people.find((person) => person.keys.size === 0 || keys.size === 0 || [...keys].some((key) => person.keys.has(key)));
    people.push({ seat: known?.seat ?? `${member}@${agency}`, keys });
  }
  return people.map(({ seat }) => seat);
}
