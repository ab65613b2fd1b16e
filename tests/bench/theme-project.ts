import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BarePost, floorProject } from './floor-project.ts';

const PACKAGES = join(import.meta.dirname, '../../node_modules');

/**
 * The floor with a preview picture for each post, drawn with satori and resvg, which most themes draw with. They are
 * installed here, from a lock file of their own: nothing else needs them.
 *
 * @param posts what it shows
 * @returns its folder, and what removes it
 * @throws when npm cannot install them
 */
export function themeProject(posts: readonly BarePost[]): { root: string; remove: () => void } {
  const project = floorProject(posts);
  const { root } = project;
  renameSync(join(root, 'astro.config.mjs'), join(root, 'bare.config.mjs'));
  cpSync(join(import.meta.dirname, 'theme'), root, { recursive: true });
  const installed = join(root, 'node_modules');
  rmSync(installed);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'ignore' });
  for (const name of readdirSync(PACKAGES))
    if (!name.startsWith('.') && !existsSync(join(installed, name)))
      symlinkSync(join(PACKAGES, name), join(installed, name), 'junction');
  return project;
}
