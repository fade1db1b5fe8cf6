export { LedgerClient, type LedgerTrust } from './ledger-client.js';
export { LedgerGateway } from './ledger-gateway.js';
export { LedgerFault, type LedgerFailure, type LedgerFailureCode, type LedgerResult } from './ledger-result.js';
export type { LedgerTransport } from './ledger-transport.js';
export { MutualTlsTransport, type LedgerAddress } from './mutual-tls.transport.js';
export type { ForkEvidence } from './seen-head.js';
