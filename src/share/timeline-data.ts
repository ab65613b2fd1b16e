import type { Status } from '../content/model/parts.ts';
import type { Source } from '../content/model/site.ts';
import { type EdtfDate, formatEdtf } from '../dates/edtf.ts';
import { plainText } from '../text/rich-text.ts';
import { urlOf } from '../story/urls.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import type { StoryEvent } from '../story/timeline.ts';

/** A story's timeline, ready to be written in any format: texts are plain, addresses absolute. */
export interface TimelineData {
  readonly slug: string;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  /** The address of the article. */
  readonly url: string;
  readonly publisher: string;
  /** The host of the site, which makes ids unique in the world. */
  readonly host: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly published: Story['published'];
  readonly modified: Story['modified'];
  readonly events: readonly EventData[];
}

/** One event of a timeline. */
export interface EventData {
  readonly event: StoryEvent;
  readonly date: EdtfDate;
  readonly edtf: string;
  /** The address of its moment. */
  readonly url: string;
  readonly status: Status;
  readonly phase?: string;
  readonly side?: string;
  readonly sources: readonly Source[];
}

/** Gathers what the exports say of a story's timeline. */
export function timelineData(story: Story, { site, urls }: SiteContext): TimelineData {
  const { slug, lang } = story;
  return {
    slug,
    lang,
    title: story.titleText,
    summary: story.summaryText,
    url: urlOf({ kind: 'article', lang, slug }, urls),
    publisher: site.name,
    host: new URL(urls.base).host,
    licence: site.licence,
    published: story.published,
    modified: story.modified,
    events: story.timeline.flatMap(({ phase, events }) =>
      events.map((event) => ({
        event,
        date: event.date,
        edtf: formatEdtf(event.date),
        url: urlOf({ kind: 'moment', lang, slug, event: event.id }, urls),
        status: event.status,
        ...(phase && { phase: plainText(phase.title) }),
        ...(event.side && { side: plainText(event.side.name) }),
        sources: event.sources.map(({ source }) => source),
      })),
    ),
  };
}
