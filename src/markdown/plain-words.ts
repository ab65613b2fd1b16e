/**
 * Whether one line of text holds only words, and marks that mean nothing in markdown wherever they stand. Most of
 * what an editor writes is such, and needs no parser.
 */
export function isPlain(line: string): boolean {
  return (
    /^[\p{L}\p{N}$€("'“‘][\p{L}\p{M}\p{N} .,:;?()'"’‘“”–—…·/%$€£+-]*$/u.test(line) &&
    !/^\d+[.)](?: |$)|www\.|:\/\/|https?:|mailto:|xmpp:|\s$/i.test(line)
  );
}
