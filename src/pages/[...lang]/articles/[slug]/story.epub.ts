import type { APIRoute } from 'astro';
import { storyCard } from '../../../../graphics/story-cards.ts';
import { articleHtml } from '../../../../layouts/feed-article.ts';
import styles from '../../../../share/epub.css?raw';
import { writeEpub } from '../../../../share/epub.ts';
import { png, storyAt, storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** An article as a book for reader programs. */
export const GET: APIRoute = async ({ params }) => {
  const { story, context } = storyAt(params);
  const cover = new Uint8Array(await (await png(storyCard(story, context))).arrayBuffer());
  const book = writeEpub(story, context, { html: await articleHtml(story, context), cover, styles });
  return new Response(book, { headers: { 'content-type': 'application/epub+zip' } });
};
