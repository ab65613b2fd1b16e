import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillGuide } from '../content/guide.ts';
import { jsonSchemas } from '../content/json-schemas.ts';

/**
 * `npm run schemas`: makes the JSON Schemas for editors' tools in `.vscode/schemas/` and the tables of
 * `content/README.md` anew. A test fails while they are older than what they are made from.
 */
const folder = join(process.cwd(), '.vscode/schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);

const guide = join(process.cwd(), 'content/README.md');
writeFileSync(guide, fillGuide(readFileSync(guide, 'utf8')));
