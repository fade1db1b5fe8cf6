import { toBase64Url } from '@lateral/contracts';
import { STEP_UP_MS, type StepUpAction } from '@lateral/domain/access';
import type { KeeperDeps } from './keeper-deps.js';
import { askPasskey, type Gesture } from './passkeys.js';
import { Refusal } from './refusal.js';

/** A little less than the hub allows, so that nobody is sent back for a second's difference. */
const GRANT_MS = STEP_UP_MS - 30_000;
/** In place of a passkey's answer. */
const AT_PROVIDER = { body: null, credential: '', prf: null } as const;
export type AtProvider = typeof AT_PROVIDER;

/** How somebody shows again that it is they, and for how long that is good. What an authenticator gives goes straight on to whoever asked. */
export class Gestures {
  private readonly granted = new Map<string, number>();

  constructor(private readonly deps: Pick<KeeperDeps, 'hub' | 'authenticators' | 'now' | 'random' | 'signInAgain'>) {}

  clear(): void {
    this.granted.clear();
  }

  isGranted(action: StepUpAction, object: string): boolean {
    return (this.granted.get(`${action} ${object}`) ?? 0) > this.deps.now().getTime();
  }

  /** One gesture for an act on these objects; `only` where it must be a certain passkey's. */
  async ask(action: StepUpAction, objects: readonly string[], only: readonly string[] | null = null): Promise<Gesture | AtProvider> {
    const { hub, authenticators } = this.deps;
    const asked = await hub.beginStepUp(action, [...objects]);
    const gesture = asked.credentials.length === 0 && asked.provider ? await this.signInAt(asked.id) : await askPasskey({ ...asked, credentials: only === null ? asked.credentials : [...only] }, authenticators);
    if (gesture.body !== null) await hub.answerStepUp(asked.id, gesture.body);
    this.grant(action, objects);
    return gesture;
  }

  /** The same, unless one is still good for all of them. */
  async confirm(action: StepUpAction, objects: readonly string[]): Promise<void> {
    if (objects.every((object) => this.isGranted(action, object))) return;
    const gesture = await this.ask(action, objects);
    gesture.prf?.fill(0);
  }

  /** For whoever has their passkey elsewhere, where their agency allows it. */
  async confirmAtProvider(action: StepUpAction, objects: readonly string[]): Promise<void> {
    const asked = await this.deps.hub.beginStepUp(action, [...objects]);
    if (!asked.provider) throw new Refusal('passkey-only');
    await this.signInAt(asked.id);
    this.grant(action, objects);
  }

  /** Where there is nothing to open the hub need not know: the challenge is our own, and nobody reads the answer. */
  local(credentials: readonly string[]): Promise<Gesture> {
    const { authenticators, random } = this.deps;
    const asked = { challenge: toBase64Url(random(32)), credentials: [...credentials], rpId: globalThis.location.hostname };
    return askPasskey(asked, authenticators);
  }

  /** Whoever has no passkey, and whose agency allows it, signs in afresh: it shows who they are and unlocks nothing. */
  private async signInAt(stepUp: string): Promise<AtProvider> {
    const { hub, signInAgain } = this.deps;
    const { location } = await hub.stepUpAtProvider(stepUp);
    await signInAgain(location);
    return AT_PROVIDER;
  }

  private grant(action: StepUpAction, objects: readonly string[]): void {
    for (const object of objects) this.granted.set(`${action} ${object}`, this.deps.now().getTime() + GRANT_MS);
  }
}
