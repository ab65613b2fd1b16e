import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { addStory, makeStory } from '../bench/stories.ts';
import { build, copyProject } from '../fixtures/project.ts';
import { faultsOn } from './axe.ts';
import { openWatched } from './watched-page.ts';

/** Stories that have topics, people and places in common, whose links stand close together. */

let browser: Browser;
let dist: string;

beforeAll(async () => {
  const stories = Array.from({ length: 4 }, (_, index) => makeStory(index + 1, 3)).map((story) => ({
    ...story,
    edition: story.edition
      .replace('published:', 'topics: [gauges, rivers]\npublished:')
      // Each title fits on one line, so that links stand right below each other.
      .replace(/^title: .*/m, `title: ${story.slug}`),
  }));
  const project = copyProject({ content: join(import.meta.dirname, '../fixtures/small/content') });
  for (const story of stories) addStory(join(project, 'content'), story);
  writeFileSync(
    join(project, 'content/topics.yaml'),
    '- id: gauges\n  name: {en: Gauges, ko: 수위표}\n- id: rivers\n  name: {en: Rivers, ko: 강}\n',
  );
  [browser] = [await chromium.connect(inject('browser')), await build(project)];
  dist = join(project, 'dist');
});
afterAll(() => browser.close());

it.each(['index.html', 'topics/gauges.html', 'find.html', 'articles/gauge-0001.html'])(
  '%s is one that axe finds nothing on',
  async (file) => {
    const address = `${pathToFileURL(dist).href}/${file}`;
    const { page, close } = await openWatched(browser, address, { reducedMotion: 'reduce' });
    expect(await faultsOn(page)).toEqual([]);
    await close();
  },
);
