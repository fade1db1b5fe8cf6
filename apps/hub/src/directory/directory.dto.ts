import { MEMBER_ROLES } from '@lateral/contracts';
import type { AgencyStatement, Delegate, MemberRole, PartnershipAgency, PartnershipFile, Roster, RosterMark, RosterMember, SignedDocument, TeamKeyCopy } from '@lateral/contracts';
import { AGENCY_TYPES, NATIONS } from '@lateral/domain';
import type { AgencyType, Nation } from '@lateral/domain';
import { Bytes, Digest, Exactly, Fingerprint, Flag, List, ListOfNested, Name, Nested, OneOf, Optional, OrNull, Text, Time, Whole } from '../http/rules.js';

/** Documents are signed with bytes as they are: times and names keep whatever form their signer gave them, within bounds. */
const WORDS = /^[^\u0000-\u001f\u007f]*$/;
const MOST_KEY_BYTES = 60_000;
const MODES = ['demo', 'test', 'production'] as const;

export class AgencyNameDto {
  @Text(WORDS, 200) en!: string;
  @Text(WORDS, 200) cy!: string;
}

export class RosterMarkDto implements RosterMark {
  @Whole(1, 1_000_000) version!: number;
  @Digest() digest!: string;
}

export class PartnershipAgencyDto implements PartnershipAgency {
  @Name() id!: string;
  @OneOf(AGENCY_TYPES) type!: AgencyType;
  @OneOf(NATIONS) nation!: Nation;
  @Nested(() => AgencyNameDto) name!: AgencyNameDto;
  @Fingerprint() primary!: string;
  @Bytes(1, MOST_KEY_BYTES) key!: string;
  @Flag() publicAuthority!: boolean;
  @Flag() competentAuthority!: boolean;
  @Flag() commissionedProvider!: boolean;
  @List(0, 16) @Text(WORDS, 300, { each: true }) witnesses!: string[];
  @OrNull() @Nested(() => RosterMarkDto) rosterFrom!: RosterMarkDto | null;
}

export class PartnershipFileDto implements PartnershipFile {
  @Exactly(1) v!: 1;
  @Exactly('partnership') type!: 'partnership';
  @Name() partnership!: string;
  @Whole(1, 1_000_000) version!: number;
  @Time() issued!: string;
  @Time() expires!: string;
  @OrNull() @Digest() previous!: string | null;
  @Fingerprint() root!: string;
  @OrNull() @Fingerprint() nextRoot!: string | null;
  @Bytes(1, MOST_KEY_BYTES) rootKey!: string;
  @ListOfNested(1, 5_000, () => PartnershipAgencyDto) agencies!: PartnershipAgencyDto[];
  @Text(WORDS, 300) log!: string;
  @Text(WORDS, 300) keyLog!: string;
  @OneOf(MODES) mode!: PartnershipFile['mode'];
}

export class AgencyStatementDto implements AgencyStatement {
  @Exactly(1) v!: 1;
  @Exactly('agency') type!: 'agency';
  @Name() partnership!: string;
  @Whole(1, 1_000_000) version!: number;
  @Time() issued!: string;
  @Time() expires!: string;
  @Fingerprint() root!: string;
  @Bytes(1, MOST_KEY_BYTES) rootKey!: string;
  @Text(WORDS, 300) log!: string;
  @Text(WORDS, 300) keyLog!: string;
  @OneOf(MODES) mode!: PartnershipFile['mode'];
  @Nested(() => PartnershipAgencyDto) agency!: PartnershipAgencyDto;
}

export class RosterMemberDto implements RosterMember {
  @Name() member!: string;
  @List(0, MEMBER_ROLES.length) @OneOf(MEMBER_ROLES, { each: true }) roles!: MemberRole[];
  @Bytes(1, MOST_KEY_BYTES) key!: string;
  @Fingerprint() fingerprint!: string;
  @Time() from!: string;
  @OrNull() @Time() until!: string | null;
  @OrNull() @Bytes(32, 32) signIn!: string | null;
}

export class DelegateHoursDto {
  @Whole(1, 7) day!: number;
  @Text(/^([01]\d|2[0-3]):[0-5]\d$/, 5) from!: string;
  @Text(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 5) to!: string;
}

export class DelegateDto implements Delegate {
  @Name() agency!: string;
  @ListOfNested(0, 64, () => DelegateHoursDto) hours!: DelegateHoursDto[];
  @Time() from!: string;
  @OrNull() @Time() until!: string | null;
}

export class RosterDto implements Roster {
  @Exactly(1) v!: 1;
  @Exactly('roster') type!: 'roster';
  @Name() agency!: string;
  @Whole(1, 1_000_000) version!: number;
  @Time() issued!: string;
  @OrNull() @Digest() previous!: string | null;
  @ListOfNested(0, 10_000, () => RosterMemberDto) members!: RosterMemberDto[];
  @OrNull() @Bytes(1, MOST_KEY_BYTES) teamKey!: string | null;
  @ListOfNested(0, 16, () => DelegateDto) delegates!: DelegateDto[];
  @Optional() @Digest() handedOut?: string;
  @Optional() @List(1, 2_000) @Fingerprint({ each: true }) deletedEpochs?: string[];
}

export class SignedPartnershipDto implements SignedDocument<PartnershipFile> {
  @Nested(() => PartnershipFileDto) document!: PartnershipFileDto;
  @List(1, 8) @Bytes(1, 1_500, { each: true }) signatures!: string[];
}

export class SignedStatementDto implements SignedDocument<AgencyStatement> {
  @Nested(() => AgencyStatementDto) document!: AgencyStatementDto;
  @List(1, 8) @Bytes(1, 1_500, { each: true }) signatures!: string[];
}

export class SignedRosterDto implements SignedDocument<Roster> {
  @Nested(() => RosterDto) document!: RosterDto;
  @List(1, 8) @Bytes(1, 1_500, { each: true }) signatures!: string[];
}

export class TeamKeyCopyDto implements TeamKeyCopy {
  @Name() agency!: string;
  @Name() member!: string;
  @Fingerprint() epoch!: string;
  @Bytes(1, MOST_KEY_BYTES) wrapped!: string;
}
