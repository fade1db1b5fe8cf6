import type { EnrolPasskeyBody, PasskeyOptionsReply, PasskeyView } from '@lateral/contracts';
import { Bytes, Id, List, OneOf, OrNull, Text, Time } from '../http/rules.js';

/** Ways to reach an authenticator, as WebAuthn names them. */
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];
export const HOST_PATTERN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
export const MOST_HANDLE_BYTES = 64;
const MOST_CREDENTIAL_BYTES = 1023;
export const MOST_CLIENT_DATA_BYTES = 2048;
const MOST_ATTESTATION_BYTES = 8192;

export const Credential = (options?: { each?: boolean }): PropertyDecorator => Bytes(16, MOST_CREDENTIAL_BYTES, options);

export class PasskeyOptionsReplyDto implements PasskeyOptionsReply {
  @Bytes(32, 32) challenge!: string;
  @Text(HOST_PATTERN, 253) rpId!: string;
  @Bytes(32, 32) user!: string;
  @List(0, 10) @Credential({ each: true }) exclude!: string[];
  @Time() expires!: string;
}

export class EnrolPasskeyDto implements EnrolPasskeyBody {
  @Credential() credential!: string;
  @Bytes(1, MOST_CLIENT_DATA_BYTES) clientData!: string;
  @Bytes(1, MOST_ATTESTATION_BYTES) attestation!: string;
  @List(0, TRANSPORTS.length) @OneOf(TRANSPORTS, { each: true }) transports!: string[];
}

export class PasskeyViewDto implements PasskeyView {
  @Id() id!: string;
  @Credential() credential!: string;
  @Time() enrolledAt!: string;
  @OrNull() @Time() usedAt!: string | null;
  @OrNull() @Time() disabledAt!: string | null;
}
