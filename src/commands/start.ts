import { join } from 'node:path';
import { serve } from '../publish/serve.ts';

/** The last step of `npm start`: serves `dist/` as it was built, and says where. */
const root = process.cwd();
const wanted = Number(process.env['PORT'] ?? 4321);
const { port } = await serve(join(root, 'dist'), wanted);
if (port !== wanted) console.log(`Port ${wanted} is taken.`);
console.log(`Serving http://localhost:${port}/ (Ctrl+C stops it)`);
console.log(`Or open ${join(root, 'dist', 'index.html')} without a server.`);
