import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../../../src/content/current.ts';
import { buildReport } from '../../../src/publish/build-report.ts';
import { writeManifest } from '../../../src/publish/manifest.ts';
import { redirectsFile } from '../../../src/publish/moved.ts';
import { BaseProject } from '../../fixtures/base-project.ts';

function contentWith(redirects: string) {
  const project = new BaseProject();
  project.write('content/redirects.yaml', redirects);
  const content = readContent(project.root, false);
  project.remove();
  return content;
}

function folderWith(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'x'.repeat(file.endsWith('find.html') ? 2_100_000 : 100_000));
  }
  writeManifest(folder);
  return folder;
}

it('a host is told of all that has moved, each single page before the folder that it lay in', () => {
  const { redirects } = contentWith(
    'articles/crossing: articles/bridge\narticles/bridge/start: articles/bridge/opening\n다리.html: ko/articles/bridge.html\n',
  );
  expect(redirectsFile(redirects, '/news/').trim().split('\n')).toEqual([
    '/news/articles/crossing.html /news/articles/bridge.html 301',
    '/news/ko/articles/crossing.html /news/ko/articles/bridge.html 301',
    '/news/articles/bridge/start.html /news/articles/bridge/opening.html 301',
    '/news/articles/crossing/start.html /news/articles/bridge/opening.html 301',
    '/news/ko/articles/bridge/start.html /news/ko/articles/bridge/opening.html 301',
    '/news/ko/articles/crossing/start.html /news/ko/articles/bridge/opening.html 301',
    `/news/${encodeURI('다리')}.html /news/ko/articles/bridge.html 301`,
    '/news/articles/crossing/* /news/articles/bridge/:splat 301',
    '/news/ko/articles/crossing/* /news/ko/articles/bridge/:splat 301',
  ]);
});

it('a build says what is gone, what is heavy, and how much there is', () => {
  const before = folderWith('index.html', 'a.html', 'b.html', 'c.png', 'd.html', 'articles/crossing/timeline.ics');
  const next = folderWith('index.html', 'a.html', 'ko/find.html');
  const content = contentWith('articles/crossing: articles/bridge\n');
  expect(buildReport({ next, before, pages: 3 }, content)).toEqual([
    'warning: gone since the build before, with no redirect: 3 files, b.html, c.png, d.html',
    'warning: ko/find.html holds 2.1 MB; a phone needs long to load it',
    'Built 1 article into dist/ (3 pages, 4 files, 2.3 MB)',
  ]);
  expect(buildReport({ next, before: join(before, 'none'), pages: 3 }, content)).toHaveLength(2);
});
