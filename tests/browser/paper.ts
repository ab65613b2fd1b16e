import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a page as it is printed on A4, a text for each sheet, without what is the layout's: see `squeeze`. */
export async function printed(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const sheets: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    sheets.push(squeeze(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  return sheets;
}

/** Lines and hyphens are the layout's: only the characters count. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}
