import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authenticate } from '@lateral/exchange';
import { makeDoor } from './http/door.js';
import { ProblemFilter } from './http/problem.filter.js';
import type { HubParts } from './hub-parts.js';
import { HubModule } from './hub.module.js';
import { Sha256TokenHash } from './sign-in/token-hash.js';

/** The hub, ready to listen. */
export async function makeHub(parts: HubParts): Promise<NestFastifyApplication> {
  const authenticate = new Authenticate({ clock: parts.clock, directory: parts.directory, sessions: parts.sessions, tokens: new Sha256TokenHash() });
  const door = await makeDoor({ authenticate: (token) => authenticate.carryOut(token), newRequestId: () => parts.newRequestId(), log: parts.log });
  const app = await NestFactory.create<NestFastifyApplication>(HubModule.of(parts), door, { logger: false, bodyParser: false, abortOnError: false });
  app.useGlobalFilters(new ProblemFilter(parts.log));
  await app.init();
  await door.getInstance().ready();
  return app;
}
