import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../publish/serve.ts';
import { run } from './run.ts';

/** The last step of `npm start`: serves `dist/` as it was built, and says where; exit code 2 when it cannot. */
await run(async (root) => {
  parseArgs();
  const written = process.env['PORT'] || '4321';
  const wanted = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (!(wanted < 65_536)) throw new RangeError(`PORT "${written}" is no port; write a number from 0 to 65535`);
  const { port } = await serve(join(root, 'dist'), wanted);
  if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken.`);
  console.log(`Serving http://localhost:${port}/ (Ctrl+C stops it)`);
  console.log(`Or open ${join(root, 'dist', 'index.html')} without a server.`);
});
