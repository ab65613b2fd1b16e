import { posix } from 'node:path';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../../src/layouts/feed-article.ts';
import { writeEpub } from '../../../src/share/epub.ts';
import type { SiteContext } from '../../../src/story/page.ts';
import type { Story } from '../../../src/story/story.ts';
import { corners, encoded } from '../../fixtures/drawn.ts';
import { epubProblems, hasEpubcheck } from '../../fixtures/epubcheck.ts';
import { smallSite } from '../components/render.ts';
import { bridgeIn } from '../story/bridge.ts';
import { hostile } from './hostile.ts';

const styles = readFileSync(new URL('../../../src/share/epub.css', import.meta.url), 'utf8');
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const cover = new Uint8Array(Buffer.from(DOT, 'base64'));

const jpeg = new Uint8Array(await encoded('jpeg', corners(16, 16)));
const pictures = new Map([['view', jpeg]]);

const bookOf = async (story: Story, context: SiteContext, more = '') =>
  writeEpub(story, context, { html: (await articleHtml(story, context)) + more, cover, styles, pictures });

/** The files of a book that are XML, each parsed; what is not well-formed throws. */
function parsed(book: Uint8Array): Map<string, Document> {
  return new Map(
    Object.entries(unzipSync(book))
      .filter(([file]) => /\.(?:xhtml|opf|xml)$/.test(file))
      .map(([file, bytes]) => [file, new JSDOM(strFromU8(bytes), { contentType: 'application/xml' }).window.document]),
  );
}

const { story, context } = hostile();
const MORE = `<p>a ]]> b<br>c</p>
<figure id="picture-view"><img src="https://example.org/news/articles/hostile/pictures/view.webp" alt="A view"></figure>
<figure id="picture-hidden"><details><summary>It shows harm</summary>
<img src="https://example.org/news/articles/hostile/pictures/hidden.webp" alt="Harm"></details></figure>`;
const book = await bookOf(story, context, MORE);
const documents = parsed(book);
const all = (selector: string): Element[] =>
  [...documents.values()].flatMap((document) => [...document.querySelectorAll(selector)]);

describe('a story as a book', () => {
  it('begins with its type, not packed, where programs look for it', () => {
    expect(strFromU8(book.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(book[8]).toBe(0);
  });

  it('is well-formed, whatever its texts try to be', () => {
    expect(documents.size).toBeGreaterThan(5);
    expect(documents.get('title.xhtml')?.querySelector('h1')?.textContent).toBe(story.titleText);
    expect(all('p').map(({ textContent }) => textContent)).toContain('a ]]> bc');
    expect(all('script, style, svg, input, form')).toEqual([]);
  });

  it('stays the same book to a shelf when the story is renamed', async () => {
    const renamed = parsed(await bookOf({ ...story, slug: 'renamed' }, context)).get('book.opf');
    const id = renamed?.documentElement.getAttribute('unique-identifier') ?? '';
    expect(renamed?.getElementById(id)?.textContent).toBe('https://example.org/news/articles/hostile.html');
  });

  it('lists each of its files once, and opens them in order', () => {
    const manifest = all('item').map((item) => item.getAttribute('href'));
    const apart = ['META-INF/container.xml', 'book.opf', 'mimetype'];
    expect([...manifest, ...apart].toSorted()).toEqual(Object.keys(unzipSync(book)).toSorted());
    const spine = all('itemref').map((ref) => ref.getAttribute('idref'));
    expect(spine).toEqual(all('item[media-type="application/xhtml+xml"]').map(({ id }) => id));
  });

  it('leads within itself where it can, and to the web elsewhere', () => {
    let inside = 0;
    for (const [file, document] of documents)
      for (const link of document.querySelectorAll('a, img, link')) {
        const href = link.getAttribute('href') ?? link.getAttribute('src') ?? '';
        if (/^(?:https?|mailto):/.test(href)) continue;
        const [path = '', id] = href.split('#');
        const target = posix.join(posix.dirname(file), path);
        expect(Object.keys(unzipSync(book))).toContain(target);
        if (id !== undefined) expect(documents.get(target)?.getElementById(id), href).toBeTruthy();
        if (id?.startsWith('source-')) inside++;
      }
    expect(inside).toBeGreaterThan(0);
    const links = all('a').map((link) => link.getAttribute('href'));
    expect(links).toContain('https://example.org/news/about.html#h-corrections');
  });

  it('holds the pictures that it shows, and leads to the page for one that waits there', () => {
    expect(all('img').map((img) => [img.getAttribute('src'), img.getAttribute('alt')])).toEqual([
      ['picture-view.jpg', 'A view'],
    ]);
    expect(all('item[media-type="image/jpeg"]').map((item) => item.getAttribute('href'))).toEqual(['picture-view.jpg']);
    const waits = all('a').find(({ textContent }) => textContent === 'It shows harm');
    expect(waits?.getAttribute('href')).toBe('https://example.org/news/articles/hostile.html#picture-hidden');
  });

  it('says of itself what libraries and readers ask', () => {
    const said = (name: string): string[] =>
      all('metadata > *')
        .filter((meta) => (meta.getAttribute('property') ?? meta.tagName) === name)
        .map(({ textContent }) => textContent ?? '');
    const address = 'https://example.org/news/articles/hostile.html';
    expect(said('dc:identifier')).toEqual([address]);
    expect(said('dc:source')).toEqual([address]);
    expect(said('dc:title')).toEqual([story.titleText]);
    expect(said('dc:creator').length).toBeGreaterThan(0);
    expect(said('dc:language')).toEqual(['en']);
    expect(said('dc:rights')[0]).toContain(context.site.licence.url);
    expect(said('dcterms:modified')).toEqual(['2026-01-02T00:00:00Z']);
    expect(said('schema:accessMode')).toContain('textual');
    expect(said('schema:accessibilityHazard')).toEqual(['none']);
  });

  it('is the same each time, in every zone', async () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const there = await bookOf(story, context, MORE);
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(Buffer.compare(there, book)).toBe(0);
  });

  it.skipIf(!hasEpubcheck)('is valid', () => {
    expect(epubProblems(book)).toEqual([]);
  });
});

it('a book has what its page tells, each moment with its clocks, and tells it in its language', async () => {
  const bridge = bridgeIn('ko');
  const files = parsed(await bookOf(bridge, smallSite('ko')));
  const text = [...files.values()].map(({ documentElement }) => documentElement?.textContent ?? '').join('\n');
  for (const { event } of bridge.moments) {
    expect(text).toContain(event.plain.title);
    for (const { time } of event.when.clocks) expect(text).toContain(time);
  }
  expect(bridge.moments.some(({ event }) => event.when.clocks.length > 1)).toBe(true);
  for (const { source } of bridge.sources) expect(text).toContain(source.title);
  for (const [file, { documentElement }] of files)
    if (file.endsWith('.xhtml')) expect(documentElement.getAttribute('xml:lang')).toBe('ko');
});
