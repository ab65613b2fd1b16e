import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ICAL from 'ical.js';
import { JSDOM } from 'jsdom';
import papaparse from 'papaparse';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readLibrary } from '../../src/content/library.ts';
import { en } from '../../src/i18n/locales/en.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { build, copyProject } from '../fixtures/project.ts';
import { he } from '../fixtures/third-language/he.ts';
import { filesOf, pageAt } from '../site/built-site.ts';
import { faultsOn } from './axe.ts';
import { openWatched } from './watched-page.ts';

/**
 * A project that speaks a language which the program has never heard of: it takes the language's words and
 * one line, and stories in it. Its letters are Hebrew, so that English shows, and pages are read from the right.
 */

const FIXTURE = join(import.meta.dirname, '../fixtures/third-language');

/** The pages of the language, which is the project's first. */
const PAGES = ['index.html', 'about.html', '404.html', 'articles/bridge.html', 'articles/bridge/embed.html'];
const MOMENTS = ['planned', 'opening', 'closing', 'silence'].map((event) => `articles/bridge/${event}.html`);
const TEXTS = ['timeline.csv', 'timeline.ics', 'timeline.json', 'timeline.timelinejs.json'].map(
  (name) => `articles/bridge/${name}`,
);

const project = copyProject({ content: join(FIXTURE, 'content') });
const dist = join(project, 'dist');
let browser: Browser;
let said: string;

beforeAll(async () => {
  copyFileSync(join(FIXTURE, 'he.ts'), join(project, 'src/i18n/locales/he.ts'));
  appendFileSync(join(project, 'src/i18n/locales/index.ts'), "export { he } from './he.ts';\n");
  ({ stdout: said } = await build(project));
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

function documentOf(file: string): Document {
  return pageAt(file, dist);
}

describe('a language that is new to the program', () => {
  it('takes its words and one line', () => {
    expect(said).toContain('Built 1 article');
    const files = filesOf(dist);
    expect(files).toEqual(expect.arrayContaining([...PAGES, ...MOMENTS, ...TEXTS, 'rss.xml', 'feed.json']));
    expect(files).toEqual(
      expect.arrayContaining(PAGES.filter((page) => page !== '404.html').map((page) => `en/${page}`)),
    );
  });

  it('is refused with what to do, where that line is missing', () => {
    // This process speaks as many languages as the program does.
    expect(readLibrary(project).diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /the interface does not speak "he".* src\/i18n\/locales\/he\.ts.* src\/i18n\/locales\/index\.ts/,
      ),
    ]);
  });
});

/** Names that are the same in every language, and what only machines read. */
const NAMES =
  /\b(?:CC BY 4\.0|MIT|JSON Feed|(?:CSL-)?JSON|RSS|CSV|iCalendar|TimelineJS|BibTeX|RIS|EPUB|EDTF [\d.,:~?/+TZ-]+)|https?:\S+|\S+@\S+/g;
const LATIN = /\p{Script=Latin}/u;

/** What is left of a text where everything that may be Latin is taken out. */
function english(text: string): string[] {
  return text
    .replace(NAMES, '')
    .split('\n')
    .map((line) => line.trim())
    .flatMap((line) => line.match(new RegExp(`.{0,20}${LATIN.source}.{0,20}`, 'u')) ?? []);
}

const READ_ALOUD = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'alt', 'placeholder', 'summary'];
const SHOWN_BY_SCRIPT = ['data-title', 'data-copy-link', 'data-copied', 'data-copy', 'data-send'];
const FOR_PREVIEWS =
  /^(?:description|og:(?:title|description|site_name|image:alt)|twitter:(?:image:alt|label\d|data\d)|citation_(?:title|author|publisher))$/;

