/** Whom a passkey is made for, as WebAuthn says it: a host, and the exact origins whose pages may use it. */
export interface RelyingParty {
  rpId: string;
  origins: readonly string[];
}

/** The hub itself, unless a setting names a host above it that the desk's pages are under too. */
export function relyingPartyOf({ origin, deskOrigin }: { origin: string; deskOrigin: string | null }, rpId: string | null): RelyingParty {
  return { rpId: rpId ?? new URL(origin).hostname, origins: deskOrigin === null ? [origin] : [origin, deskOrigin] };
}
