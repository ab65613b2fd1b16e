import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codePoint, hiddenIn } from '../../text/hidden.ts';
import { type Diagnostic, diagnostic, type Report, wholeFile } from '../diagnostic.ts';
import type { RuleName } from '../rule-book.ts';
import { MOST } from './limits.ts';

/** A text file of the content folder, with what it takes to name a place in it. */
export interface SourceFile {
  /** Relative to the project, with `/` between folders: as diagnostics print it. */
  readonly path: string;
  /**
   * Without a byte-order mark, with LF at line ends and its letters composed (NFC), so that none of them changes what
   * is built: some computers paste Hangul and accents in parts.
   */
  readonly text: string;
  /** Where each line starts in `text`. */
  readonly lineStarts: readonly number[];
}

const REASONS: Record<string, [RuleName, string]> = {
  ENOENT: ['file-missing', 'this file is missing'],
  ENOTDIR: ['file-kind', 'this is no folder; a folder of that name is wanted'],
  ELOOP: ['file-kind', 'this link leads in a circle; put the file itself here'],
  EACCES: ['file-unreadable', 'this cannot be read: its permissions forbid it'],
  EPERM: ['file-unreadable', 'this cannot be read: its permissions forbid it'],
};

/**
 * Reads a content file: strict UTF-8 without control characters.
 *
 * @param path the file, relative to the project, with `/` between folders
 * @param report takes the reason when it cannot be read, and each hidden character in it
 */
export function readFile(root: string, path: string, report: Report): SourceFile | undefined {
  const refuse = (message: string, rule: RuleName): void => report(wholeFile(path, message, rule));
  try {
    const stats = statSync(join(root, path));
    const kind = stats.isDirectory() ? 'a folder' : 'no plain file';
    if (!stats.isFile()) refuse(`this is ${kind}; a file of that name is wanted`, 'file-kind');
    else if (stats.size > MOST.bytes)
      refuse(`this file holds ${stats.size} bytes; at most ${MOST.bytes} are read`, 'file-size');
    else return decode(path, readFileSync(join(root, path)), report);
  } catch (error) {
    reportReason(path, error, report);
  }
  return undefined;
}

function decode(path: string, bytes: Buffer, report: Report): SourceFile | undefined {
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const file: SourceFile = { path, text, lineStarts };
  if (!isUtf8(bytes)) {
    const message = 'from here on this file is not UTF-8 text; save it as UTF-8';
    report(diagnosticAt(file, Math.max(0, text.indexOf('\ufffd')), message, 'file-text'));
    return undefined;
  }
  const control = CONTROL.exec(text);
  if (control) {
    report(diagnosticAt(file, control.index, `${characterName(control[0])} stands here; take it out`, 'file-text'));
    return undefined;
  }
  const conflict = /^<{7} /m.exec(text);
  if (conflict && text.lastIndexOf('\n>>>>>>> ') > conflict.index) {
    const message =
      'git could not join two versions from here on; keep what is right, and take out the lines of <<<<<<<, ======= and >>>>>>>';
    report(diagnosticAt(file, conflict.index, message, 'file-text'));
    return undefined;
  }
  for (const { at, name, advice } of hiddenIn(text))
    report(diagnosticAt(file, at, `${name} stands here; ${advice}`, 'hidden-character'));
  return file;
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

/** What pages, feeds and terminals cannot hold. */
export const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/;

/** What is wrong with a text that escapes of YAML wrote, if anything is. */
export function unfitCharacter(text: string): { message: string; rule: RuleName } | undefined {
  const control = CONTROL.exec(text);
  if (control) return { message: `${characterName(control[0])} stands in this text; take it out`, rule: 'file-text' };
  if (!text.isWellFormed())
    return { message: 'half a character stands in this text (a lone surrogate); take it out', rule: 'file-text' };
  const [hidden] = hiddenIn(text);
  return hidden && { message: `${hidden.name} stands in this text; ${hidden.advice}`, rule: 'hidden-character' };
}

function characterName(character: string): string {
  return character === '\0' ? 'a NUL character' : `a control character (${codePoint(character)})`;
}

/** A diagnostic at an offset into the file's text. */
export function diagnosticAt(file: SourceFile, offset: number, message: string, rule: RuleName): Diagnostic {
  const { line, column } = positionAt(file, offset);
  return diagnostic(file.path, line, column, message, rule);
}

/** The line and the column of an offset, from 1. */
export function positionAt({ lineStarts }: SourceFile, offset: number): { line: number; column: number } {
  let [low, high] = [0, lineStarts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
