import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, expect, it } from 'vitest';
import { articleEntry } from '../../../src/content/current.ts';
import { MODEL } from '../../../src/content/model/article.ts';
import { mapTexts } from '../../../src/content/model/walk.ts';
import { unfitCharacter } from '../../../src/content/read/read-file.ts';
import { feedArticle } from '../../../src/layouts/feed-article.ts';
import { timelineCsv, timelineJson } from '../../../src/share/exports-data.ts';
import { timelineIcs } from '../../../src/share/exports-ics.ts';
import { timelineJs } from '../../../src/share/exports-timelinejs.ts';
import { feedOf, writeJsonFeed, writeRss } from '../../../src/share/feed.ts';
import { articleJsonLd, scriptJson } from '../../../src/share/json-ld.ts';
import { citeStory, embedSnippet } from '../../../src/share/reuse.ts';
import { timelineData } from '../../../src/share/timeline-data.ts';
import type { Prose } from '../../../src/text/pipeline.ts';
import { buildStory } from '../../../src/story/story.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { smallSite } from '../../unit/components/render.ts';
import { parseHTML } from '../../unit/share/parse-html.ts';
import { readBridge } from '../../unit/story/bridge.ts';
import { runs, tell, TIMEOUT } from './runs.ts';

const { article, prose } = articleEntry(readBridge());
const site = smallSite('en');
let tries = 0;
afterAll(() => tell('texts in the exports', tries));

const pieces = fc.constantFrom(
  ...'<>&"\'`=+-@|%,;:\\/{}[]()$#^~_*\t\n a0é가\u200d\u200f\u00ad＝',
  ...[']]>', '</script>', '<!--', 'BEGIN:VEVENT\r\n', '\\n', '\\,', '&amp;', '&#13;', 'javascript:', '\r', '😀', '{0}'],
);
/** Any words that the checks let through. */
const words = fc
  .oneof(fc.string({ unit: pieces, minLength: 1, maxLength: 40 }), fc.string({ unit: 'binary', minLength: 1 }))
  .filter((text) => text.trim() !== '' && unfitCharacter(text) === undefined);

/** The words as a page has them: spaces folded. */
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

it(
  'whatever is written in every field comes out of every export as it went in',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 7, maxLength: 7 }), async (texts) => {
        tries++;
        let next = 0;
        const another = (): string => texts[next++ % texts.length] as string;
        const data = mapTexts(MODEL.fields, article.original.data, () => [another()]);
        const sources = article.sources.map((source) => ({
          ...source,
          ...{ publisher: another(), title: another(), author: another() },
        }));
        const context = { ...site, site: { ...site.site, name: another(), tagline: another() } };
        const story = buildStory(
          { ...article, original: { ...article.original, data }, sources },
          undefined,
          prose['en'] as Prose,
          en,
        );
        const timeline = timelineData(story, context);
        const events = timeline.events.map(({ event }) => event.plain);
        const titles = events.map(({ title }) => title);
        expect(new Set(titles.concat(story.titleText)).size).toBeGreaterThan(0);
        for (const title of titles) expect(texts.map(folded)).toContain(title);

        const json = JSON.parse(timelineJson(timeline)) as { events: { title: string; text: string }[] };
        expect(json.events.map(({ title, text }) => ({ title, text }))).toEqual(
          events.map(({ title, text }) => ({ title, text })),
        );

        const csv = Papa.parse<Record<string, string>>(timelineCsv(timeline), { header: true, skipEmptyLines: true });
        expect(csv.errors).toEqual([]);
        // An apostrophe keeps a cell from being a formula.
        expect(csv.data.map((row) => row['title']?.replace(/^'|(?<=[;\t]\s*)'/g, ''))).toEqual(
          titles.map((title) => title.replace(/^'|(?<=[;\t]\s*)'/g, '')),
        );
        for (const cell of csv.data.flatMap((row) => Object.values(row)))
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠|%]/);

        const calendar = new ICAL.Component(ICAL.parse(timelineIcs(timeline)) as never);
        const entries = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
        expect(entries).toHaveLength(events.length);
        entries.forEach(({ summary, description }, index) => {
          expect(summary.startsWith(titles[index] as string)).toBe(true);
          expect(description).toContain(events[index]?.text);
        });

        const slides = (JSON.parse(timelineJs(timeline)) as { events: { text: { headline: string; text: string } }[] })
          .events;
        expect(slides.map(({ text }) => parseHTML(`<title>${text.headline}</title>`)[2]?.text)).toEqual(titles);
        for (const { text } of slides)
          expect(new Set(parseHTML(text.text).map(({ tag }) => tag))).toEqual(
            new Set(['html', 'head', 'body', 'p', 'a']),
          );

        const contentOf = () => feedArticle(story, context);
        const rss = parseRssFeed(await writeRss(await feedOf([story], 'rss', context, contentOf)));
        const feed = parseJsonFeed(writeJsonFeed(await feedOf([story], 'json', context, contentOf)));
        for (const { title, items } of [rss, feed]) {
          expect(folded(title ?? '')).toBe(folded(context.site.name));
          expect(items?.[0]?.title).toBe(story.titleText);
        }
        for (const { tag } of parseHTML(String(feed.items?.[0]?.content_html)))
          expect(tag).not.toMatch(/^(?:script|img)$/);

        const data2 = `<script type="application/ld+json">${scriptJson(articleJsonLd(story, context, {}))}</script>`;
        const [, , script, ...others] = parseHTML(data2);
        expect(others.map(({ tag }) => tag)).toEqual(['body']);
        expect(JSON.stringify(JSON.parse(script?.text ?? ''))).toContain(JSON.stringify(story.titleText));

        const { bibtex } = citeStory(story, context);
        expect(bracesIn(bibtex)).toBe(0);
        const frame = parseHTML(embedSnippet(story, context)).filter(({ tag }) => !/^(?:html|head|body)$/.test(tag));
        expect(frame.map(({ tag, attributes }) => [tag, attributes['title']?.endsWith(story.titleText)])).toEqual([
          ['iframe', true],
        ]);
      }),
      runs(60),
    );
  },
  TIMEOUT,
);

/** How many braces of an entry stay open; BibTeX counts those behind a backslash as well. */
function bracesIn(bibtex: string): number {
  let depth = 0;
  for (const sign of bibtex) {
    if (sign === '{') depth++;
    if (sign === '}' && --depth < 0) return depth;
  }
  return depth;
}