describe.each([...PAGES, ...MOMENTS])('%s', (file) => {
  it('shows nothing in English', () => {
    const document = documentOf(file);
    expect(english(document.title)).toEqual([]);
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const element of body.querySelectorAll('[lang]:not([lang=he]), script, style, pre')) element.remove();
    expect(texts(body).flatMap(english)).toEqual([]);
  });

  it('names nothing in English for who hears it', () => {
    const document = documentOf(file);
    let names = 0;
    for (const element of document.querySelectorAll('*'))
      for (const attribute of [...READ_ALOUD, ...SHOWN_BY_SCRIPT]) {
        const name = element.getAttribute(attribute);
        if (name === null) continue;
        expect(english(name), `${element.outerHTML.slice(0, 80)} ${attribute}`).toEqual([]);
        names++;
      }
    // The embedded page has neither navigation nor pictures.
    if (!file.endsWith('embed.html')) expect(names).toBeGreaterThan(0);
  });

  it('says nothing in English to programs', () => {
    const { head } = documentOf(file);
    for (const meta of head.querySelectorAll('meta')) {
      const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? '';
      if (FOR_PREVIEWS.test(name)) expect(english(meta.content), name).toEqual([]);
    }
    const data = [...head.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) =>
      JSON.parse(textContent ?? ''),
    );
    const foreign = ['Bridge closed: nobody knows why'];
    expect(
      data
        .flatMap(wordsIn)
        .filter((text) => !foreign.includes(text))
        .flatMap(english),
    ).toEqual([]);
  });

  it('has no phrase of the English interface anywhere', () => {
    // The page for what is not there speaks every language of the site, each marked as such.
    const html = read(file).replace(/<section lang="en".*?<\/section>/gs, '');
    expect(phrasesOf(en).filter((phrase) => html.includes(phrase))).toEqual([]);
  });

  it('is read from the right, and what is English in it from the left', () => {
    const { documentElement, body } = documentOf(file);
    expect([documentElement.lang, documentElement.dir]).toEqual(['he', 'rtl']);
    for (const element of body.querySelectorAll<HTMLElement>('[lang=en], [lang=ko]')) expect(element.dir).toBe('ltr');
    expect(documentElement.querySelectorAll('[lang=he][dir=ltr]')).toHaveLength(0);
  });
});

/** The texts of an element, each as it stands between two tags. */
function texts(element: Node): string[] {
  if (element.nodeType === element.TEXT_NODE) return [element.textContent ?? ''];
  return [...element.childNodes].flatMap(texts);
}

/** The texts of the interface that are more than one word, without the places for values. */
function phrasesOf(words: Messages | object): string[] {
  return Object.values(words)
    .flatMap((value: string | object) => (typeof value === 'string' ? value.split(/\{\w+\}/) : phrasesOf(value)))
    .map((phrase) => phrase.trim())
    .filter((phrase) => /\w \w/.test(phrase));
}

/** The texts in data that are words: no key words of a vocabulary, no addresses, no dates. */
function wordsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(wordsIn);
  if (typeof data === 'object' && data !== null)
    return Object.entries(data).flatMap(([key, value]) => (/^@|^inLanguage$/.test(key) ? [] : wordsIn(value)));
  return typeof data === 'string' && !URL.canParse(data) && !/^\d{4}-/.test(data) ? [data] : [];
}

describe('the English pages beside it', () => {
  it.each(['en/index.html', 'en/about.html', 'en/articles/bridge.html', 'en/articles/bridge/opening.html'])(
    '%s',
    (file) => {
      const { documentElement, body } = documentOf(file);
      expect([documentElement.lang, documentElement.dir]).toEqual(['en', '']);
      const switches = body.querySelectorAll<HTMLElement>('nav a[hreflang=he]');
      expect([...switches].map(({ lang, dir, textContent }) => [lang, dir, textContent?.trim()])).toEqual([
        ['he', 'rtl', he.languageName],
      ]);
    },
  );
});

