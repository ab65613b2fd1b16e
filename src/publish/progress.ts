/** What a build has to make, and what it has made so far. */
export interface Tally {
  /** HTML pages made, of all that are to be made. */
  pages: number;
  pagesOfAll: number;
  /** Preview pictures, of those that are to be made. */
  drawn: number;
  reused: number;
  picturesOfAll: number;
}

/** Where progress is shown. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** A build that is done sooner shows none, in milliseconds. */
const PATIENCE = 1_000;
/** How often the line on a terminal is written anew, and how often a line is added where none can be, in milliseconds. */
const PAUSE = { terminal: 100, file: 5_000 };

/**
 * Shows how far a build is: on a terminal one line that is written over, elsewhere a line now and then.
 *
 * @param now the time, in milliseconds
 */
export class Progress {
  readonly tally: Tally = { pages: 0, pagesOfAll: 0, drawn: 0, reused: 0, picturesOfAll: 0 };
  private readonly screen: Screen;
  private readonly now: () => number;
  private next: number;
  private shown = false;

  constructor(screen: Screen = process.stdout, now: () => number = Date.now) {
    this.screen = screen;
    this.now = now;
    this.next = now() + PATIENCE;
  }

  /** Shows the tally when it is time to. */
  show(): void {
    const now = this.now();
    if (now < this.next) return;
    const { isTTY } = this.screen;
    this.next = now + (isTTY ? PAUSE.terminal : PAUSE.file);
    this.screen.write(isTTY ? `\r\u001B[K${inWords(this.tally)}` : `${inWords(this.tally)}\n`);
    this.shown = true;
  }

  /** Takes the line off the terminal again. */
  clear(): void {
    if (this.shown && this.screen.isTTY) this.screen.write('\r\u001B[K');
    this.shown = false;
  }
}

function inWords({ pages, pagesOfAll, drawn, reused, picturesOfAll }: Tally): string {
  return `${pages} of ${pagesOfAll} pages, ${drawn + reused} of ${picturesOfAll} pictures (${drawn} drawn, ${reused} reused)`;
}
