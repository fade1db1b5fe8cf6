export { ErasableChecks } from './erasable-checks.js';
export { ErasableEvidence } from './erasable-evidence.js';
export { ObjectChunkLocks } from './chunk-locks.js';
export { ObjectCopyLocks } from './copy-locks.js';
export { openKeyStore, type KeyStore, type KeyStoreSettings } from './key-store.js';
