/**
 * The one URI in a certificate's subject alternative names, or null. `names` is what node:tls reports as `subjectaltname`
 * ("URI:spiffe://...", parts joined by ", "). A certificate with two URIs is nobody, and so is one with a quoted part:
 * quoting is how Node shows a name that holds a comma, by which a forged name could pass for two.
 */
export function uriIdentityOf(names: string | undefined): string | null {
  if (names === undefined || names.includes('"')) return null;
  const uris = names.split(', ').filter((part) => part.startsWith('URI:'));
  return uris.length === 1 ? uris[0]!.slice('URI:'.length) : null;
}
