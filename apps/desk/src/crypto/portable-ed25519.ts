export { verifyEd25519 } from '@lateral/tlog';
