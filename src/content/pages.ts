import type { ContentPage } from './content-link.ts';
import type { Site } from './model/site.ts';
import { EarlierStories } from './rules/earlier.ts';

/** What is known of the pages that content files become: all of it when all files have been read. */
export class Pages {
  /** The drafts, also those with errors: slugs, and translations of what is none as `bridge/ko`. */
  readonly drafts = new Set<string>();
  readonly earlier = new EarlierStories();
  private readonly anchors = new Map<string, ReadonlySet<string> | undefined>();
  private readonly late: (() => void)[] = [];
  /** The site's own address, with a trailing slash; absent where it could not be read. */
  readonly base: string | undefined;
  /** The language of the originals. */
  readonly firstLanguage: string;
  /** Old addresses at which something stands that leads on, from the top of the site. */
  moved: Pick<ReadonlyMap<string, string>, 'has'> = new Map();

  constructor(site?: Pick<Site, 'url' | 'languages'>) {
    this.base = site && new URL(site.url.replace(/\/?$/, '/')).href;
    this.firstLanguage = site?.languages[0] ?? 'en';
  }

  /** Takes the anchors of a page, which all editions of an article have alike; none where it could not be read whole. */
  keep(page: ContentPage, anchors: ReadonlySet<string> | undefined): void {
    this.anchors.set(keyOf(page), anchors);
  }

  /** The anchors of a page. */
  anchorsOf(page: ContentPage): ReadonlySet<string> | undefined {
    return this.anchors.get(keyOf(page));
  }

  /** Whether a page, or the article that it is an edition of, is a draft, which no reader gets. */
  isDraft(page: ContentPage): boolean {
    return page.kind === 'article' && [page.slug, `${page.slug}/${page.lang}`].some((name) => this.drafts.has(name));
  }

  /** Puts off what cannot be said before all files have been read. It keeps what it looks at, so that is not much. */
  later(check: () => void): void {
    this.late.push(check);
  }

  /** Says what was put off. */
  check(): void {
    for (const check of this.late) check();
  }
}

function keyOf(page: ContentPage): string {
  return page.kind === 'article' ? page.slug : `about/${page.lang}`;
}
