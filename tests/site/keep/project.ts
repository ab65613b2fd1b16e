import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The project under test. */
export const PROJECT = join(import.meta.dirname, '../../..');

const PARTS = ['astro.config.mjs', 'content', 'package.json', 'package-lock.json', 'public', 'src', 'tsconfig.json'];

/**
 * Copies what a build needs into a new folder, its files in another order on disk when told so.
 *
 * @param name the folder's own name
 */
export function copyProject(name = 'project', reversed = false): string {
  const root = join(mkdtempSync(join(tmpdir(), 'keep-')), name);
  const files = PARTS.flatMap((part) => filesBelow(join(PROJECT, part)));
  for (const file of reversed ? files.toReversed() : files) {
    const copy = join(root, file.slice(PROJECT.length + 1));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** The environment of a build: the test runner's own settings stay out of it. */
export function environment(more: Record<string, string> = {}): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SYSTEMROOT', 'TEMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...(Object.fromEntries(kept) as Record<string, string>), ...more };
}

/** The digest of each file below a folder, by its path. */
export function digests(folder: string): Map<string, string> {
  return new Map(
    filesBelow(folder).map((file) => [
      file.slice(folder.length + 1).replaceAll('\\', '/'),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

/** What differs between a site and its manifest, read here without the project's own code. */
export function againstManifest(folder: string): string[] {
  const found = digests(folder);
  found.delete('SHA256SUMS');
  const listed = new Map(
    readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  return [...new Set([...found.keys(), ...listed.keys()])].filter((file) => found.get(file) !== listed.get(file));
}

function filesBelow(path: string): string[] {
  try {
    return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}
