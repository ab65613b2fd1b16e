import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectWith } from '../../fixtures/project-copy.ts';
import { makeStory } from '../content/story.ts';
import { writeContent } from '../content/write.ts';
import { floorProject, withoutCitations } from '../floor-project.ts';
import { themeProject } from '../theme-project.ts';
import { leaveArticlesAlone } from './articles-alone.ts';
import { type Cost, measuredRun } from './measured-run.ts';
import { type Case, MOST_WITH_THEME } from './samples.ts';

const EVENTS = 6;
const PICTURES = '.cache/pictures';
const BUILD = ['src/commands/build.ts'];
const ASTRO = ['node_modules/astro/bin/astro.mjs', 'build'];

/**
 * Made-up content of one size in four projects: the program, the program without moments, the floor, and the theme where
 * the site is not too large for it.
 */
export class MadeSite {
  readonly articles: number;
  /** The program's copy. */
  readonly ours: string;
  private readonly alone: string;
  private readonly floor: string;
  private readonly theme: string | undefined;
  private readonly removals: (() => void)[] = [];
  private edits = 0;

  constructor(articles: number) {
    this.articles = articles;
    const content = mkdtempSync(join(tmpdir(), 'plain-record-content-'));
    writeContent(content, { articles, events: EVENTS });
    const stories = Array.from({ length: articles }, (_, index) => makeStory(index + 1, EVENTS));
    const posts = stories.map((story) => ({ ...story, markdown: withoutCitations(story.prose) }));
    const projects = [projectWith(content), projectWith(content), floorProject(posts)];
    if (articles <= MOST_WITH_THEME) projects.push(themeProject(posts));
    rmSync(content, { recursive: true });
    this.removals = projects.map(({ remove }) => remove);
    [this.ours, this.alone, this.floor, this.theme] = projects.map(({ root }) => root) as [
      string,
      string,
      string,
      string?,
    ];
    leaveArticlesAlone(this.alone);
  }

  /** Runs one case; each brings about the state that it starts from. `second` and `edited` follow a build. */
  async run(what: Case): Promise<Cost & { pages: number }> {
    const roots: Partial<Record<Case, string>> = { alone: this.alone, floor: this.floor, floorUnified: this.floor };
    const root = what === 'theme' ? this.theme : (roots[what] ?? this.ours);
    if (root === undefined) throw new Error(`there is no theme of ${this.articles} articles`);
    const cost = await this.cases[what]();
    return { ...cost, pages: what === 'check' ? 0 : htmlPages(join(root, 'dist')) };
  }

  remove(): void {
    for (const remove of this.removals) remove();
  }

  private readonly cases: Record<Case, () => Promise<Cost>> = {
    cold: () => anew(this.ours, BUILD),
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
    floor: () => anew(this.floor, ASTRO),
    theme: () => anew(this.theme as string, ASTRO),
    floorUnified: () => anew(this.floor, [...ASTRO, '--config', 'astro.unified.config.mjs']),
  };
}

/** Runs a command in a project of which nothing is built. */
function anew(root: string, args: readonly string[]): Promise<Cost> {
  forget(root, []);
  return measuredRun(root, args);
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
