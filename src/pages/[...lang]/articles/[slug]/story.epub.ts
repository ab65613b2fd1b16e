import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { pictureOf } from '../../../../graphics/draw.ts';
import { storyCard } from '../../../../graphics/story-cards.ts';
import { articleHtml } from '../../../../layouts/feed-article.ts';
import { writeEpub } from '../../../../share/epub.ts';
import styles from '../../../../share/epub.css?raw';
import { picturesOf } from '../../../../story/story.ts';
import { storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** An article as a book for reader programs. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props: { story, context } }) => {
  const html = await articleHtml(story, context);
  const open = picturesOf(story).filter(({ graphic }) => !graphic);
  const pictures = new Map(open.map(({ id, image }) => [id, image.jpeg()] as const));
  const cover = await pictureOf(storyCard(story, context), PICTURES_FOLDER);
  const bytes = writeEpub(story, context, { html, styles, cover, pictures });
  return new Response(bytes, { headers: { 'content-type': 'application/epub+zip' } });
};
