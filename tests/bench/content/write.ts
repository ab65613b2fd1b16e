import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MadeStory, makeStory } from './story.ts';

const SITE = `name: The Gauge
url: https://gauge.example/
tagline:
  en: Readings that nobody took.
languages: [en]
timeZone: Etc/UTC
contact: desk@gauge.example
licence:
  name: CC0 1.0
  url: https://creativecommons.org/publicdomain/zero/1.0/
`;

const ABOUT = `---
title: About these readings
updated: 2025-01-01
summary: Everything here is made up, to measure with.
---

## How a story is made

By a program, from a number.

## Corrections

There is nothing to correct.
`;

/** How much there is of it. */
export interface Amount {
  readonly articles: number;
  /** Moments in the timeline of each article. */
  readonly events: number;
}

/**
 * Writes a whole `content` folder of made-up articles.
 *
 * @param folder the `content` folder; what it holds of the same names is overwritten
 */
export function writeContent(folder: string, { articles, events }: Amount): void {
  mkdirSync(join(folder, 'about'), { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), SITE);
  writeFileSync(join(folder, 'about/en.md'), ABOUT);
  for (let number = 1; number <= articles; number++) addStory(folder, makeStory(number, events));
}

/** Adds one made-up story to a `content` folder. */
export function addStory(content: string, { slug, edition, sources }: MadeStory): void {
  const folder = join(content, 'articles', slug);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'en.md'), edition);
  writeFileSync(join(folder, 'sources.yaml'), sources);
}
