import { parseArgs } from 'node:util';
import { packSite } from '../publish/pack.ts';
import { run } from './run.ts';

/**
 * `npm run pack`: packs `dist/` into one archive to hand on, `-- --sign KEY` signs it; exit code 2 when there is nothing
 * whole to pack, or nothing to sign with.
 */
await run((root) => {
  const { sign } = parseArgs({ options: { sign: { type: 'string' } } }).values;
  console.log(`Packed ${packSite(root, sign)}`);
});
