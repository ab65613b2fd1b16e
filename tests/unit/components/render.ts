import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { JSDOM } from 'jsdom';
import { readLibrary } from '../../../src/content/library.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { type Page, pageAt, type SiteContext } from '../../../src/story/page.ts';
import { SMALL_PROJECT } from '../story/bridge.ts';

const container = await AstroContainer.create();

/** What the pages of the small project know of their site, in one language. */
export function smallSite(lang: 'en' | 'ko'): SiteContext {
  const { site } = readLibrary(SMALL_PROJECT);
  if (!site) throw new Error('the fixture has a site.yaml');
  return { site, urls: { base: site.url, firstLanguage: 'en' }, lang, words: messagesFor(lang) };
}

/** The small project's article as its components know it. */
function articlePage(lang: 'en' | 'ko' = 'en'): Page {
  return pageAt({ kind: 'article', lang, slug: 'bridge' }, smallSite(lang));
}

/**
 * Renders a component of the small project's article with its props.
 *
 * @returns the body of a document that holds it, as a browser reads it
 */
export async function renderComponent<Props extends object>(
  component: (props: Props) => unknown,
  props: Props,
  lang: 'en' | 'ko' = 'en',
): Promise<HTMLElement> {
  return new JSDOM(await renderPage(component, props, lang)).window.document.body;
}

/** Renders a whole page with its props. Returns its HTML. */
export function renderPage<Props extends object>(
  component: (props: Props) => unknown,
  props: Props,
  lang: 'en' | 'ko' = 'en',
): Promise<string> {
  const locals = { ...articlePage(lang) };
  return container.renderToString(component as AstroComponentFactory, {
    props: props as Record<string, unknown>,
    locals,
  });
}
