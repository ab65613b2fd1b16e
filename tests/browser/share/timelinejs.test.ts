import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { ARTICLES, eventsOf, read } from '../../site/share/dist.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@knight-lab/timelinejs/package.json'));

interface TimelineJS {
  TL: { Timeline: new (element: string, data: object, options: object) => TimelineJS['made'] };
  made: { config: Config };
}

interface Config {
  isValid(): boolean;
  getErrors(): string[];
  events: { unique_id: string }[];
}

test.each(ARTICLES)('Knight Lab’s own TimelineJS takes in the timeline of %s', async (article) => {
  const browser = await chromium.connect(inject('browser'));
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.setContent('<div id="timeline"></div>');
  await page.addScriptTag({ content: readFileSync(join(folder, 'dist/js/timeline.js'), 'utf8') });
  const data = JSON.parse(read(`${article}/timeline.timelinejs.json`)) as object;
  await page.evaluate((whole) => {
    const scope = globalThis as unknown as TimelineJS;
    scope.made = new scope.TL.Timeline('timeline', whole, { language: 'en' });
  }, data);
  await page.waitForFunction(() => (globalThis as unknown as TimelineJS).made.config !== null);
  const result = await page.evaluate(() => {
    const { config } = (globalThis as unknown as TimelineJS).made;
    return {
      valid: config.isValid(),
      errors: config.getErrors(),
      ids: config.events.map(({ unique_id }) => unique_id),
    };
  });
  await browser.close();
  expect(result.errors).toEqual([]);
  expect(result.valid).toBe(true);
  expect(result.ids.toSorted()).toEqual(
    eventsOf(article)
      .map(({ id }) => id)
      .toSorted(),
  );
});
