import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectWith } from '../../fixtures/project-copy.ts';
import { makeStory } from '../content/story.ts';
import { writeContent } from '../content/write.ts';
import { floorProject, withoutCitations } from '../floor-project.ts';
import { leaveArticlesAlone } from './articles-alone.ts';
import { type Cost, measuredRun } from './measured-run.ts';
import type { Case } from './samples.ts';

const EVENTS = 6;
const PICTURES = '.cache/pictures';
const BUILD = ['src/commands/build.ts'];
const ASTRO = ['node_modules/astro/bin/astro.mjs', 'build'];

/** Made-up content of one size in three projects: the program, the program without moments, and the floor. */
export class MadeSite {
  readonly articles: number;
  /** The program's copy. */
  readonly ours: string;
  private readonly alone: string;
  private readonly floor: string;
  private readonly removals: (() => void)[] = [];
  private edits = 0;

  constructor(articles: number) {
    this.articles = articles;
    const content = mkdtempSync(join(tmpdir(), 'plain-record-content-'));
    writeContent(content, { articles, events: EVENTS });
    const stories = Array.from({ length: articles }, (_, index) => makeStory(index + 1, EVENTS));
    const posts = stories.map((story) => ({ ...story, markdown: withoutCitations(story.prose) }));
    const projects = [projectWith(content), projectWith(content), floorProject(posts)] as const;
    rmSync(content, { recursive: true });
    this.removals = projects.map(({ remove }) => remove);
    [this.ours, this.alone, this.floor] = projects.map(({ root }) => root) as [string, string, string];
    leaveArticlesAlone(this.alone);
  }

  /** Runs one case; each brings about the state that it starts from. `second` and `edited` follow a build. */
  async run(what: Case): Promise<Cost & { pages: number }> {
    const root = what === 'alone' ? this.alone : what.startsWith('floor') ? this.floor : this.ours;
    const cost = await this.cases[what]();
    return { ...cost, pages: what === 'check' ? 0 : htmlPages(join(root, 'dist')) };
  }

  remove(): void {
    for (const remove of this.removals) remove();
  }

  private readonly cases: Record<Case, () => Promise<Cost>> = {
    cold: () => {
      forget(this.ours, []);
      return measuredRun(this.ours, BUILD);
    },
    first: () => {
      forget(this.ours, ['pictures']);
      return measuredRun(this.ours, BUILD);
    },
    second: () => measuredRun(this.ours, BUILD),
    edited: () => {
      // A new paragraph at each run, or the run before would have cached it.
      const { slug } = makeStory(Math.ceil(this.articles / 2), EVENTS);
      appendFileSync(join(this.ours, 'content/articles', slug, 'en.md'), `\nAdded: ${++this.edits}.[^survey]\n`);
      return measuredRun(this.ours, BUILD);
    },
    alone: () => {
      forget(this.alone, ['pictures']);
      const [drawn, known] = [join(this.ours, PICTURES), join(this.alone, PICTURES)];
      if (!existsSync(known)) cpSync(drawn, known, { recursive: true });
      return measuredRun(this.alone, BUILD);
    },
    check: () => measuredRun(this.ours, ['src/commands/check.ts']),
    floor: () => {
      forget(this.floor, []);
      return measuredRun(this.floor, ASTRO);
    },
    floorUnified: () => {
      forget(this.floor, []);
      return measuredRun(this.floor, [...ASTRO, '--config', 'astro.unified.config.mjs']);
    },
  };
}

/** Removes what earlier builds of a project left, but for the caches that are named. */
function forget(root: string, kept: readonly string[]): void {
  for (const name of ['dist', '.astro']) rmSync(join(root, name), { recursive: true, force: true });
  const caches = join(root, '.cache');
  for (const name of existsSync(caches) ? readdirSync(caches) : [])
    if (!kept.includes(name)) rmSync(join(caches, name), { recursive: true, force: true });
}

function htmlPages(dist: string): number {
  return readdirSync(dist, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;
}
