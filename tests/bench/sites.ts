import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { copyProject, PROJECT } from '../fixtures/project.ts';
import { type Cost, run } from './measure.ts';
import { addStory, type MadeStory, makeStory, writeContent } from './stories.ts';

/** The story that the program's own site tells. */
export const FIRST_STORY = 'georgia-detention';
/** As little of a timeline as the content format allows: one moment. */
export const PLAIN = makeStory(1, 1);

type Post = Pick<MadeStory, 'slug' | 'title' | 'summary' | 'prose'>;

/** A copy of the program with the site's own content and made-up stories beside it. Returns its folder. */
export function siteWith(stories: readonly MadeStory[]): string {
  const root = copyProject();
  for (const story of stories) addStory(join(root, 'content'), story);
  return root;
}

/** The program's first story as the floor shows it. */
export function firstStory(): Post {
  const text = readFileSync(join(PROJECT, 'content/articles', FIRST_STORY, 'en.md'), 'utf8');
  const [, yaml = '', prose = ''] = /^---\n(.*?)^---\n(.*)$/ms.exec(text) ?? [];
  return { slug: FIRST_STORY, prose, ...(parse(yaml) as { title: string; summary: string }) };
}

/** Prose without its citations, which a bare project would show as text. */
export function withoutCitations(prose: string): string {
  return prose.replace(/\[\^[a-z0-9-]+\]/g, '');
}

/**
 * The floor that the program is measured against: a bare Astro project that shows the same markdown through one layout,
 * with Astro's defaults. `floor/` is all of it. Returns its folder.
 */
export function floorOf(posts: readonly Post[]): string {
  const root = mkdtempSync(join(tmpdir(), 'floor-'));
  cpSync(join(import.meta.dirname, 'floor'), root, { recursive: true });
  mkdirSync(join(root, 'posts'));
  for (const { slug, title, summary, prose } of posts)
    writeFileSync(
      join(root, 'posts', `${slug}.md`),
      `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(summary)}\n---\n\n${withoutCitations(prose)}`,
    );
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** What is timed at each size, and what it is called. The program and the floor take turns. */
export const CASES = {
  ours: 'build, pictures cached',
  floor: 'floor',
  alone: 'build of articles alone: no moments, no embeds',
  floorUnified: 'floor, with the program’s markdown processor',
  check: 'check',
} as const;

export type Case = keyof typeof CASES;

/** Made-up stories of six moments each in three projects: the program, the program without moments, and the floor. */
export class MadeSite {
  readonly stories: number;
  private readonly ours: string;
  private readonly alone: string;
  private readonly floor: string;

  constructor(stories: number) {
    this.stories = stories;
    const content = mkdtempSync(join(tmpdir(), 'content-'));
    writeContent(content, stories);
    this.ours = copyProject({ content });
    this.alone = copyProject({ content });
    this.floor = floorOf(Array.from({ length: stories }, (_, index) => makeStory(index + 1, 6)));
    leaveArticlesAlone(this.alone);
  }

  /** Draws the pictures, which later builds find. */
  async prepare(): Promise<void> {
    await run(this.ours, 'npm run build');
    cpSync(join(this.ours, '.cache'), join(this.alone, '.cache'), { recursive: true });
  }

  /** Runs one case from nothing but the pictures, and counts the HTML pages that it wrote. */
  async time(what: Case): Promise<Cost & { pages: number }> {
    if (what === 'check') return { ...(await run(this.ours, 'npm run check')), pages: 0 };
    const root = what === 'ours' ? this.ours : what === 'alone' ? this.alone : this.floor;
    for (const made of ['dist', '.astro', '.cache/vite']) rmSync(join(root, made), { recursive: true, force: true });
    const cost = await run(root, BUILDS[what]);
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    return { ...cost, pages: files.filter((name) => name.endsWith('.html')).length };
  }
}

const BUILDS = {
  ours: 'npm run build',
  alone: 'npm run build',
  floor: 'npx astro build',
  floorUnified: 'npx astro build --config astro.unified.config.mjs',
};

const MOMENTS = ['[event].astro', '[event].png.ts', 'embed.astro'];
const LINKS = [
  [
    'src/components/Timeline.astro',
    "{ kind: 'moment', lang, slug, event: event.id }",
    "{ kind: 'article', lang, slug }",
  ],
  ['src/components/ShareReuse.astro', "{ kind: 'embed', lang, slug }", "{ kind: 'article', lang, slug }"],
] as const;

/**
 * Takes the moments and the embeds out of a copy of the program, which has no option for it: their routes go, and an
 * article's links to them lead to the article itself, as the build stops at dead links.
 */
function leaveArticlesAlone(root: string): void {
  for (const route of MOMENTS) {
    const path = join(root, 'src/pages/[...lang]/articles/[slug]', route);
    if (!existsSync(path)) throw new Error(`${route} has moved; mend ${import.meta.filename}`);
    rmSync(path);
  }
  for (const [file, there, here] of LINKS) {
    const text = readFileSync(join(root, file), 'utf8');
    if (!text.includes(there)) throw new Error(`${file} links in another way; mend ${import.meta.filename}`);
    writeFileSync(join(root, file), text.replace(there, here));
  }
}
