import { isUtf8 } from 'node:buffer';
import { hiddenIn } from '../../text/hidden.ts';
import { type Diagnostic, diagnostic, type Report } from '../diagnostic.ts';
import type { RuleName } from '../rule-book.ts';

/** A text file of the content folder, with what it takes to name a place in it. */
export interface SourceFile {
  /** Relative to the project, with `/` between folders: as diagnostics print it. */
  readonly path: string;
  /** Without a byte-order mark, and with LF at line ends, so that neither changes what is built. */
  readonly text: string;
  /** Where each line starts in `text`. */
  readonly lineStarts: readonly number[];
}

/** What is wrong with the bytes of a file, and where. */
export class NotText extends Error {
  /** Offset into `file.text`. */
  readonly offset: number;
  readonly file: SourceFile;

  constructor(file: SourceFile, offset: number, message: string) {
    super(message);
    this.file = file;
    this.offset = offset;
  }
}

// Pages, feeds and terminals cannot hold these.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/;

/**
 * Decodes a file as strict UTF-8.
 *
 * @param bytes a byte-order mark at their start is left out
 * @throws {NotText} with a sentence for the editor when the bytes are not UTF-8 or hold a control character
 */
export function decodeSourceFile(path: string, bytes: Uint8Array): SourceFile {
  const file = sourceFile(path, decode(path, bytes));
  const control = CONTROL.exec(file.text);
  if (control) throw new NotText(file, control.index, `${characterName(control[0])} stands here; take it out`);
  return file;
}

function decode(path: string, bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const unmarked = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (isUtf8(bytes)) return unmarked;
  const file = sourceFile(path, unmarked);
  const offset = Math.max(0, file.text.indexOf('\ufffd'));
  throw new NotText(file, offset, 'from here on this file is not UTF-8 text; save it as UTF-8');
}

/** Reports each hidden character of a file where it stands. */
export function reportHidden(file: SourceFile, report: Report): void {
  for (const { at, name, advice } of hiddenIn(file.text))
    report(diagnosticAt(file, at, `${name} stands here; ${advice}`, 'hidden-character'));
}

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
  const code = character.charCodeAt(0);
  return code === 0 ? 'a NUL character' : `a control character (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
}

/** A source file from its text. */
export function sourceFile(path: string, raw: string): SourceFile {
  const text = raw.replace(/\r\n?/g, '\n');
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { path, text, lineStarts };
}

/** A diagnostic at an offset into the file's text. */
export function diagnosticAt(file: SourceFile, offset: number, message: string, rule: RuleName): Diagnostic {
  const line = lineOf(file, offset);
  return diagnostic(file.path, line + 1, offset - (file.lineStarts[line] ?? 0) + 1, message, rule);
}

/** The line of an offset, from 1. */
export function lineAt(file: SourceFile, offset: number): number {
  return lineOf(file, offset) + 1;
}

function lineOf({ lineStarts }: SourceFile, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
