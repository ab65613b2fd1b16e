/** The rules that stop a build, each with one sentence for the guide. */
const ERRORS = {
  'file-missing':
    'Every article has its original edition and `sources.yaml`; the site has `site.yaml` and an about page in each language.',
  'file-kind':
    'A content file is a plain file, and an article is a folder; links that lead nowhere or in a circle are refused.',
  'file-unreadable': 'The computer lets the program read the file.',
  'file-text':
    'A file is plain UTF-8 text without control characters, and without what git leaves where it cannot join two versions.',
  'hidden-character':
    'No character stands in a text that a reader cannot see and that turns it around or is lost: no direction override, no C1 control, no U+FFFD. The soft hyphen, the joiners and the direction marks U+200E and U+200F are allowed.',
  'file-size':
    'A file, a part of its prose and a short text are not longer than a reader could bear (150,000 characters of YAML, 100,000 of prose, 2,000 in one short text).',
  'file-name':
    'A folder of an article is named with a-z, 0-9 and single hyphens; an edition is named after a language of the site.',
  frontmatter: 'An edition starts with its frontmatter between two lines of `---`.',
  'yaml-syntax': 'The frontmatter and the `.yaml` files are valid YAML, indented with spaces.',
  'yaml-quote': 'A quote that opens is closed again.',
  'yaml-duplicate': 'No key is given twice in one place.',
  'yaml-sharing':
    'There are no anchors (`&a`), aliases (`*a`) and tags (`!a`): every text is written out where it is needed.',
  'yaml-comment': 'A text that holds ` #` is in quotes, since YAML would cut it short there.',
  'yaml-depth': 'Lists and groups are not nested more than 40 levels deep, and hold at most 2,000 items.',
  'key-unknown': 'Only the keys that this guide lists are used.',
  'key-missing': 'A key that is required is there.',
  'value-kind': 'A text stands where a text is wanted, a list where a list is wanted.',
  'value-empty': 'A key that is there has a value.',
  'list-length': 'A list has as many items as its key asks for.',
  'text-length':
    'A title has at most 90 characters, a summary at most 220, a quote at most 400, as a reader sees them.',
  'text-block': 'A short text is one paragraph: no heading, list or quotation.',
  'raw-html': 'There is no raw HTML.',
  picture:
    'A picture is listed with its rights under `pictures`, and stands where `::picture{#id}` puts it: there is no `![…](…)`.',
  'picture-file':
    'The file of a picture lies in the folder of its article, is a whole JPEG, PNG, WebP or AVIF that stands still, holds less than 40 megapixels, and is listed once.',
  'link-address':
    'A link leads to an address that starts with `https://`, `http://` or `mailto:`, or to a relative one; it leads somewhere.',
  'link-dead':
    'A link to a content file, or to its page by the whole address, leads to one that becomes a page, and to an anchor that the page has.',
  redirect:
    'An old address in `redirects.yaml` is one at which nothing stands any more, and leads to one where something does, not in a circle.',
  'link-empty': 'A link has words to click on.',
  'link-place': 'A headline, a name or a label holds no link.',
  'citation-place': 'A citation stands in a text, not in a heading, a headline or a link.',
  'citation-form': 'A citation is written `[^id]`, without spaces.',
  'mark-left':
    'No mark of markdown stands where it would be printed: it belongs to something, or has a backslash before it.',
  'text-lost':
    'Nothing is written that no page shows: a cell beyond the columns of a table, an address that no link names.',
  'code-indented': 'A block of code stands between two lines of three backquotes; no text is indented by four spaces.',
  'list-start': 'A paragraph that starts with a date or a number has a backslash behind the number.',
  'footnote-definition': 'What `[^id]` refers to stands in `sources.yaml`, not below the text.',
  'id-form': 'An id is made of a-z, 0-9 and single hyphens; that of a place is not a number alone.',
  'id-taken':
    'An event’s id is not the address of another page or the anchor of another part of the page; no side is called `none`.',
  'id-duplicate': 'Within a list no id is given twice.',
  'id-unknown': 'An id that is named somewhere exists.',
  'date-form': 'A date exists and is written in one of the forms of this guide.',
  number: 'A count is a whole number, written in digits.',
  coordinate: 'A place lies between -90 and 90 degrees of latitude, -180 and 180 of longitude.',
  'time-zone':
    'A time zone is named as in the IANA database, such as Asia/Seoul, and by the same name throughout an article.',
  language: 'A language is named by its tag, such as en, ko or pt-BR, and is one the interface speaks.',
  'web-address': 'An address on the web is whole, with https:// or http://, and names nobody before its host.',
  'mail-address': 'The contact is a mail address.',
  fediverse: 'An account of the fediverse is written `@name@host`.',
  'set-word':
    'A status is `reported`, `single`, `record`, `one-side` or `disputed`; the kind of an update is `correction`.',
  uncited: 'Every key point names a source, and so does whatever has the required key `sources`.',
  'uncited-prose': 'Every paragraph and every list of the prose cites a source.',
  'said-by': 'An event that is one side’s account or disputed says who asserts it.',
  'event-order': 'Events stand in the order in which they start.',
  'event-phase': 'When there are phases, every event names one.',
  'time-place': 'An event with a time of day names its place.',
  'time-offset': 'A time of day has the offset that its place’s clocks had on that day.',
  'journey-times':
    'A leg of the journey names the events of its departure and of its arrival, or neither: each at the leg’s own end, with a time of day, the departure first.',
  'count-sum': 'The groups of a count add up to its total.',
  'heading-level': 'The prose holds no heading of the first level: that is the title.',
  'heading-empty': 'A heading has words.',
  'source-origin':
    'What a source goes back to is another source, never itself; one that the desk has not seen is described in square brackets.',
  'update-was': 'Only an update that is a correction says what was wrong, and what stands in its place.',
  'earlier-circle': 'No story goes on from itself, at once or through others.',
  directive:
    'A directive stands alone on a line of the prose, is one of those that this guide lists, and places a part that is there, once.',
  'quote-translation':
    'A quote in another language than the edition’s has a translation there, and in its own it has none.',
  'translation-missing': 'A translation has every text of the original, unless it says `partial: true`.',
  'translation-extra': 'A translation has no text that the original lacks.',
  'translation-headings': 'The prose of a translation has as many headings as the original.',
  'translation-parts':
    'Under each heading a translation places the parts that the original places there, unless it says `partial: true`.',
  'translation-sources':
    'In each short text, and under each heading, a translation cites the sources that the original cites there, no less often.',
};

