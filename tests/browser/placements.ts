import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '../../src/publish/serve.ts';
import { DIST } from '../site/built-site.ts';

/** The site, somewhere. */
export interface Placement {
  /** The address of its folder, with a trailing slash. */
  readonly top: string;
  readonly close: () => void;
}

/** Copies the site into a folder that no address could hold unescaped. */
export function onDisk(): Placement {
  const folder = join(mkdtempSync(join(tmpdir(), 'portable-')), 'a folder with 한글 & #1 100%');
  cpSync(DIST, folder, { recursive: true });
  return { top: `${pathToFileURL(folder).href}/`, close() {} };
}

/** Serves the site below a path. */
export async function onServer(path: string): Promise<Placement> {
  const { server, port } = await serve(DIST, 0, path);
  return {
    top: `http://localhost:${port}${path}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
