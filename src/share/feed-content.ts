import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { DatePart } from '../dates/format.ts';
import { directionOf } from '../i18n/direction.ts';
import { fill } from '../i18n/interpolate.ts';
import type { Words } from '../i18n/words.ts';
import type { Citation, ListedSource } from '../story/bibliography.ts';
import { escapeHtml, type Html, inLanguage } from '../story/html.ts';
import { absoluteReferences } from '../story/references.ts';
import type { SiteContext } from '../story/site-context.ts';
import type { Story } from '../story/story.ts';
import type { StoryEvent } from '../story/timeline.ts';

/**
 * The whole of a story as HTML for feed readers: what they take out or cannot show is not there, and
 * every link is absolute. Citations lead to the sources of the article itself.
 *
 * @param address the article's absolute address
 */
export function feedContent(story: Story, address: string, { book, words }: SiteContext): Html {
  const html = readerHtml(absoluteReferences(articleHtml(story, words), book), address);
  // A feed reader sets the text among those of other languages.
  return directionOf(story.lang) === 'rtl' ? `<div dir="rtl">${html}</div>` : html;
}

/** HTML that holds outside its page: plain elements alone, with absolute links. */
function readerHtml(html: Html, address: string): Html {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node) => {
    if (node.tagName === 'a' && typeof node.properties['href'] === 'string')
      node.properties['href'] = absolute(node.properties['href'], address);
    if (node.tagName === 'input') boxSign(node);
  });
  return toHtml(sanitize(tree, PLAIN) as Root);
}

function absolute(href: string, address: string): string {
  return URL.canParse(href, address) ? new URL(href, address).href : address;
}

// The boxes of a task list are controls on the page.
function boxSign(node: Element): void {
  node.tagName = 'span';
  node.children = [{ type: 'text', value: node.properties['checked'] ? '☑' : '☐' }];
}

const PLAIN: Schema = {
  strip: ['script', 'style', 'svg'],
  tagNames: [
    ...['div', 'p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'hr', 'br'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'b', 'strong', 'em', 'del', 'code', 'sup', 'time', 'span'],
  ],
  attributes: { '*': ['lang', 'dir'], a: ['href'], time: ['dateTime'], ol: ['start'], li: ['value'] },
  protocols: { href: ['http', 'https', 'mailto'] },
};

function articleHtml(story: Story, words: Words): Html {
  const { story: names } = words;
  const moment = (event: StoryEvent): Html =>
    `<p><b>${whenHtml(event)}</b></p><h4>${event.title}</h4><p>${event.text}</p><p>${standing(event, words)}</p>${cited(event, words)}`;
  return [
    `<p><b>${story.summary}</b></p>`,
    ...story.corrections.map(({ parts, note }) => `<p><b>${names.correction}, ${datesHtml(parts)}:</b> ${note}</p>`),
    section(names.keyPoints, [list(story.keyPoints)]),
    story.prose,
    section(
      names.timeline,
      story.timeline.map(({ phase, events }) => (phase ? `<h3>${phase.title}</h3>` : '') + list(events.map(moment))),
    ),
    ...(story.count
      ? [
          section(words.pictures.count, [
            `<p><b>${story.count.total}</b> ${story.count.label}</p>`,
            list(
              story.count.groups.map((it) => `<p><b>${it.count}</b> ${it.label}</p>${noteHtml(it)}${cited(it, words)}`),
            ),
          ]),
        ]
      : []),
    section(names.numbers, [
      list(story.numbers.map((it) => `<p><b>${it.value}</b> ${it.label}</p>${noteHtml(it)}${cited(it, words)}`)),
    ]),
    section(
      names.disputes,
      story.disputes.map(
        ({ question, positions }) =>
          `<h3>${question}</h3>` +
          list(positions.map((it) => `<p><b>${it.saidBy}:</b> ${it.claim}</p>${cited(it, words)}`)),
      ),
    ),
    section(names.questions, [list(story.questions.map((it) => `<p>${it.question}</p>${noteHtml(it)}`))]),
    section(names.people, [
      list(story.people.map((it) => `<p><b>${it.name}</b>${otherName(it, words)}: ${it.role}</p>${cited(it, words)}`)),
    ]),
    section(names.terms, [list(story.terms.map((it) => `<p><b>${it.term}</b>: ${it.means}</p>${cited(it, words)}`))]),
    section(names.updates, [list(story.updates.map(({ parts, note }) => `<p>${datesHtml(parts)}: ${note}</p>`))]),
    section(names.sources, [
      list(
        story.sources.map((it) => sourceHtml(it, words)),
        'ol',
      ),
    ]),
  ].join('');
}

function section(title: string, parts: readonly Html[]): Html {
  const body = parts.join('');
  return body === '' ? '' : `<h2>${escapeHtml(title)}</h2>${body}`;
}

function list(items: readonly Html[], tag: 'ul' | 'ol' = 'ul'): Html {
  return items.length === 0 ? '' : `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

function whenHtml({ when, place }: StoryEvent): Html {
  const clocks = when.clocks.map(
    (clock) =>
      `<time datetime="${clock.datetime}">${[clock.time, clock.day].filter(Boolean).join(', ')}</time> (${clock.place})`,
  );
  const where = place === undefined || clocks.length > 0 ? [] : [place];
  return [datesHtml(when.date), ...clocks, ...where].join(' · ');
}

function datesHtml(parts: readonly DatePart[]): Html {
  return parts
    .map(({ text, datetime }) =>
      datetime === undefined ? escapeHtml(text) : `<time datetime="${datetime}">${escapeHtml(text)}</time>`,
    )
    .join('');
}

function standing({ status, saidBy, disputeAnchor }: StoryEvent, { story }: Words): Html {
  return [
    story.status[status],
    ...(saidBy === undefined ? [] : [fill(story.saidBy, { name: saidBy })]),
    ...(disputeAnchor === undefined ? [] : [`<a href="#${disputeAnchor}">${story.seeDispute}</a>`]),
  ].join(' · ');
}

function cited({ citations }: { citations: readonly Citation[] }, { story }: Words): Html {
  const links = citations.map(
    ({ sourceAnchor, publisher, number }) => `<a href="#${sourceAnchor}">${escapeHtml(publisher)} [${number}]</a>`,
  );
  return links.length === 0 ? '' : `<p>${story.sourcesLabel} ${links.join(' ')}</p>`;
}

function noteHtml({ note }: { note?: Html }): Html {
  return note === undefined ? '' : `<p>${note}</p>`;
}

function otherName({ otherName: name }: Story['people'][number], { locale }: Words): Html {
  if (!name) return '';
  return ` (${name.lang === undefined ? name.html : `<span${inLanguage(name.lang, locale)}>${name.html}</span>`})`;
}

function sourceHtml({ source, titleLang, published }: ListedSource, { locale }: Words): Html {
  const by = [source.author, source.publisher].filter((part) => part !== undefined).join(', ');
  return `${escapeHtml(by)}: <a href="${escapeHtml(source.url)}"${inLanguage(titleLang, locale)}>${escapeHtml(source.title)}</a>, ${datesHtml(published)}`;
}
