import type { AgencyPolicyDocument, ContactBody, ContactView, OfficeHours, OwnContactView } from '@lateral/contracts';
import { APPROVED_ANSWERS } from '@lateral/domain/justification';
import type { ApprovedAnswers } from '@lateral/domain/justification';
import { MOST_VERSION } from '../checks/checks.dto.js';
import { DelegateHoursDto } from '../directory/directory.dto.js';
import { POLICY_DOCUMENT, POLICY_VERSION } from '../envelopes/justification.dto.js';
import { Day, ListOfNested, Name, Nested, OneOf, OrNull, Text, Time, Whole } from '../http/rules.js';

/** Digits as people write them; no name and no sentence can pass for one. */
const PHONE_PATTERN = /^\+?[0-9(][0-9 ()-]{2,30}$/;
/** One address, of the plain kind: nothing that a mail server could read as two, or as a header. */
const MAILBOX_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}$/;
const LANGUAGES = ['en', 'cy', 'both'] as const;
/** Three stretches of every day. */
const MOST_HOURS = 21;

export class ContactViewDto implements ContactView {
  @Name() agency!: string;
  @OrNull() @Text(PHONE_PATTERN, 32) phone!: string | null;
  @OrNull() @Text(PHONE_PATTERN, 32) outOfHoursPhone!: string | null;
  @ListOfNested(0, MOST_HOURS, () => DelegateHoursDto) hours!: OfficeHours[];
  @OrNull() @Time() verifiedAt!: string | null;
  @Whole(0, MOST_VERSION) version!: number;
}

export class AgencyPolicyDocumentDto implements AgencyPolicyDocument {
  @Text(POLICY_DOCUMENT, 24) id!: string;
  @Text(POLICY_VERSION, 11) version!: string;
  @Day() reviewDate!: string;
}

export class OwnContactViewDto extends ContactViewDto implements OwnContactView {
  // What an operator registered may be of another kind than what is taken here.
  @OrNull() @Text(/^\S+@\S+$/, 320) mailbox!: string | null;
  @OrNull() @Text(MAILBOX_PATTERN, 254) escalationMailbox!: string | null;
  @OneOf(LANGUAGES) language!: 'en' | 'cy' | 'both';
  @OrNull() @Nested(() => AgencyPolicyDocumentDto) policyDocument!: AgencyPolicyDocument | null;
  @OneOf(APPROVED_ANSWERS) approved!: ApprovedAnswers;
}

export class ContactDto implements ContactBody {
  @Whole(0, MOST_VERSION) version!: number;
  @OrNull() @Text(PHONE_PATTERN, 32) phone!: string | null;
  @OrNull() @Text(PHONE_PATTERN, 32) outOfHoursPhone!: string | null;
  @ListOfNested(0, MOST_HOURS, () => DelegateHoursDto) hours!: OfficeHours[];
  @OrNull() @Text(MAILBOX_PATTERN, 254) mailbox!: string | null;
  @OrNull() @Text(MAILBOX_PATTERN, 254) escalationMailbox!: string | null;
  @OneOf(LANGUAGES) language!: 'en' | 'cy' | 'both';
  @OrNull() @Nested(() => AgencyPolicyDocumentDto) policyDocument!: AgencyPolicyDocument | null;
  @OneOf(APPROVED_ANSWERS) approved!: ApprovedAnswers;
}
