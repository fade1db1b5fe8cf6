import type { SignInAgency, StaticPage } from '@lateral/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInNotice } from '../sign-in/cookies.js';
import { fillPage, type PageFilling } from './fill-page.js';
import type { PageFiles, PageLanguage } from './page-files.js';
import { NOT_KEPT, STATIC_HEADERS } from './page-headers.js';
import { languageAsked, languageOf, LANGUAGE_COOKIE } from './page-language.js';

/** What the hub knows and a static page says. */
export interface PageKnowledge {
  agencies: () => Promise<readonly SignInAgency[]>;
  isReady: () => boolean;
  /** Why somebody came back from their provider with nothing; said once. */
  takeNotice: (request: FastifyRequest, reply: FastifyReply) => SignInNotice | null;
  isSecure: boolean;
}

const YEAR_S = 31_536_000;
/** For a proxy that shows them in the hub's place, and for a browser that asks for them. */
const STATUS: Partial<Record<StaticPage, number>> = { 'not-found': 404, 'unavailable': 503 };

/** One static page in its reader's language, which is remembered where the address asked for one. */
export async function sendStatic(page: StaticPage, { statics }: Pick<PageFiles, 'statics'>, request: FastifyRequest, reply: FastifyReply, knowledge: PageKnowledge): Promise<void> {
  const asked = languageAsked(request);
  const language = languageOf(request);
  if (asked !== null) void reply.setCookie(LANGUAGE_COOKIE, asked, { path: '/', maxAge: YEAR_S, sameSite: 'lax', secure: knowledge.isSecure });
  const filled = fillPage(statics[language].get(page) ?? '', await fillingOf(page, language, request, reply, knowledge));
  await reply.headers({ ...STATIC_HEADERS, ...NOT_KEPT, 'content-language': language }).type('text/html; charset=utf-8').code(STATUS[page] ?? 200).send(filled);
}

async function fillingOf(page: StaticPage, language: PageLanguage, request: FastifyRequest, reply: FastifyReply, { agencies, isReady, takeNotice }: PageKnowledge): Promise<PageFilling> {
  if (page === 'status') return { so: new Set([isReady() ? 'working' : 'not-working']), agencies: [] };
  if (page !== 'sign-in') return { so: new Set(), agencies: [] };
  const known = (await agencies()).map(({ agency, name }) => ({ agency, name: name[language] }));
  const notice = takeNotice(request, reply);
  return { so: new Set([known.length === 0 ? 'no-agencies' : 'agencies', ...(notice === null ? [] : ['notice', notice])]), agencies: known.sort((one, other) => one.name.localeCompare(other.name, language)) };
}
