import { packSite } from '../publish/pack.ts';

/** `npm run pack`: packs `dist/` into one archive to hand on; exit code 1 when there is nothing whole to pack. */
try {
  console.log(`Packed ${packSite(process.cwd())}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
