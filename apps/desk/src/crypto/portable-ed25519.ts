/** A file of its own, so that it comes only where a browser has none. */
export { verifyEd25519 } from '@lateral/tlog';
