import { demo as family, law as shipped } from 'virtual:lateral-given';
import type { AgencyType } from '@lateral/domain';
import { referenceOf, uuid7 } from '@lateral/domain';
import type { Role } from '@lateral/domain/access';
import { Catalogue } from '@lateral/domain/catalogue';
import type { KnownAgency } from '../../src/crypto/protocol.js';
import type { DemoCase } from './demo.js';

/* Who and what the state page plays: synthetic, and the same each time. */
export const demo = family as DemoCase;
export const NOW = new Date('2026-11-23T10:43:00.000Z');
const MINUTE_MS = 60_000;
/** So many minutes from now, before it where negative. */
export const minutes = (count: number): string => new Date(NOW.getTime() + count * MINUTE_MS).toISOString();

export const law = { ...shipped, catalogue: new Catalogue(shipped.catalogue) };
export const POLICY = { id: 'APD-DEMO-1', version: '1.0', reviewDate: '2027-06-30' };

const anAgency = (id: string, type: AgencyType, en: string, cy: string): KnownAgency => ({ id, type, nation: 'W', name: { en, cy }, publicAuthority: true, competentAuthority: type === 'POLICE' || type === 'PROB', commissionedProvider: false });
export const COUNCIL = anAgency('council', 'LA_CSC', 'North Wales Council children’s services', 'Gwasanaethau plant Cyngor Gogledd Cymru');
export const POLICE = anAgency('heddlu', 'POLICE', 'North Wales Police (demonstration)', 'Heddlu Gogledd Cymru (arddangosiad)');
export const HEALTH = anAgency('bwrdd', 'LHB', 'Betws University Health Board', 'Bwrdd Iechyd Prifysgol Betws');
export const SCHOOLS = anAgency('addysg', 'LA_EDU', 'North Wales Council education', 'Addysg Cyngor Gogledd Cymru');
export const HOUSING = anAgency('tai', 'LA_HOUS', 'Housing options team', 'Y tîm opsiynau tai');
export const PROBATION = anAgency('prawf', 'PROB', 'Probation Service, north', 'Y Gwasanaeth Prawf, y gogledd');
export const AGENCIES = [COUNCIL, POLICE, HEALTH, SCHOOLS, HOUSING, PROBATION];

/** Pseudonyms, as the hub knows people, and what they told their team to be called. */
export const PEOPLE: Record<string, { name: string; roles: Role[]; agency: string }> = {
  'u-7k2m': { name: 'Nadia Whitlock', roles: ['senior_practitioner'], agency: COUNCIL.id },
  'u-3hq9': { name: 'Gwenllian Prydderch-Humphreys', roles: ['practitioner'], agency: COUNCIL.id },
  'u-5tt1': { name: 'Owain Tudur', roles: ['team_manager', 'senior_practitioner'], agency: COUNCIL.id },
  'u-8wz4': { name: 'Angharad Rees', roles: ['custodian', 'agency_administrator'], agency: COUNCIL.id },
  'u-1bd6': { name: 'Martin Sallow', roles: ['custodian'], agency: COUNCIL.id },
  'u-p201': { name: 'Siân Bevan', roles: ['responder'], agency: POLICE.id },
  'u-p202': { name: 'Huw Parry', roles: ['responder', 'approver'], agency: POLICE.id },
  'u-p203': { name: 'Catrin Lloyd', roles: ['team_manager', 'approver'], agency: POLICE.id },
};

let made = 0;
/** The next of always the same ids. */
export function anId(): string {
  made += 1;
  return uuid7(NOW, Uint8Array.from({ length: 10 }, (_, at) => (at === 0 ? made >> 8 : made * 31 + at * 7) % 256));
}
export const CHECK = anId();
export const REFERENCE = referenceOf(CHECK);
