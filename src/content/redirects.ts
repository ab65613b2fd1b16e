import { didYouMean, type Report } from './diagnostic.ts';
import { isId } from './model/scalars.ts';
import { redirects as redirectsSchema } from './model/site.ts';
import type { Pages } from './pages.ts';
import { readFolder } from './read/read-file.ts';
import { validate } from './read/validate.ts';
import { type PlacedYaml, readYamlFile } from './read/yaml.ts';
import { rootOf } from './read/yaml-access.ts';
import { rule } from './rules/rule.ts';

/** Where what has moved stands now. Files and folders count from the top of the site. */
export interface Redirects {
  /** The page for each page that is no more. */
  readonly pages: ReadonlyMap<string, string>;
  /** The folder of each renamed story for its old one, in each language. */
  readonly folders: ReadonlyMap<string, string>;
  /** The former names, the first one first, of stories by their slugs and of moments, such as `bridge/opening`. */
  readonly former: ReadonlyMap<string, readonly string[]>;
}

/** What the addresses of a story, and of its topics, are made of. */
export interface NamedStory {
  readonly languages: readonly string[];
  readonly events: readonly string[];
  readonly topics: readonly string[];
}

/** What the addresses of a site are made of. */
interface SiteNames {
  /** The originals' first. */
  readonly languages: readonly string[];
  /** Every folder of an article. */
  readonly slugs: readonly string[];
  /** The published stories without errors, by slug. */
  readonly stories: ReadonlyMap<string, NamedStory>;
  readonly pages: Pages;
}

/**
 * Reads `redirects.yaml`, where there is one. What leads on to another old address leads to where that ends.
 *
 * @param site what there is to lead to
 */
export function readRedirects(root: string, site: SiteNames, report: Report): Redirects {
  const isThere = readFolder(root, 'content', () => {}).includes('redirects.yaml');
  const yaml = isThere ? readYamlFile(root, 'content/redirects.yaml', report) : undefined;
  if (!yaml) return resolve(new Map(), site);
  validate(redirectsSchema, yaml, report);
  const lines = oldestFirst(
    new Map(
      Object.entries(rootOf(yaml).value).flatMap(([old, to]) =>
        typeof to === 'string' && to !== '' ? [[old, to]] : [],
      ),
    ),
  );
  const redirects = resolve(lines, site);
  redirectLines({ yaml, lines, site, redirects }, report);
  return redirects;
}

type Lines = ReadonlyMap<string, string>;

/** What a line can be about: `articles/old.html`, `articles/old`, `articles/story/old`. */
interface Address {
  readonly kind: 'page' | 'story' | 'moment';
  /** Empty for a page of no story. */
  readonly slug: string;
  readonly event: string;
}

// What a host or a disk would read otherwise is no address of ours, nor is a folder that a file could be.
const PAGE = /^(?:[\p{L}\p{N}_~-]+\/)*[\p{L}\p{N}_~-][\p{L}\p{N}_.~-]*\.html$/u;

function addressOf(text: string): Address | undefined {
  if (PAGE.test(text))
    return { kind: 'page', slug: /^(?:[^/]+\/)?articles\/([^/.]+)/.exec(text)?.[1] ?? '', event: '' };
  const [folder, slug = '', event, more] = text.split('/');
  if (folder !== 'articles' || !isId(slug) || more !== undefined) return undefined;
  if (event === undefined) return { kind: 'story', slug, event: '' };
  return isId(event) ? { kind: 'moment', slug, event } : undefined;
}

/**
 * The addresses that the lines lead to in turn, from one on: a renamed story takes its moments along.
 *
 * @returns none for a circle
 */
function wayOf(text: string, lines: Lines): readonly string[] {
  const way = new Set<string>();
  for (let at = text; !way.has(at);) {
    way.add(at);
    const { kind, slug, event } = addressOf(at) ?? {};
    const story = kind === 'moment' ? lines.get(`articles/${slug}`) : undefined;
    const next = lines.get(at) ?? (story === undefined ? undefined : `${story}/${event}`);
    if (next === undefined) return [...way];
    at = next;
  }
  return [];
}

/** Where the lines lead in the end from an address. Nothing for a circle. */
function endOf(text: string, lines: Lines): string | undefined {
  return wayOf(text, lines).at(-1);
}

/** The lines in the order of time: one that leads to another is the older one, wherever it stands. */
function oldestFirst(lines: Lines): Lines {
  const older = Map.groupBy(lines.keys(), (old) => wayOf(old, lines).find((at) => at !== old && lines.has(at)));
  const sorted = new Map<string, string>();
  const take = (old: string, to: string): void => {
    for (const before of older.get(old) ?? []) take(before, lines.get(before) ?? '');
    sorted.set(old, to);
  };
  for (const [old, to] of lines) if (!sorted.has(old)) take(old, to);
  return sorted;
}

