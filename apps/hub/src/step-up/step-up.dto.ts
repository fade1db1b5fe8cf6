import type { GrantedStepUpReply, PasskeyAssertionBody, ProviderStepUpReply, StepUpBody, StepUpReply } from '@lateral/contracts';
import { MOST_STEP_UP_OBJECTS, STEP_UP_ACTIONS, type StepUpAction } from '@lateral/domain/access';
import { Bytes, Digest, Flag, Id, List, OneOf, OrNull, Text, Time } from '../http/rules.js';
import { Credential, HOST_PATTERN, MOST_CLIENT_DATA_BYTES, MOST_HANDLE_BYTES } from '../passkeys/passkeys.dto.js';

/** A message id, a check reference, a digest, a fingerprint or a pseudonym, where need be after the name of an act: no sentence can pass for one. */
const OBJECT_PATTERN = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;
/** A pseudonym of 64 letters with the name of its act before it. */
const MOST_OBJECT = 100;
const ADDRESS = /^https?:\/\/[\x21-\x7e]+$/;
const Objects = (): PropertyDecorator => Text(OBJECT_PATTERN, MOST_OBJECT, { each: true });

export class StepUpDto implements StepUpBody {
  @OneOf(STEP_UP_ACTIONS) action!: StepUpAction;
  @List(1, MOST_STEP_UP_OBJECTS) @Objects() objects!: string[];
}

export class StepUpReplyDto implements StepUpReply {
  @Id() id!: string;
  @Digest() nonce!: string;
  @Digest() challenge!: string;
  @List(0, 10) @Credential({ each: true }) credentials!: string[];
  @Text(HOST_PATTERN, 253) rpId!: string;
  @Flag() provider!: boolean;
  @Time() expires!: string;
}

export class PasskeyAssertionDto implements PasskeyAssertionBody {
  @Credential() credential!: string;
  @Bytes(1, MOST_CLIENT_DATA_BYTES) clientData!: string;
  @Bytes(37, 2048) authenticatorData!: string;
  @Bytes(8, 1024) signature!: string;
  @OrNull() @Bytes(1, MOST_HANDLE_BYTES) userHandle!: string | null;
}

export class GrantedStepUpReplyDto implements GrantedStepUpReply {
  @Id() id!: string;
  @OneOf(STEP_UP_ACTIONS) action!: StepUpAction;
  @List(1, MOST_STEP_UP_OBJECTS) @Objects() objects!: string[];
  @Time() until!: string;
}

export class ProviderStepUpReplyDto implements ProviderStepUpReply {
  @Text(ADDRESS, 4_000) location!: string;
}
