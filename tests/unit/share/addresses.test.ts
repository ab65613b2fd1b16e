import { expect, test } from 'vitest';
import { type Address, fileOf } from '../../../src/story/urls.ts';

const book = { firstLanguage: 'en' };
const about = (lang: string) => ({ lang, slug: 'raid-story' });

test.each<[Address, string]>([
  [{ kind: 'moment', ...about('en'), event: 'landing' }, 'articles/raid-story/landing.html'],
  [{ kind: 'moment', ...about('ko'), event: 'landing' }, 'ko/articles/raid-story/landing.html'],
  [{ kind: 'embed', ...about('en') }, 'articles/raid-story/embed.html'],
  [{ kind: 'timeline', ...about('en'), format: 'json' }, 'articles/raid-story/timeline.json'],
  [{ kind: 'timeline', ...about('ko'), format: 'timelinejs.json' }, 'ko/articles/raid-story/timeline.timelinejs.json'],
  [{ kind: 'feed', lang: 'en', format: 'rss' }, 'rss.xml'],
  [{ kind: 'feed', lang: 'ko', format: 'json' }, 'ko/feed.json'],
  [{ kind: 'picture', lang: 'en' }, 'card.png'],
  [{ kind: 'picture', lang: 'en', of: { slug: 'raid-story' } }, 'articles/raid-story/card.png'],
  [{ kind: 'picture', lang: 'ko', of: { slug: 'raid-story', event: 'landing' } }, 'ko/articles/raid-story/landing.png'],
])('%o is the file %s', (address, file) => {
  expect(fileOf(address, book)).toBe(file);
});
