import { zipSync } from 'fflate';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { toXast } from 'hast-util-to-xast';
import { toString } from 'mdast-util-to-string';
import { toXml } from 'xast-util-to-xml';
import { isoDay } from '../dates/edtf.ts';
import { formatDate } from '../dates/format.ts';
import { directionOf } from '../i18n/language.ts';
import { fill, listInWords } from '../i18n/messages.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { authorNames } from '../story/subjects.ts';
import { urlOf } from '../story/urls.ts';
import { escapeHtml, type Html } from '../text/html.ts';
import { nodesOf } from '../text/nodes.ts';
import { absolute, PLAIN, readerTree } from './reader-html.ts';
import { zipTime } from './zip-time.ts';

/** What a book is made of. */
interface Content {
  /** The article without the frame of its page. */
  readonly html: Html;
  /** A PNG that stands for the book on a shelf. */
  readonly cover: Uint8Array;
  /** Its pictures as JPEGs, by their ids. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Its style sheet. */
  readonly styles: string;
}

/** A file of text within the book. */
interface Chapter {
  readonly file: string;
  readonly children: RootContent[];
}

/**
 * A story as a book for reader programs (EPUB 3.3): a title page, the text, and each part below it in a file of its own.
 * Links within the story stay in the book, all others are absolute. The same bytes for the same story.
 *
 * @see https://www.w3.org/TR/epub-33/
 */
export function writeEpub(story: Story, context: SiteContext, content: Content): Uint8Array<ArrayBuffer> {
  const { lang, slug } = story;
  const tree = readerTree(content.html, WITHIN);
  const shown = joinPictures(tree, (id) => urlOf({ kind: 'illustration', lang, slug, id }, context.urls), content);
  const chapters = chaptersOf(tree);
  joinLinks(tree, chapters, urlOf({ kind: 'article', lang, slug }, context.urls));
  const start = { href: 'title.xhtml', text: story.titleText };
  const entries = [start, ...chapters.flatMap(entriesOf)];
  const texts: Record<string, string> = {
    'META-INF/container.xml': CONTAINER,
    'book.opf': packageOf(story, context, chapters, [...shown.keys()]),
    'nav.xhtml': page(story, context.words.story.contents, navigation(entries, context)),
    'title.xhtml': page(story, story.titleText, titlePage(story, context)),
    'book.css': content.styles,
  };
  for (const { file, children } of chapters) texts[file] = page(story, story.titleText, xhtml(children));
  const bytes = Object.entries(texts).map(([file, text]) => [file, new TextEncoder().encode(text)] as const);
  return zipSync(
    {
      // A program knows the book by these bytes at their place: first, and not packed.
      mimetype: [new TextEncoder().encode('application/epub+zip'), { level: 0 }],
      ...Object.fromEntries(bytes),
      'cover.png': [content.cover, { level: 0 }],
      ...Object.fromEntries([...shown].map(([file, jpeg]) => [file, [jpeg, { level: 0 }] as const])),
    },
    { level: 9, mtime: zipTime(isoDay(story.modified)) },
  );
}

/** What a chapter may hold: what feeds have, and what leads within the book or is styled in it. */
const WITHIN: Schema = {
  ...PLAIN,
  tagNames: [...PLAIN.tagNames, 'section'],
  attributes: {
    ...PLAIN.attributes,
    '*': [...PLAIN.attributes['*'], 'id', 'className'],
    a: ['href', 'rel', 'role', 'ariaLabel'],
  },
  // No text of an editor gives an id, and the links lead to those of the page.
  clobber: [],
};

/** Parts that stand below the text begin a file of their own, which a slow program opens sooner. */
function chaptersOf(tree: Root): Chapter[] {
  const top = tree.children.flatMap((node) =>
    classOf(node).includes('reading') ? (node as Element).children : [node],
  );
  const chapters: Chapter[] = [{ file: 'text.xhtml', children: [] }];
  for (const node of top) {
    if (classOf(node).includes('part') && !classOf(node).includes('key-points') && headingsIn(node).length > 0)
      chapters.push({ file: `part-${chapters.length}.xhtml`, children: [] });
    chapters.at(-1)?.children.push(node);
  }
  return chapters;
}

function classOf(node: RootContent): readonly (string | number)[] {
  const { className } = node.type === 'element' ? node.properties : {};
  return Array.isArray(className) ? className : [];
}

/** Leads each link to where its target is now: a file of the book, or the web. */
function joinLinks(tree: Root, chapters: readonly Chapter[], address: string): void {
  const places = new Map<string, string>();
  for (const { file, children } of chapters)
    for (const { properties } of children.flatMap((node) => nodesOf(node, 'element')))
      if (typeof properties['id'] === 'string') places.set(absolute(`#${properties['id']}`, address), file);
  for (const { properties } of nodesOf(tree, 'element')) {
    if (typeof properties['href'] !== 'string') continue;
    const target = absolute(properties['href'], address);
    const file = properties['rel'] ? undefined : places.get(target);
    properties['href'] = file === undefined ? target : file + new URL(target).hash;
  }
}

