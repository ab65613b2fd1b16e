import { unified } from '@astrojs/markdown-remark';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import Layout from '../bench/floor/src/layouts/Layout.astro';
import { withoutCitations } from '../bench/sites.ts';

/**
 * The page that a bare Astro project makes of a story's prose, without building that project.
 *
 * @returns its HTML
 */
export async function floorPage(story: { title: string; summary: string; prose: string }): Promise<string> {
  const { title, summary, prose } = story;
  const renderer = await unified({}).createRenderer({ syntaxHighlight: false });
  const { code } = await renderer.render(withoutCitations(prose), { frontmatter: {} });
  const container = await AstroContainer.create();
  return container.renderToString(Layout, { props: { title, summary }, slots: { default: code }, partial: false });
}