/** Those that do not. */
const WARNINGS = {
  'file-unused': 'Nothing lies in a content folder that no page uses.',
  'source-unused': 'Every source is cited somewhere.',
  'source-twice': 'A page is listed once among the sources of an article.',
  'title-twice': 'No two published stories have one title.',
  'example-left': 'A story that is no draft holds no line of the example that it was started from.',
  'uncited-table': 'A table cites a source, or the paragraph before it does.',
  'published-early': 'A story was not published before the first of its updates.',
  'status-origins':
    'An event that is `reported` cites sources of two publishers or more, one that is `single` those of one.',
  'entry-unplaced':
    'Every quote and every picture is placed in the prose; or the quote names its event, and an event or a person the picture.',
  'earlier-draft': 'A story does not go on from a draft, which readers do not get.',
  'picture-weight':
    'No picture has more than 80 kB on the page, and all of a page together have no more than 400 kB: it is made as light as it can be, and what is still too heavy is named.',
  'date-future': 'No date is later than the newest update.',
  'preview-length': 'A title has at most 80 characters and a summary at most 200, so that previews show them whole.',
  'heading-skipped': 'Headings go down one level at a time.',
  'link-language': 'A link leads to the edition in its own language, where there is one.',
  'link-words': 'The words of a link say where it leads: not “here”.',
  abbreviation: 'An abbreviation is explained where it is first used, or among the terms.',
};

export type RuleName = keyof typeof ERRORS | keyof typeof WARNINGS;

/**
 * Every rule that content is checked by, in the order in which the guide lists them. The name is what
 * `--format json` prints, so other tools rest on it.
 */
export const RULE_BOOK = Object.fromEntries([
  ...Object.entries(ERRORS).map(([name, says]) => [name, { severity: 'error', says }]),
  ...Object.entries(WARNINGS).map(([name, says]) => [name, { severity: 'warning', says }]),
]) as Readonly<Record<RuleName, { readonly severity: 'error' | 'warning'; readonly says: string }>>;

/** What a refinement of a schema carries, so that its issues are reported under a rule. */
export function breaks(rule: RuleName): { params: { rule: RuleName } } {
  return { params: { rule } };
}
