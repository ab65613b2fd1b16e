import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLibrary } from '../../../src/content/library.ts';
import { projectWith } from '../../fixtures/project-copy.ts';
import { type MadeStory, makeStory } from '../content/story.ts';
import { addStory } from '../content/write.ts';
import { floorProject, withoutCitations } from '../floor-project.ts';
import { measuredRun } from '../timing/measured-run.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The story that the program's own site tells. */
export const FIRST_STORY = 'georgia-detention';
/** As little of a timeline as the content format allows: one moment. */
export const PLAIN = makeStory(1, 1);

/** The first story and a plain article, built by the program and by the floor. */
export interface StorySite {
  /** The folder that the program wrote. */
  readonly ours: string;
  /** The folder that the floor wrote of the same prose. */
  readonly floor: string;
  /** The id of the first story's first moment. */
  readonly moment: string;
  remove(): void;
}

/** Builds the site's own content with a plain article beside it, and the floor's pages of both. */
export async function buildStorySite(): Promise<StorySite> {
  const story = readLibrary(ROOT).articles.find(({ slug }) => slug === FIRST_STORY)?.original;
  const moment = story?.data.timeline[0]?.id;
  if (!story || !moment) throw new Error(`content/articles/${FIRST_STORY} has errors; npm run check lists them`);
  const { title, summary } = story.data;
  const prose = readFileSync(join(ROOT, story.path), 'utf8').replace(/^---\n.*?\n---\n/s, '');
  const ours = projectWithStories([PLAIN]);
  const floor = floorProject([
    { slug: FIRST_STORY, title, summary, markdown: withoutCitations(prose) },
    { ...PLAIN, markdown: withoutCitations(PLAIN.prose) },
  ]);
  await measuredRun(ours.root, ['src/commands/build.ts']);
  await measuredRun(floor.root, ['node_modules/astro/bin/astro.mjs', 'build']);
  // Browsers ask for an icon, and the static server answers with this.
  writeFileSync(join(floor.root, 'dist/404.html'), '');
  return {
    ours: join(ours.root, 'dist'),
    floor: join(floor.root, 'dist'),
    moment,
    remove() {
      ours.remove();
      floor.remove();
    },
  };
}

/** A copy of the program with the site's own content and made-up stories beside it, not built yet. */
export function projectWithStories(stories: readonly MadeStory[]): ReturnType<typeof projectWith> {
  const content = mkdtempSync(join(tmpdir(), 'plain-record-content-'));
  cpSync(join(ROOT, 'content'), content, { recursive: true });
  for (const story of stories) addStory(content, story);
  const project = projectWith(content);
  rmSync(content, { recursive: true });
  return project;
}
