import { join } from 'node:path';
import type { Diagnostic } from '../../../src/content/diagnostic.ts';
import { readLibrary } from '../../../src/content/library.ts';
import type { Site } from '../../../src/content/model/site.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import type { SiteContext } from '../../../src/story/page.ts';
import { parseMarkdown, richProse } from '../../../src/text/pipeline.ts';
import { buildStory, type Story } from '../../../src/story/story.ts';

/** A site and an article whose every text tries to be something else than text. */
export function hostile(): { context: SiteContext; story: Story; problems: readonly Diagnostic[] } {
  const { site, articles, diagnostics } = readLibrary(join(import.meta.dirname, '../../fixtures/share'));
  const [article] = articles;
  if (!site || !article) throw new Error(`the fixture cannot be read: ${JSON.stringify(diagnostics)}`);
  const prose = richProse(parseMarkdown('## Two\n\nText.[^hostile]\n\n- [x] done\n'));
  const context = {
    site: site as Site,
    urls: { base: 'https://example.org/news/', firstLanguage: 'en' },
    lang: 'en',
    words: en,
  };
  return { context, story: buildStory(article, undefined, prose, en), problems: diagnostics };
}
