import { packSite } from '../publish/pack.ts';

/** `npm run pack`: packs `dist/` into one archive to hand on, and into a ZIM file for Kiwix where that can be written. */
process.exitCode = packSite(process.cwd()) ? 0 : 1;
