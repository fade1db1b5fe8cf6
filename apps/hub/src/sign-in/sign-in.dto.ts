import type { SignInBody, SignInReply } from '@lateral/contracts';
import { BASE64URL_PATTERN, Name, Text, Time } from '../http/rules.js';

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

export class SignInDto implements SignInBody {
  @Text(COMPACT_JWS, 4_000) assertion!: string;
}

export class SignInReplyDto implements SignInReply {
  @Text(BASE64URL_PATTERN, 100) token!: string;
  @Name() agency!: string;
  @Name() member!: string;
  @Time() expires!: string;
}
