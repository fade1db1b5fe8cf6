import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authenticate } from '@lateral/exchange';
import { hrMs } from '@lateral/platform';
import type { FastifyInstance } from 'fastify';
import { guardRoutes } from './access/guard.js';
import { OPERATIONS } from './api-document/operations.js';
import { makeDoor } from './http/door.js';
import { openRoutes } from './http/open-routes.js';
import { ProblemFilter } from './http/problem.filter.js';
import type { HubParts } from './hub-parts.js';
import { HubModule } from './hub.module.js';
import { pageKnowledgeOf } from './pages/page-knowledge.js';
import { servePages } from './pages/serve-pages.js';
import { cookiesOf, originsOf } from './sign-in/sign-in-wiring.js';
import { Sha256TokenHash } from './sign-in/token-hash.js';
import { guardStepUps } from './step-up/step-up-guard.js';
import { stepUpCheck, stepUpLookups } from './step-up/step-up-wiring.js';

/** The hub, ready to listen. */
export async function makeHub(parts: HubParts): Promise<NestFastifyApplication> {
  const authenticate = new Authenticate({ clock: parts.clock, directory: parts.directory, sessions: parts.sessions, tokens: new Sha256TokenHash() });
  const { limits, proxies } = parts.signIn;
  const door = await makeDoor({
    open: openRoutes(OPERATIONS),
    authenticate: (token, shownAs, isUse) => authenticate.carryOut(token, shownAs, isUse), cookies: cookiesOf(parts), origins: originsOf(parts), deskOrigin: parts.signIn.deskOrigin, limits, proxies,
    newRequestId: () => parts.newRequestId(), log: parts.log,
  });
  guardRoutes(door.getInstance() as unknown as FastifyInstance, OPERATIONS);
  guardStepUps(door.getInstance() as unknown as FastifyInstance, OPERATIONS, { check: stepUpCheck(parts), lookups: stepUpLookups(parts) });
  const app = await NestFactory.create<NestFastifyApplication>(HubModule.of(parts), door, { logger: false, bodyParser: false, abortOnError: false });
  app.useGlobalFilters(new ProblemFilter(parts.log));
  await app.init();
  // After Nest has set what answers errors: a page that is not there is refused in the same words as everything else.
  if (parts.pages != null) servePages(door.getInstance() as unknown as FastifyInstance, parts.pages, pageKnowledgeOf(parts, hrMs));
  await door.getInstance().ready();
  return app;
}
