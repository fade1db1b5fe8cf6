import { apiDocument } from '@lateral/hub';
import type { HubAnswer } from '@lateral/play';
import { responseValidator } from '@lateral/testing/api';

/** Holds what clients are answered against the OpenAPI document. */
export class PromisedAnswers {
  private readonly validate = responseValidator(apiDocument());
  /** What the document does not promise, though a client was answered so. */
  private readonly unpromised = new Set<string>();

  /** What differs is kept for the end: thrown here, a party that bears with failures would swallow it. */
  readonly hear = (answer: HubAnswer): void => {
    try {
      this.validate(answer);
    } catch (difference) {
      this.unpromised.add(difference instanceof Error ? difference.message : String(difference));
    }
  };

  /** Throws where the hub gave any client an answer that its document does not promise. */
  assertKept(): void {
    if (this.unpromised.size > 0) throw new Error(`the hub's answers differ from its OpenAPI document: ${[...this.unpromised].join('; ')}`);
  }
}
