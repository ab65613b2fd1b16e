import { parseArgs } from 'node:util';
import { packSite } from '../publish/pack.ts';
import { run } from './run.ts';

/** `npm run pack`: packs `dist/` into one archive to hand on; exit code 2 when there is nothing whole to pack. */
await run((root) => {
  parseArgs();
  console.log(`Packed ${packSite(root)}`);
});
