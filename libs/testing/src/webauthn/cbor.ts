/** As much of CBOR (RFC 8949) as an authenticator writes: whole numbers, bytes, texts, truth and maps in the order given. */
export type CborValue = number | string | boolean | Uint8Array | ReadonlyMap<number | string, CborValue>;

export function cbor(value: CborValue): Buffer {
  if (typeof value === 'boolean') return Buffer.of(value ? 0xf5 : 0xf4);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, member]) => [cbor(key), cbor(member)])]);
}

function head(major: number, length: number): Buffer {
  const first = major << 5;
  if (length < 24) return Buffer.of(first | length);
  if (length < 0x100) return Buffer.of(first | 24, length);
  const wide = Buffer.of(first | 25, 0, 0);
  wide.writeUInt16BE(length, 1);
  return wide;
}
