import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Report, wholeFile } from '../diagnostic.ts';
import type { RuleName } from '../rule-book.ts';
import { decodeSourceFile, diagnosticAt, NotText, reportHidden, type SourceFile } from './source-file.ts';

/** The most bytes of a file that are read at all. */
const LARGEST = 1_000_000;

const REASONS: Record<string, [RuleName, string]> = {
  ENOENT: ['file-missing', 'this file is missing'],
  ENOTDIR: ['file-kind', 'this is no folder; a folder of that name is wanted'],
  ELOOP: ['file-kind', 'this link leads in a circle; put the file itself here'],
  EACCES: ['file-unreadable', 'this cannot be read: its permissions forbid it'],
  EPERM: ['file-unreadable', 'this cannot be read: its permissions forbid it'],
};

/**
 * Reads a content file.
 *
 * @param root the project's folder
 * @param path the file, relative to it, with `/` between folders
 * @param report takes the reason when it cannot be read
 */
export function readFile(root: string, path: string, report: Report): SourceFile | undefined {
  try {
    const stats = statSync(join(root, path));
    if (!stats.isFile()) {
      report(
        wholeFile(
          path,
          `this is ${stats.isDirectory() ? 'a folder' : 'no plain file'}; a file of that name is wanted`,
          'file-kind',
        ),
      );
      return undefined;
    }
    if (stats.size > LARGEST) {
      report(wholeFile(path, `this file holds ${stats.size} bytes; at most ${LARGEST} are read`, 'file-size'));
      return undefined;
    }
    const file = decodeSourceFile(path, readFileSync(join(root, path)));
    reportHidden(file, report);
    return file;
  } catch (error) {
    if (error instanceof NotText) report(diagnosticAt(error.file, error.offset, error.message, 'file-text'));
    else reportReason(path, error, report);
    return undefined;
  }
}

/**
 * The names in a content folder in alphabetical order, whatever the order on disk; hidden ones are left out.
 *
 * @param report takes the reason when the folder cannot be read; one that is not there is empty
 */
export function readFolder(root: string, path: string, report: Report): string[] {
  try {
    return readdirSync(join(root, path))
      .filter((name) => !name.startsWith('.'))
      .toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') reportReason(path, error, report);
    return [];
  }
}

/** Whether there is a folder at a path, itself or behind a link. */
export function isFolder(root: string, path: string): boolean {
  try {
    return statSync(join(root, path)).isDirectory();
  } catch {
    return false;
  }
}

function reportReason(path: string, error: unknown, report: Report): void {
  const { code } = error as NodeJS.ErrnoException;
  if (!code) throw error;
  const [rule, message] = REASONS[code] ?? ['file-unreadable', `this cannot be read (${code})`];
  report(wholeFile(path, message, rule));
}
