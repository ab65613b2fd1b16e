import type { Page } from './story/page.ts';

declare global {
  /** Where pictures are kept that were drawn before, from astro.config.mjs. */
  const PICTURES_FOLDER: string;

  namespace App {
    /** Set by each layout before anything below it is rendered. */
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Astro's own interface is added to
    interface Locals extends Page {}
  }
}
