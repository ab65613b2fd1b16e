import { parseArgs } from 'node:util';
import { buildSite } from '../publish/build.ts';

/**
 * `npm run build`: checks the content and writes `dist/`; on any failure exit code 1, and `dist/` is as it was.
 * `--fresh` makes every page anew, whatever an earlier build has made.
 */
const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } }, strict: false });
process.exitCode = (await buildSite(process.cwd(), { fresh: values.fresh === true })) ? 0 : 1;
