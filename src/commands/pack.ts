import { packSite } from '../publish/pack.ts';

/** `npm run pack`: packs `dist/` into one archive to hand on. */
process.exitCode = packSite(process.cwd()) ? 0 : 1;
