/**
 * Most bytes of a JSON body. A check to twelve agencies whose contents fill the 64 KiB bucket and whose narratives are of
 * the largest size is 2.7 MiB of base64url; one agency's content of the largest bucket is 1.5 MiB. Each field has its own limit.
 */
export const MOST_BODY_BYTES = 16 * 1024 * 1024;
/** Bodies of routes that anyone may ask: an assertion, a one-time code, a provider's word that somebody signed out. Nobody may make the hub read more without having signed in. */
export const MOST_SIGN_IN_BYTES = 8 * 1024;
/** Bodies of a newcomer, who is nobody's member yet: a key locked in several ways, or its public half, and nothing longer. */
export const MOST_NEWCOMER_BYTES = 64 * 1024;
/** For a request to arrive whole, an attachment over a slow line included. */
export const LONGEST_REQUEST_MS = 120_000;
export const MOST_PATH_PARAMETER = 100;
export const DEFAULT_PAGE = 50;
