import type { SignInAgency } from '@lateral/contracts';
import type { DirectoryStore, IdentityProviders } from '@lateral/exchange';

/** The agencies whose people can start here: those of the partnership that have a provider. */
export class SignInAgencies {
  constructor(private readonly directory: Pick<DirectoryStore, 'partnership'>, private readonly providers: IdentityProviders) {}

  async read(): Promise<SignInAgency[]> {
    const signed = await this.directory.partnership();
    const reachable = new Set(this.providers.list().map(({ agency }) => agency));
    return (signed?.document.agencies ?? []).filter(({ id }) => reachable.has(id)).map(({ id, name }) => ({ agency: id, name }));
  }
}
