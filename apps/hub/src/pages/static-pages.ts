import type { SignInAgency, StaticPage } from '@lateral/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInNotice } from '../sign-in/cookies.js';
import { fillPage, type PageFilling } from './fill-page.js';
import { PAGE_LANGUAGES, type PageFiles, type PageLanguage } from './page-files.js';
import { NOT_KEPT, STATIC_HEADERS } from './page-headers.js';

/** What the hub knows and a static page says. */
export interface PageKnowledge {
  agencies: () => Promise<readonly SignInAgency[]>;
  isReady: () => boolean;
  /** Why somebody came back from their provider with nothing; said once. */
  takeNotice: (request: FastifyRequest, reply: FastifyReply) => SignInNotice | null;
  isSecure: boolean;
}

const LANGUAGE_COOKIE = 'lng';
const YEAR_S = 31_536_000;
/** For a proxy that shows them in the hub's place, and for a browser that asks for them. */
const STATUS: Partial<Record<StaticPage, number>> = { 'not-found': 404, 'unavailable': 503 };

/** One static page in the language asked for, by `lng` (or `lang`, as older services have it) or by the cookie that remembers it; English else. */
export async function sendStatic(page: StaticPage, { statics }: Pick<PageFiles, 'statics'>, request: FastifyRequest, reply: FastifyReply, knowledge: PageKnowledge): Promise<void> {
  const asked = askedFor(request);
  const language = asked ?? languageIn(request.cookies[LANGUAGE_COOKIE]) ?? 'en';
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

function askedFor({ query }: FastifyRequest): PageLanguage | null {
  const { lng, lang } = query as Record<string, unknown>;
  return languageIn(lng) ?? languageIn(lang);
}

function languageIn(value: unknown): PageLanguage | null {
  return PAGE_LANGUAGES.find((language) => language === value) ?? null;
}