/** Takes the pictures that the text shows into the book. Returns their bytes, by their files. */
function joinPictures(tree: Root, addressOf: (id: string) => string, { pictures }: Content): Map<string, Uint8Array> {
  const byAddress = new Map([...pictures].map(([id, jpeg]) => [addressOf(id), [`picture-${id}.jpg`, jpeg] as const]));
  const shown = new Map<string, Uint8Array>();
  for (const { properties } of nodesOf(tree, 'element')) {
    const [file, jpeg] = byAddress.get(String(properties['src'])) ?? [];
    if (file === undefined || jpeg === undefined) continue;
    properties['src'] = file;
    shown.set(file, jpeg);
  }
  return shown;
}

function headingsIn(node: RootContent): Element[] {
  return nodesOf(node, 'element').filter(({ tagName }) => tagName === 'h2');
}

/** The lines of a chapter in the table of contents. */
function entriesOf({ file, children }: Chapter) {
  return children.flatMap(headingsIn).map((heading) => ({
    href: heading.properties['id'] === undefined ? file : `${file}#${String(heading.properties['id'])}`,
    text: toString(heading),
  }));
}

/** The body of a page as XML. The serializer leaves `]]>` as it is, which may not stand in a text. */
function xhtml(children: RootContent[]): string {
  return toXml(
    toXast({ type: 'element', tagName: 'body', properties: {}, children: children as ElementContent[] }),
  ).replaceAll(']]>', ']]&gt;');
}

function page({ lang }: Story, title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}" dir="${directionOf(lang)}">
<head>
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="book.css"/>
</head>
${body}
</html>
`;
}

function titlePage(story: Story, { site, urls, words }: SiteContext): string {
  const address = escapeHtml(urlOf({ kind: 'article', lang: story.lang, slug: story.slug }, urls));
  const dated = (label: string, date: Story['published']): string => `${label}: ${formatDate(date, words)}`;
  const lines = [
    escapeHtml(fill(words.story.by, { name: listInWords(authorNames(story, site), words) })),
    escapeHtml(dated(words.page.published, story.published)),
    escapeHtml(dated(words.page.updated, story.modified)),
    `<a href="${address}">${address}</a>`,
    `<a href="${escapeHtml(new URL(site.licence.url).href)}">${escapeHtml(site.licence.name)}</a>`,
  ];
  return `<body><section class="title-page" epub:type="titlepage">
<h1>${escapeHtml(story.titleText)}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
</section></body>`;
}

function navigation(entries: readonly { href: string; text: string }[], { words }: SiteContext): string {
  const items = entries.map(({ href, text }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></li>`);
  return `<body><nav epub:type="toc" role="doc-toc">
<h1>${escapeHtml(words.story.contents)}</h1>
<ol>
${items.join('\n')}
</ol>
</nav></body>`;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function packageOf(
  story: Story,
  { site, urls }: SiteContext,
  chapters: readonly Chapter[],
  pictures: readonly string[],
): string {
  const { lang, slug, firstSlug } = story;
  const address = urlOf({ kind: 'article', lang, slug }, urls);
  // Shelves know a book by it, so it never changes.
  const first = urlOf({ kind: 'article', lang, slug: firstSlug }, urls);
  const about = [
    ['title', story.titleText],
    ...authorNames(story, site).map((name) => ['creator', name]),
    ['publisher', site.name],
    ['language', lang],
    ['date', isoDay(story.published)],
    ['description', story.summaryText],
    ['source', address],
    ['rights', `${site.licence.name}, ${site.licence.url}`],
  ].map(([name, value = '']) => `<dc:${name}>${escapeHtml(value)}</dc:${name}>`);
  const meta = [
    // The standard wants a second, and a story is dated by days.
    ['dcterms:modified', `${isoDay(story.modified)}T00:00:00Z`],
    ['schema:accessMode', 'textual'],
    ...(pictures.length > 0 ? [['schema:accessMode', 'visual']] : []),
    ['schema:accessModeSufficient', 'textual'],
    ...['alternativeText', 'readingOrder', 'structuralNavigation', 'tableOfContents'].map((feature) => [
      'schema:accessibilityFeature',
      feature,
    ]),
    ['schema:accessibilityHazard', 'none'],
  ].map(([property, value]) => `<meta property="${property}">${value}</meta>`);
  const files = ['title.xhtml', 'nav.xhtml', ...chapters.map(({ file }) => file)];
  const item = (file: string, type: string, properties = ''): string =>
    `<item id="${file.replace('.', '-')}" href="${file}" media-type="${type}"${properties}/>`;
  const items = [
    ...files.map((file) => item(file, 'application/xhtml+xml', file === 'nav.xhtml' ? ' properties="nav"' : '')),
    ...pictures.map((file) => item(file, 'image/jpeg')),
    item('book.css', 'text/css'),
    item('cover.png', 'image/png', ' properties="cover-image"'),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="first" xml:lang="${lang}" dir="${directionOf(lang)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="first">${escapeHtml(first)}</dc:identifier>
${[...about, ...meta].join('\n')}
</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine page-progression-direction="${directionOf(lang)}">
${files.map((file) => `<itemref idref="${file.replace('.', '-')}"/>`).join('\n')}
</spine>
</package>
`;
}
