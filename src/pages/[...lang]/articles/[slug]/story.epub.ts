import type { APIRoute } from 'astro';
import styles from '../../../../share/epub.css?raw';
import { book, storyAt, storyRoutes } from '../../../_routes.ts';

export const getStaticPaths = storyRoutes;

/** An article as a book for reader programs. */
export const GET: APIRoute = ({ params }) => {
  const { story, context } = storyAt(params);
  return book(story, context, styles);
};
