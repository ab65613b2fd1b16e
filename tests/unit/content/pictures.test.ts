import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readLibrary } from '../../../src/content/library.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { corners, encoded, grain, png, scenery } from '../../fixtures/drawn.ts';

let project: BaseProject;
afterEach(() => project.remove());

/** The good project, with pictures in its prose; its translation has none of their words. */
function listing(files: Readonly<Record<string, Buffer>>): BaseProject {
  project = new BaseProject();
  const entries = Object.keys(files).map(
    (file, at) => `  - {id: p${at}, file: ${file}, alt: Drawn, credit: A. Drawer, licence: CC0}`,
  );
  const directives = entries.map((_, at) => `::picture{#p${at}}\n\n`).join('');
  const en = project.read(`${ARTICLE}/en.md`).replace('phases:\n', `pictures:\n${entries.join('\n')}\nphases:\n`);
  project.write(`${ARTICLE}/en.md`, en.replace('## What came after', `${directives}## What came after`));
  const ko = project.read(`${ARTICLE}/ko.md`);
  project.write(`${ARTICLE}/ko.md`, ko.replace('---\n', '---\npartial: true\n'));
  for (const [file, bytes] of Object.entries(files)) writeFileSync(join(project.root, ARTICLE, file), bytes);
  return project;
}

describe('the guide', () => {
  it('lists a picture that is placed without a mistake', async () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../content/README.md'), 'utf8');
    const [, example = ''] = /```yaml\n(pictures:\n[^`]*)```/.exec(guide) ?? [];
    project = new BaseProject();
    const en = project.read(`${ARTICLE}/en.md`).replace('phases:\n', `${example}phases:\n`);
    project.write(`${ARTICLE}/en.md`, en.replace('  - id: opening\n', '  - id: opening\n    picture: opening-day\n'));
    project.write(`${ARTICLE}/ko.md`, project.read(`${ARTICLE}/ko.md`).replace('---\n', '---\npartial: true\n'));
    project.write(`${ARTICLE}/opening-day.jpg`, await encoded('jpeg', scenery(90, 60)));
    expect(project.check()).toEqual([]);
  });
});

describe('the pictures of an article', () => {
  it('are read by their bytes, whatever their names say', async () => {
    const files = {
      'a.jpg': png(corners(40, 30)),
      'b.png': await encoded('jpeg', scenery(60, 40)),
      'c.photo': await encoded('avif', scenery(50, 50)),
    };
    const { articles, diagnostics } = readLibrary(listing(files).root);
    expect(diagnostics).toEqual([]);
    expect(Object.fromEntries(articles[0]?.pictures ?? [])).toMatchObject({
      p0: { width: 40 },
      p1: { width: 60 },
      p2: { width: 50 },
    });
  });

  it('share the room that a page has for them', () => {
    const heavy = { 'heavy.png': png(grain(380, 380)) };
    expect(listing(heavy).check()).toEqual([]);
    project.remove();
    const others = Object.fromEntries(
      Array.from({ length: 7 }, (_, at) => [`other-${at}.png`, png(corners(10 + at, 10))]),
    );
    expect(listing({ ...others, ...heavy }).check()).toEqual([
      expect.objectContaining({
        rule: 'picture-weight',
        severity: 'warning',
        message: expect.stringMatching(/"heavy.png" has \d+ kB .* may have 50;/),
      }),
    ]);
  });
});
