import { isNhsNumber, isUpn, type PastedPerson } from '@lateral/domain/pasted';
import type { SubjectRole } from '@lateral/domain';
import type { RequestBody } from '@lateral/envelope/words';
import { emptyPerson, nextPseudonym, NO_DATE, type CheckDraft, type DateBoxes, type PersonDraft } from './check-draft.js';
import { dateOf, nameOf } from './compose.js';
import type { PageFault } from './faults.js';

/** The people that a paste was read as, for the writer to confirm. Whoever was not called anything is taken for the child, then for parents. */
export function peopleFrom(pasted: readonly PastedPerson[]): PersonDraft[] {
  return pasted.map((person, at) => personFrom(person, `p${at + 1}`, person.role ?? roleAt(at)));
}

function personFrom({ name, dob, edd, addressLine, identifiers }: PastedPerson, id: string, role: SubjectRole): PersonDraft {
  const of = (kind: string): string => identifiers.find((each) => each.kind === kind)?.value ?? '';
  const born = role === 'unborn' ? edd ?? dob : dob;
  return { ...emptyPerson(id, role), ...namesIn(name ?? ''), born: boxesOf(born), isApproximate: born !== null && born.length < 10, address: addressLine ?? '', nhsNumber: of('nhs_number'), upn: of('upn') };
}

/** Words of a paste that found no field, a line each. */
export function unreadIn(pasted: readonly PastedPerson[]): string[] {
  return pasted.flatMap(({ unread, identifiers }) => [...unread.split('\n'), ...identifiers.filter(({ kind }) => kind === 'case_ref').map(({ value }) => value)]).filter((line) => line.trim() !== '');
}

/** The people of an earlier request, and nothing else of it. */
export function peopleOfRequest({ people }: Pick<RequestBody, 'people'>): PersonDraft[] {
  return people.map(({ id, name, roles: [role], aliases = [], dob, edd, ageEstimate, identifiers = [], addresses: [address] = [] }) => ({
    ...emptyPerson(id, role ?? 'child'), ...namesIn(name), otherNames: aliases.map((alias) => alias.name).join(', '),
    born: boxesOf(dob ?? edd ?? ageEstimate ?? null), isApproximate: dob === undefined && edd === undefined,
    address: address?.line ?? '', isHidden: address?.confidential ?? false,
    nhsNumber: identifiers.find(({ kind }) => kind === 'nhs_number')?.value ?? '', upn: identifiers.find(({ kind }) => kind === 'upn')?.value ?? '',
  }));
}

/** One more person: the first is the child, those after it parents until somebody says otherwise. */
export function withAnother(people: readonly PersonDraft[]): PersonDraft[] {
  return [...people, emptyPerson(nextPseudonym(people), roleAt(people.length))];
}

export function isBlank({ given, family, otherNames, born, address, nhsNumber, upn }: PersonDraft): boolean {
  return [given, family, otherNames, born.day, born.month, born.year, address, nhsNumber, upn].every((text) => text.trim() === '');
}

function roleAt(at: number): SubjectRole {
  return at === 0 ? 'child' : 'parent';
}

function namesIn(name: string): { given: string; family: string } {
  const words = name.trim().split(/\s+/u);
  return words.length < 2 ? { given: words[0] ?? '', family: '' } : { given: words.slice(0, -1).join(' '), family: words.at(-1)! };
}

/** `2015-03-12`, or as much of it as there is. */
function boxesOf(date: string | null): DateBoxes {
  const [, year = '', month = '', day = ''] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(date ?? '') ?? [];
  return year === '' ? NO_DATE : { day: bare(day), month: bare(month), year };
}

const bare = (digits: string): string => digits.replace(/^0/u, '');

/** What is missing or wrong on the first page, in its order. `on`: the day, `YYYY-MM-DD`. */
export function faultsOfPeople({ people, referralReason }: Pick<CheckDraft, 'people' | 'referralReason'>, on: string): PageFault[] {
  const filled = people.length === 1 ? people : people.filter((person) => !isBlank(person));
  return [
    ...(filled.length === 0 ? [{ field: 'add-person', code: 'people' } as const] : []),
    ...filled.flatMap((person) => faultsOfPerson(person, people.indexOf(person) + 1, on)),
    ...(referralReason.trim() === '' ? [{ field: 'what-happened', code: 'whatHappened' } as const] : []),
  ];
}

function faultsOfPerson(person: PersonDraft, number: number, on: string): PageFault[] {
  const { id, nhsNumber, upn } = person;
  const name = nameOf(person);
  // Whoever has no name yet is called by where they stand.
  const values = name === '' ? { count: number } : { name };
  const faults: PageFault[] = [];
  if (name === '') faults.push({ field: `${id}-given`, code: 'name' });
  const birth = faultOfBirth(person, on);
  if (birth !== null) faults.push({ field: `${id}-born-day`, code: birth, values });
  if (nhsNumber.trim() !== '' && !isNhsNumber(nhsNumber)) faults.push({ field: `${id}-nhs`, code: 'nhs', values });
  if (upn.trim() !== '' && !isUpn(upn)) faults.push({ field: `${id}-upn`, code: 'upn', values });
  return faults;
}

function faultOfBirth({ born, role, isApproximate }: PersonDraft, on: string): 'born' | 'expected' | 'notADay' | 'bornLater' | null {
  const date = dateOf(born);
  const isEmpty = [born.day, born.month, born.year].every((part) => part.trim() === '');
  if (role === 'unborn') return date === null && !isEmpty ? 'notADay' : isEmpty && !isApproximate ? 'expected' : null;
  if (isApproximate) return null;
  if (date === null) return isEmpty ? 'born' : 'notADay';
  return date > on ? 'bornLater' : null;
}
