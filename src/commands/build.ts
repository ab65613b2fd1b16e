import { buildSite } from '../publish/build.ts';

/** `npm run build`: checks the content and writes `dist/`; on any failure exit code 1, and `dist/` is as it was. */
process.exitCode = (await buildSite(process.cwd())) ? 0 : 1;
