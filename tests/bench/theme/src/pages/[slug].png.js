import { readFileSync } from 'node:fs';
import { getCollection } from 'astro:content';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';

const FONT = 'node_modules/@fontsource/noto-serif/files/noto-serif-latin';
const fonts = [400, 600].map((weight) => ({
  name: 'serif',
  weight,
  style: 'normal',
  data: readFileSync(`${FONT}-${weight}-normal.woff`),
}));

export async function getStaticPaths() {
  const posts = await getCollection('posts');
  return posts.map((post) => ({ params: { slug: post.id }, props: post.data }));
}

/** A preview picture as themes draw it: a title, a line above and a line below. */
export async function GET({ props: { title, summary } }) {
  const size = { width: 1200, height: 630 };
  const style = { flexDirection: 'column', justifyContent: 'space-between', padding: 72, backgroundColor: '#faf7f0' };
  const svg = await satori(
    box({ ...size, ...style, fontFamily: 'serif', color: '#1c1a17' }, [
      box({ fontSize: 30 }, 'The gauges'),
      box({ fontSize: 64, fontWeight: 600 }, title),
      box({ fontSize: 26 }, summary),
    ]),
    { ...size, fonts },
  );
  return new Response(new Resvg(svg).render().asPng());
}

function box(style, children) {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}
