import { absoluteAddress, fileOf, relativeLink } from '../story/urls.ts';
import { escapeHtml, type Html } from '../story/html.ts';
import type { SiteContext } from '../story/site-context.ts';
import type { Story } from '../story/story.ts';
import type { StoryEvent, StoryPhase } from '../story/timeline.ts';

/** A timeline for a page that holds nothing else: what its links lead to stands in the article. */
export interface EmbeddedTimeline {
  /** The way from the embedded page to the article. */
  readonly article: string;
  readonly phases: readonly StoryPhase[];
}

/** A story's timeline for its embedded page. */
export function embeddedTimeline(story: Story, { book }: SiteContext): EmbeddedTimeline {
  const { lang, slug } = story;
  const article = relativeLink(
    fileOf({ kind: 'embed', lang, slug }, book),
    fileOf({ kind: 'article', lang, slug }, book),
  );
  const outside = (html: Html): Html => html.replace(HERE, `$1${article}#`);
  const moved = (event: StoryEvent): StoryEvent => ({
    ...event,
    text: outside(event.text),
    ...(event.saidBy !== undefined && { saidBy: outside(event.saidBy) }),
  });
  return { article, phases: story.timeline.map((phase) => ({ ...phase, events: phase.events.map(moved) })) };
}

// A citation's link to the source: all that a text links to on its own page.
const HERE = /(<a (?:[^<>"]|"[^"]*")*?href=")#/g;

/** The HTML that another site puts into its page to show the timeline. */
export function embedSnippet({ lang, slug, titleText }: Story, { book, words }: SiteContext): string {
  const address = absoluteAddress(fileOf({ kind: 'embed', lang, slug }, book), book);
  const title = escapeHtml(`${words.story.timeline}: ${titleText}`);
  return `<iframe src="${escapeHtml(address)}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`;
}
