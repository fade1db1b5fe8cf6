/** Something that was refused here, on the client's side; `code` has words in both languages, or the general ones. `of`: the agency that it is about, where there is one. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly code: string, readonly of: string | null = null) {
    super(code);
  }
}
