/** Something that was refused here, on the client's side; `code` has words in both languages, or the general ones. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly code: string) {
    super(code);
  }
}