function resolve(lines: Lines, { languages, stories }: SiteNames): Redirects {
  const [pages, folders, former] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string[]>()];
  const moved = (kind: Address['kind']) =>
    [...lines.keys()].flatMap((old) => {
      const end = endOf(old, lines) ?? '';
      const [from, to] = [addressOf(old), addressOf(end)];
      return from?.kind === kind && to?.kind === kind ? [{ old, end, from, to }] : [];
    });
  const foldersOf = (slug: string): string[] =>
    (stories.get(slug)?.languages ?? []).map((lang) => folderOf(lang, languages));
  const wasCalled = (name: string, old: string): void =>
    void former.set(name, [...new Set([...(former.get(name) ?? []), old])]);

  const renamed = moved('story').map(({ from, to }) => ({ old: from.slug, slug: to.slug }));
  for (const { old, slug } of renamed) {
    wasCalled(slug, old);
    for (const folder of foldersOf(slug)) {
      const [there, here] = [`${folder}articles/${old}`, `${folder}articles/${slug}`];
      folders.set(there, here);
      for (const page of ['', '/embed', ...(stories.get(slug)?.events ?? []).map((id) => `/${id}`)])
        pages.set(`${there}${page}.html`, `${here}${page}.html`);
    }
  }
  for (const { from, to } of moved('moment')) {
    const before = renamed.filter(({ slug }) => slug === to.slug).map(({ old }) => old);
    // An anchor leads on within its story alone.
    if ([to.slug, ...before].includes(from.slug)) wasCalled(`${to.slug}/${to.event}`, from.event);
    const also = from.slug === to.slug ? before.filter((old) => !lines.has(`articles/${old}/${from.event}`)) : [];
    for (const folder of foldersOf(to.slug))
      for (const slug of [from.slug, ...also])
        pages.set(`${folder}articles/${slug}/${from.event}.html`, `${folder}articles/${to.slug}/${to.event}.html`);
  }
  for (const { old, end } of moved('page')) pages.set(old, pages.get(end) ?? end);
  return { pages, folders, former };
}

type Resolved = { yaml: PlacedYaml; lines: Lines; site: SiteNames; redirects: Redirects };

/** An old address is one at which nothing stands any more, and leads to one where something does. */
const redirectLines = rule<Resolved>('redirect', ({ yaml, lines, site, redirects }, say) => {
  const files = filesOf(site);
  // A disk may take two names for one that differ in their capitals.
  const lowered = new Set(files.map((file) => file.toLowerCase()));
  const broken = site.slugs.filter((slug) => !site.stories.has(slug) && !site.pages.drafts.has(slug));
  const inCircle = new Set<string>();
  for (const [old, to] of lines) {
    const [from, target] = [addressOf(old), addressOf(to)];
    if (!from) say.atKey(yaml, [old], howToWrite(old));
    if (!target) say.at(yaml, [old], howToWrite(to));
    if (!from || !target) continue;
    const end = endOf(to, lines);
    if (from.kind !== target.kind)
      say.at(yaml, [old], `"${to}" is of another kind; write two pages, two stories or two moments`);
    else if (isTaken(old, from)) say.atKey(yaml, [old], 'something stands at this address; take the line out');
    else if (end === undefined && !inCircle.has(old)) {
      say.at(yaml, [old], `"${to}" leads back in a circle; write where it stands now`);
      for (let at = old; !inCircle.has(at); at = lines.get(at) ?? old) inCircle.add(at);
    } else if (end !== undefined && !lines.has(to)) {
      const refusal = refusalOf(end);
      if (refusal !== undefined) say.at(yaml, [old], refusal);
    }
  }

  function isTaken(old: string, { kind, slug, event }: Address): boolean {
    // How far the list of all stories goes on depends on how many there are.
    if (kind === 'page') return lowered.has(old.toLowerCase()) || /^(?:[a-z]+\/)?page\/\d+\.html$/i.test(old);
    if (kind === 'story') return site.slugs.includes(slug);
    const home = addressOf(endOf(`articles/${slug}`, lines) ?? '')?.slug;
    const anchors = home === undefined ? undefined : site.pages.anchorsOf({ kind: 'article', slug: home, lang: '' });
    return anchors !== undefined && (event === 'embed' || anchors.has(event));
  }

  function refusalOf(end: string): string | undefined {
    const { kind, slug, event } = addressOf(end) as Address;
    if (site.pages.drafts.has(slug))
      return `"${slug}" is a draft, which readers do not get; wait until it is published`;
    // What is wrong with a story, which may be the only one of its topic, is told where it is.
    if (broken.includes(slug) || (broken.length > 0 && /(?:^|\/)topics\//.test(end))) return undefined;
    if (kind === 'page')
      return redirects.pages.has(end) || files.includes(end)
        ? undefined
        : `"${end}" is no page of the site${didYouMean(end, files)}`;
    const { events } = site.stories.get(slug) ?? {};
    if (!events) return `there is no story "${slug}"${didYouMean(slug, site.slugs)}`;
    return kind === 'story' || events.includes(event)
      ? undefined
      : `"${slug}" has no event "${event}"${didYouMean(event, events)}`;
  }
});

function howToWrite(text: string): string {
  return `"${text}" is no address; write a page as articles/old.html, a story as articles/old, a moment as articles/story/old`;
}

function folderOf(lang: string, [first]: readonly string[]): string {
  return lang === first ? '' : `${lang}/`;
}

/** The files of the site's pages, but for those of a long list's further pages. */
export function filesOf({ languages, stories }: Pick<SiteNames, 'languages' | 'stories'>): string[] {
  const inLanguage = (lang: string): string[] => [
    ...['index', 'about', 'find'],
    ...[...stories].flatMap(([slug, { languages: spoken, events, topics }]) =>
      spoken.includes(lang)
        ? [
            ...topics.map((id) => `topics/${id}`),
            `articles/${slug}`,
            ...['embed', ...events].map((name) => `articles/${slug}/${name}`),
          ]
        : [],
    ),
  ];
  return [
    '404.html',
    ...languages.flatMap((lang) => inLanguage(lang).map((page) => `${folderOf(lang, languages)}${page}.html`)),
  ];
}
