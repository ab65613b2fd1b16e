import { describe, expect, it } from 'vitest';
import { urlOf, type PageRef, fileOf, relativeLink } from '../../../src/story/urls.ts';

const book = { base: 'https://host.example/news/', firstLanguage: 'en' };

const addresses: readonly (readonly [PageRef, string])[] = [
  [{ kind: 'home', lang: 'en' }, 'index.html'],
  [{ kind: 'home', lang: 'ko' }, 'ko/index.html'],
  [{ kind: 'about', lang: 'en' }, 'about.html'],
  [{ kind: 'about', lang: 'ko' }, 'ko/about.html'],
  [{ kind: 'article', lang: 'en', slug: 'a-story' }, 'articles/a-story.html'],
  [{ kind: 'article', lang: 'ko', slug: 'a-story' }, 'ko/articles/a-story.html'],
  [{ kind: 'not-found' }, '404.html'],
];

const of = (lang: string) => ({ lang, slug: 'raid-story' });

const machineAddresses: readonly (readonly [PageRef, string])[] = [
  [{ kind: 'moment', ...of('en'), event: 'landing' }, 'articles/raid-story/landing.html'],
  [{ kind: 'moment', ...of('ko'), event: 'landing' }, 'ko/articles/raid-story/landing.html'],
  [{ kind: 'embed', ...of('en') }, 'articles/raid-story/embed.html'],
  [{ kind: 'timeline', ...of('en'), format: 'json' }, 'articles/raid-story/timeline.json'],
  [{ kind: 'sources', ...of('ko'), format: 'bib' }, 'ko/articles/raid-story/sources.bib'],
  [{ kind: 'timeline', ...of('ko'), format: 'timelinejs.json' }, 'ko/articles/raid-story/timeline.timelinejs.json'],
  [{ kind: 'feed', lang: 'en', format: 'rss' }, 'rss.xml'],
  [{ kind: 'feed', lang: 'ko', format: 'json' }, 'ko/feed.json'],
  [{ kind: 'picture', lang: 'en' }, 'card.png'],
  [{ kind: 'picture', lang: 'en', of: { slug: 'raid-story' } }, 'articles/raid-story/card.png'],
  [{ kind: 'picture', lang: 'ko', of: { slug: 'raid-story', event: 'landing' } }, 'ko/articles/raid-story/landing.png'],
];

it.each([...addresses, ...machineAddresses])('the file of %o is %s', (address, file) => {
  expect(fileOf(address, book)).toBe(file);
});

it('the folder without a name is that of the first language, whichever it is', () => {
  const korean = { firstLanguage: 'ko' };
  expect(fileOf({ kind: 'home', lang: 'ko' }, korean)).toBe('index.html');
  expect(fileOf({ kind: 'article', lang: 'en', slug: 'a' }, korean)).toBe('en/articles/a.html');
});

describe('a link from every file to every other', () => {
  // Files that the design has at other depths stand in the list as well.
  const files = [
    ...addresses.map(([, file]) => file),
    'articles/a-story/takeoff.html',
    'ko/articles/a-story/takeoff.html',
    'articles/a-story/card.png',
    'articles/a-story.other/x.html',
    'page/2.html',
    'rss.xml',
  ];
  const pairs = files.flatMap((from) => files.map((to) => [from, to] as const));

  it.each(['https://host.example/', 'https://host.example/some/sub/path/', 'file:///media/usb/dist/'])(
    'arrives below %s',
    (base) => {
      for (const [from, to] of pairs) {
        expect(new URL(relativeLink(from, to), base + from).href, `${from} to ${to}`).toBe(base + to);
      }
    },
  );

  it('is relative and names the file', () => {
    for (const [from, to] of pairs) {
      expect(relativeLink(from, to)).toMatch(/^(?:\.\.\/)*[a-z0-9]/);
      expect(relativeLink(from, to).endsWith(to.split('/').at(-1) as string)).toBe(true);
    }
  });

  it('goes up no further than it must', () => {
    expect(relativeLink('ko/articles/a.html', 'ko/articles/b.html')).toBe('b.html');
    expect(relativeLink('articles/a/b.html', 'articles/a.html')).toBe('../a.html');
  });
});

it('an absolute address keeps the path of the site', () => {
  expect(urlOf({ kind: 'home', lang: 'ko' }, book)).toBe('https://host.example/news/ko/index.html');
});
