export { sealMessage, type ContextDraft, type SealInput } from './seal.js';
export { openDraft, sealDraft, type DraftName, type DraftOpened } from './draft.js';
export { openMessage, openNarrative, openWhole, type NarrativeOpened, type Opened } from './open.js';
export type { Expected, OpenCode, OpenInput, OpenRefused, OpenStep } from './verify-outside.js';
export { attestedWords, mismatchedWords } from './attested-words.js';
export * from './content.js';
export { CONTENT_BUCKETS, ContentTooLargeError, NARRATIVE_BUCKETS } from './padding.js';
export { fingerprintOf, readPrivateKey, readPublicKey, unlockPrivateKey, type EncryptionReader, type PrivateKey, type PublicKey } from './openpgp.js';
export { AttachmentTooLargeError, MAX_ATTACHED_BYTES, openAttachment, sealAttachment, type AttachmentOpened, type AttachmentSealing, type AttachmentSink } from './attachments.js';
