/** One line of what happens, as it happens. `agency` is null for what concerns the whole check. */
export interface StoryLine {
  agency: string | null;
  text: string;
  ms: number;
}

/** Tells the round in the terminal. Plain lines when the output is not a terminal: no colour, no cursor codes. */
export class Story {
  private readonly width: number;

  constructor(private readonly out: NodeJS.WriteStream, agencies: readonly string[]) {
    this.width = Math.max(8, ...agencies.map((agency) => agency.length));
  }

  say(text: string): void {
    this.out.write(`${text}\n`);
  }

  tell({ agency, text, ms }: StoryLine): void {
    const time = `${ms.toFixed(0).padStart(6)} ms`;
    const who = (agency ?? '').padEnd(this.width);
    this.out.write(`${this.dim(time)}  ${this.bold(who)}  ${text}\n`);
  }

  private bold(text: string): string {
    return this.out.isTTY ? `\u001b[1m${text}\u001b[22m` : text;
  }

  private dim(text: string): string {
    return this.out.isTTY ? `\u001b[2m${text}\u001b[22m` : text;
  }
}
