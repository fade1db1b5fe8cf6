import type { PrivateKey } from '@lateral/envelope/keys';

/** The secret numbers of an OpenPGP private key: primary and every subkey that has one. */
export function secretsOf(key: PrivateKey): Uint8Array[] {
  return [key, ...key.subkeys].flatMap(({ keyPacket }) => {
    const { privateParams } = keyPacket as { privateParams?: Record<string, unknown> | null };
    return Object.values(privateParams ?? {}).filter((value) => value instanceof Uint8Array && value.length >= 32) as Uint8Array[];
  });
}

/** How bytes may lie somewhere: as they are, turned round, in hex, and in base64 by how many bytes stand before them. */
export function spellingsOf(secret: Uint8Array): Buffer[] {
  const bytes = Buffer.from(secret);
  const spelled = [bytes, Buffer.from(bytes).reverse()];
  const hex = bytes.toString('hex');
  const inner = [0, 1, 2].flatMap((offset) => (['base64', 'base64url'] as const).map((alphabet) => {
    const written = Buffer.concat([Buffer.alloc(offset), bytes]).toString(alphabet).replace(/=+$/u, '');
    return written.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  }));
  return [...spelled, ...new Set([hex, hex.toUpperCase(), hex.replaceAll(/..(?=.)/gu, '$&:'), ...inner])].map((each) => Buffer.from(each));
}
