/** Carries one question to the ledger. Rejects with a LedgerFault. */
export interface LedgerTransport {
  ask(pattern: string, data: object): Promise<unknown>;
  close(): void;
}