describe('what leaves the page', () => {
  const document = (): Document => documentOf('articles/bridge.html');

  it('the reference and the frame for other sites', () => {
    const [bibtex = '', frame = ''] = [...document().querySelectorAll('pre')].map(
      ({ textContent }) => textContent ?? '',
    );
    const fields = [...bibtex.matchAll(/^ {2}(author|title|note) = \{(.*)\},?$/gm)].map(([, , value = '']) => value);
    expect(fields).toHaveLength(3);
    expect(fields.flatMap(english)).toEqual([]);
    const iframe = new JSDOM(frame).window.document.querySelector('iframe');
    expect(english(iframe?.title ?? 'none')).toEqual([]);
  });

  it('the feeds', () => {
    const feed = JSON.parse(read('feed.json')) as { items: { content_html: string }[] };
    const contents = feed.items.map(({ content_html }) => content_html);
    const rss = new JSDOM(read('rss.xml'), { contentType: 'text/xml' }).window.document;
    contents.push(
      ...[...rss.querySelectorAll('item > *')].flatMap((node) =>
        node.nodeName === 'content:encoded' ? (node.textContent ?? '') : [],
      ),
    );
    expect(contents).toHaveLength(2);
    for (const content of contents) {
      const { body } = new JSDOM(content).window.document;
      expect(body.firstElementChild?.getAttribute('dir')).toBe('rtl');
      for (const foreign of body.querySelectorAll('[lang=en], [lang=ko]')) foreign.remove();
      expect(english(body.textContent ?? '')).toEqual([]);
    }
    for (const title of rss.querySelectorAll('title, description'))
      expect(english(title.textContent ?? '')).toEqual([]);
    expect(rss.querySelector('language')?.textContent).toBe('he');
    const { items: _items, language: _language, ...about } = feed as { items: unknown; language?: string };
    expect(wordsIn(about).flatMap(english)).toEqual([]);
  });

  it('the calendar', () => {
    const calendar = new ICAL.Component(ICAL.parse(read('articles/bridge/timeline.ics')) as string);
    const spoken = ['name', 'x-wr-calname'].map((name) => String(calendar.getFirstPropertyValue(name)));
    for (const event of calendar.getAllSubcomponents('vevent'))
      for (const name of ['summary', 'description', 'location', 'categories'])
        spoken.push(String(event.getFirstPropertyValue(name) ?? ''));
    expect(spoken.length).toBeGreaterThan(20);
    expect(spoken.flatMap(english)).toEqual([]);
  });

  it('the table and the slides', () => {
    const { data } = papaparse.parse<Record<string, string>>(read('articles/bridge/timeline.csv').slice(1), {
      header: true,
    });
    const cells = data.flatMap((row) =>
      ['title', 'text', 'saidBy', 'phase', 'place', 'side'].map((column) => row[column] ?? ''),
    );
    expect(cells.join('')).not.toBe('');
    expect(cells.flatMap(english)).toEqual([]);
    const { events } = JSON.parse(read('articles/bridge/timeline.timelinejs.json')) as {
      events: { display_date: string; text: { headline: string; text: string } }[];
    };
    const slides = events.flatMap(({ display_date, text }) => [display_date, text.headline, text.text]);
    expect(slides.map((html) => new JSDOM(html).window.document.body.textContent ?? '').flatMap(english)).toEqual([]);
  });
});

describe('in a browser', () => {
  const address = (file: string): string => `${pathToFileURL(dist).href}/${file}`;

  it.each([...PAGES, MOMENTS[1] as string])(
    '%s does not scroll sideways, and nothing leaves the screen',
    async (file) => {
      const { page, troubles, close } = await openWatched(browser, address(file), {
        viewport: { width: 360, height: 800 },
      });
      expect(await overflowing(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await close();
    },
  );

  it.each([360, 1280])('the article is the mirror of its English twin at %i pixels', async (width) => {
    const places = async (file: string): Promise<Record<string, number>> => {
      const { page, close } = await openWatched(browser, address(file), { viewport: { width, height: 800 } });
      const found = await starts(page);
      await close();
      return found;
    };
    const [mirrored, twin] = [await places('articles/bridge.html'), await places('en/articles/bridge.html')];
    expect(Object.keys(mirrored).length).toBeGreaterThan(8);
    expect(mirrored).toEqual(twin);
  });

  it('axe finds nothing on the article', async () => {
    const { page, close } = await openWatched(browser, address('articles/bridge.html'), { reducedMotion: 'reduce' });
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    expect(await faultsOn(page)).toEqual([]);
    await close();
  });
});

/** What reaches over an edge of the screen: on a page that is read from the right, the left one counts, too. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll('body *')].filter((node) => {
      const { left, right } = node.getBoundingClientRect();
      return !node.closest('.table, .skip, svg') && (left < -1 || right > width + 1);
    });
    const scrolls = document.documentElement.scrollWidth > width ? ['the page'] : [];
    return [...scrolls, ...over.map((node) => `${node.tagName}.${node.className}`)];
  });
}

/** How far things start from where lines start, in pixels: the same on a page and on its mirror. */
async function starts(page: Page): Promise<Record<string, number>> {
  const things = [
    ...['.site-name', 'h1', '.standfirst', '.key', '.key-points li', '.contents', '.prose p', '.desk-note', '.event'],
    ...[
      '.event > .when',
      '.event > .title',
      '.clocks > li',
      '.strip svg',
      '.strip foreignObject',
      '.strip foreignObject a',
    ],
    ...['.passage th', '.count > svg', '.persons li', '.source-list li', 'td'],
  ];
  return page.evaluate((selectors) => {
    const isMirrored = getComputedStyle(document.body).direction === 'rtl';
    const width = document.documentElement.clientWidth;
    const found = selectors.flatMap((selector) => {
      const element = document.querySelector(selector);
      if (!element || element.getClientRects().length === 0) return [];
      const { left, right } = element.getBoundingClientRect();
      return [[selector, Math.round(isMirrored ? width - right : left)] as const];
    });
    return Object.fromEntries(found);
  }, things);
}
