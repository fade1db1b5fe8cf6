import type { CustodyCopy, RosterCosignatureBody, RosterProposalBody, RosterProposalView, RosterStandingReply } from '@lateral/contracts';
import { SignedRosterDto, TeamKeyCopyDto } from '../directory/directory.dto.js';
import { Bytes, Digest, Fingerprint, ListOfNested, Name, Nested, OneOf, Time, Whole } from '../http/rules.js';

const MOST_COPIES = 10_000;
const MOST_WRAPPED = 200_000;

export class CustodyCopyDto implements CustodyCopy {
  @Name() agency!: string;
  @Name() member!: string;
  @Fingerprint() primary!: string;
  @Bytes(1, MOST_WRAPPED) wrapped!: string;
}

export class RosterProposalDto implements RosterProposalBody {
  @Nested(() => SignedRosterDto) roster!: SignedRosterDto;
  @ListOfNested(0, MOST_COPIES, () => TeamKeyCopyDto) copies!: TeamKeyCopyDto[];
  @ListOfNested(0, MOST_COPIES, () => CustodyCopyDto) custody!: CustodyCopyDto[];
}

export class RosterProposalViewDto implements RosterProposalView {
  @Name() agency!: string;
  @Whole(1, 1_000_000) version!: number;
  @Digest() digest!: string;
  @Nested(() => SignedRosterDto) roster!: SignedRosterDto;
  @ListOfNested(0, MOST_COPIES, () => TeamKeyCopyDto) copies!: TeamKeyCopyDto[];
  @ListOfNested(0, MOST_COPIES, () => CustodyCopyDto) custody!: CustodyCopyDto[];
  @Name() proposedBy!: string;
  @Time() proposedAt!: string;
}

export class RosterCosignatureDto implements RosterCosignatureBody {
  @Bytes(1, 1_500) signature!: string;
}

export class RosterStandingReplyDto implements RosterStandingReply {
  @Name() agency!: string;
  @Whole(1, 1_000_000) version!: number;
  @OneOf(['waiting', 'published']) state!: 'waiting' | 'published';
}
