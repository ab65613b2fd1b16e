/** The text of rendered inline HTML: no tags, no citations, entities decoded, spaces folded. */
export function plainText(html: string): string {
  return html
    .replace(/(?<!\s)\s*<sup (?:data-cite="[^"]*"|class="cite")>.*?<\/sup>/g, '')
    .replace(/<(?:[^>"]|"[^"]*")*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name: string) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return NAMED[name] ?? entity;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
