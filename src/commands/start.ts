import { join } from 'node:path';
import { buildSite } from '../publish/build.ts';
import { serve } from '../publish/serve.ts';

/** `npm start`: builds, then serves `dist/` and says where. */
const root = process.cwd();
if (await buildSite(root)) {
  const wanted = Number(process.env['PORT'] ?? 4321);
  const { port } = await serve(join(root, 'dist'), wanted);
  if (port !== wanted) console.log(`Port ${wanted} is taken.`);
  console.log(`Serving http://localhost:${port}/ (Ctrl+C stops it)`);
  console.log(`Or open ${join(root, 'dist', 'index.html')} without a server.`);
} else {
  process.exitCode = 1;
}
