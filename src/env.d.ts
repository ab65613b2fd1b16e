declare namespace App {
  type Page = import('./story/page.ts').Page;
  /** Set by each layout before anything below it is rendered. */
  interface Locals extends Page {}
}
