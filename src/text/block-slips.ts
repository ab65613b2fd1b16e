import type { List, Nodes } from 'mdast';
import { childrenOf } from './nodes.ts';

/** Blocks that markdown reads otherwise than they were meant: each is nothing, or a sentence for the editor. */

/** An indented paragraph, which would be code, or a fence that nothing closes. */
export function codeSlip(written: string): string | undefined {
  const [fence] = /^(?:`{3,}|~{3,})/.exec(written) ?? [];
  const last = /\n[ \t>]*((?:`{3,}|~{3,})[ \t]*)$/.exec(written)?.[1];
  if (fence !== undefined && last?.startsWith(fence)) return undefined;
  if (fence !== undefined)
    return `this block of code is never closed, and takes in all that follows; write ${fence} on a line of its own below it`;
  const advice = 'take the spaces out at the start of the line, or put ``` on a line above and below it';
  return `this would become a block of code, since it is indented; ${advice}`;
}

/** Signs that number or mark the items of a list on paper. */
const ITEM =
  /^(?:[–—①-⑳㉠-㉻]|[・ㆍ](?!\s)|\(\d{1,2}\)|(?:[가나다라마바사아자차카타파하]|[^\P{Nd}\d])[.)](?=\s)|[a-z]\)(?=\s))/u;

/** A list that markdown does not know, whose items would be printed in one line. */
export function itemsSlip(written: string): string | undefined {
  if (!written.includes('\n')) return undefined;
  const [first, ...others] = written
    .replace(/^\[!NOTE\]\s*\n/, '')
    .split('\n')
    .map((line) => ITEM.exec(line.replace(/^[ \t>]+/, ''))?.[0]);
  const next = others.find((sign) => sign !== undefined);
  if (first === undefined || next === undefined) return undefined;
  const advice = 'begin each item with "- ", or put an empty line between them';
  return `this line and the one below that starts with "${next}" would be printed as one; ${advice}`;
}

/** A date at the start of a paragraph, which markdown takes for the number of a list. */
export function listSlip(list: List, written: string, parent: Nodes | undefined): string | undefined {
  const { ordered, start, children, position } = list;
  const number = /^\d+[.)]/.exec(written)?.[0];
  // The list around it was reported.
  if (parent?.type === 'listItem' && parent.position?.start.line === position?.start.line) return undefined;
  const [first] = children;
  const inner = first?.children[0];
  const isNested = inner?.type === 'list' && inner.position?.start.line === first?.position?.start.line;
  const siblings = childrenOf(parent);
  const before = siblings.slice(0, siblings.indexOf(list)).findLast((node) => node.type === 'list' && node.ordered);
  const goesOn = before?.type === 'list' && (before.start ?? 1) + before.children.length === start;
  const isAlone = children.length === 1 && (start ?? 1) > 1 && !goesOn;
  if (!ordered || number === undefined || !(isNested || isAlone || (start ?? 1) > 99)) return undefined;
  const sign = number.at(-1);
  return `this would become a list that starts at ${start}; put a backslash before the "${sign}" behind the number: ${number.slice(0, -1)}\\${sign}`;
}
