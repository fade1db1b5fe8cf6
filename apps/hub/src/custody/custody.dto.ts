import type { RecoveryKit } from '@lateral/contracts';
import { Bytes, Exactly, Fingerprint, Name, Time } from '../http/rules.js';

export class RecoveryKitDto implements RecoveryKit {
  @Exactly(1) v!: 1;
  @Name() agency!: string;
  @Fingerprint() primary!: string;
  @Time() made!: string;
  @Bytes(1, 200_000) sealed!: string;
}
