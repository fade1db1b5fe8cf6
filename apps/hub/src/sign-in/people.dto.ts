import type { CodeSignInBody, KeyProofBody, KeyProofReply, MeReply, OneTimeCodeBody, OneTimeCodeReply, SessionKind, SessionView, SignInAgency } from '@lateral/contracts';
import { MEMBER_ROLES, SESSION_KINDS, type MemberRole } from '@lateral/contracts';
import { AgencyNameDto } from '../directory/directory.dto.js';
import { Bytes, Digest, Flag, Id, List, Name, Nested, OneOf, Optional, OrNull, Text, Time, Whole } from '../http/rules.js';

/** As somebody types it: letters, digits, hyphens. */
const CODE = /^[0-9A-Za-z-]+$/;
/** One detached signature with its notation is some 200. */
const MOST_SIGNATURE_BYTES = 2_048;
const NO_CONTROLS = /^[\x20-\x7e]*$/;

export class StartQueryDto {
  @Name() agency!: string;
}

/** What a provider may send along; it is read as it came and said back to nobody. */
export class CallbackQueryDto {
  @Optional() @Text(NO_CONTROLS, 4_000) code?: string;
  @Optional() @Text(NO_CONTROLS, 100) state?: string;
  @Optional() @Text(NO_CONTROLS, 300) iss?: string;
  @Optional() @Text(NO_CONTROLS, 200) error?: string;
}

export class CodeSignInDto implements CodeSignInBody {
  @Name() agency!: string;
  @Name() member!: string;
  @Text(CODE, 40) code!: string;
}

export class OneTimeCodeDto implements OneTimeCodeBody {
  @Name() member!: string;
}

export class OneTimeCodeReplyDto implements OneTimeCodeReply {
  @Id() id!: string;
  @Text(CODE, 40) code!: string;
  @Time() expires!: string;
}

export class KeyProofReplyDto implements KeyProofReply {
  @Id() session!: string;
  @Digest() nonce!: string;
  @Time() expires!: string;
}

export class KeyProofDto implements KeyProofBody {
  @Bytes(1, MOST_SIGNATURE_BYTES) signature!: string;
}

export class SessionViewDto implements SessionView {
  @Id() id!: string;
  @OneOf(SESSION_KINDS) kind!: SessionKind;
  @Time() startedAt!: string;
  @Time() seenAt!: string;
  @Time() expiresAt!: string;
  @Flag() current!: boolean;
}

export class MeReplyDto implements MeReply {
  @Name() agency!: string;
  @OrNull() @Name() member!: string | null;
  @List(0, MEMBER_ROLES.length) @OneOf(MEMBER_ROLES, { each: true }) roles!: MemberRole[];
  @Nested(() => SessionViewDto) session!: SessionViewDto;
  @Whole(0, 1_000) passkeys!: number;
  @Flag() keyLocked!: boolean;
}

export class SignInAgencyDto implements SignInAgency {
  @Name() agency!: string;
  @Nested(() => AgencyNameDto) name!: AgencyNameDto;
}
