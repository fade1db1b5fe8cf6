import type { FastifyRequest } from 'fastify';
import { PAGE_LANGUAGES, type PageLanguage } from './page-files.js';

export const LANGUAGE_COOKIE = 'lng';

/** The language that an address asks for, by `lng` (or `lang`, as older services have it). */
export function languageAsked({ query }: Pick<FastifyRequest, 'query'>): PageLanguage | null {
  const { lng, lang } = query as Record<string, unknown>;
  return languageIn(lng) ?? languageIn(lang);
}

/** That, or the one that the cookie remembers; English else. */
export function languageOf(request: Pick<FastifyRequest, 'query' | 'cookies'>): PageLanguage {
  return languageAsked(request) ?? languageIn(request.cookies[LANGUAGE_COOKIE]) ?? 'en';
}

function languageIn(value: unknown): PageLanguage | null {
  return PAGE_LANGUAGES.find((language) => language === value) ?? null;
}
