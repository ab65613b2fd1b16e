import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillGuide, jsonSchemas } from '../content/guide.ts';
import { run } from './run.ts';

/**
 * `npm run schemas`: makes the JSON Schemas for editors' tools in `.vscode/schemas/` and the tables of
 * `content/README.md` anew. A test fails while they are older than what they are made from.
 */
await run((root) => {
  parseArgs();
  const folder = join(root, '.vscode/schemas');
  mkdirSync(folder, { recursive: true });
  const schemas = jsonSchemas();
  // Those that an editor's YAML tools read: the frontmatter of markdown is Astro's to complete.
  for (const name of ['sources', 'site', 'authors', 'topics'] as const)
    writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schemas[name], null, 2)}\n`);

  const guide = join(root, 'content/README.md');
  writeFileSync(guide, fillGuide(readFileSync(guide, 'utf8')));
});
