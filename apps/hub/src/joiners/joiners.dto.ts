import { MEMBER_ROLES } from '@lateral/contracts';
import type { InvitationBody, InvitationReply, JoinerKeyBody, JoinerView, MemberRole, RedemptionBody } from '@lateral/contracts';
import { Bytes, Fingerprint, Id, List, Name, OneOf, OrNull, Text, Time } from '../http/rules.js';

const CODE_TEXT = /^[0-9A-Za-z -]+$/;
/** A pseudonym as rosters have them: small letters, digits and hyphens. No name fits that was not meant to be one. */
const PSEUDONYM = /^[a-z0-9][a-z0-9-]{1,63}$/;

export class InvitationDto implements InvitationBody {
  @Id() id!: string;
  @Text(PSEUDONYM, 64) member!: string;
  @List(1, MEMBER_ROLES.length) @OneOf(MEMBER_ROLES, { each: true }) roles!: MemberRole[];
}

export class InvitationReplyDto implements InvitationReply {
  @Id() id!: string;
  @Text(CODE_TEXT, 40) code!: string;
  @Time() expires!: string;
}

export class RedemptionDto implements RedemptionBody {
  @Text(CODE_TEXT, 40) code!: string;
}

export class RedemptionReplyDto {
  @Name() member!: string;
}

export class JoinerKeyDto implements JoinerKeyBody {
  @Bytes(1, 40_000) key!: string;
  @Fingerprint() fingerprint!: string;
}

export class JoinerViewDto implements JoinerView {
  @Id() invitation!: string;
  @Name() member!: string;
  @List(0, MEMBER_ROLES.length) @OneOf(MEMBER_ROLES, { each: true }) roles!: MemberRole[];
  @OrNull() @Bytes(1, 40_000) key!: string | null;
  @OrNull() @Fingerprint() fingerprint!: string | null;
  @OrNull() @Time() redeemedAt!: string | null;
}
