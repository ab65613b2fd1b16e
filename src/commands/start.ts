import { join } from 'node:path';
import { serve } from '../publish/serve.ts';

/** The last step of `npm start`: serves `dist/` as it was built, and says where; exit code 1 when it cannot. */
const root = process.cwd();
const written = process.env['PORT'] || '4321';
const wanted = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
try {
  if (!(wanted < 65_536)) throw new RangeError(`PORT "${written}" is no port; write a number from 0 to 65535`);
  const { port } = await serve(join(root, 'dist'), wanted);
  if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken.`);
  console.log(`Serving http://localhost:${port}/ (Ctrl+C stops it)`);
  console.log(`Or open ${join(root, 'dist', 'index.html')} without a server.`);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(code === 'EACCES' ? `port ${wanted} is not yours to listen on; set PORT to one above 1023` : message);
  process.exitCode = 1;
}
