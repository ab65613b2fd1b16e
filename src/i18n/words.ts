/**
 * Every word of the interface in one language. A language is complete when it satisfies this type:
 * a missing or an extra word does not compile. `{…}` marks where a value goes.
 */
export interface Words {
  /** The locale that `Intl` formats dates and numbers for, with the Gregorian calendar. */
  readonly locale: string;
  /** The locale that `Intl` formats times of day for: English has `11:38 a.m.` in some countries only. */
  readonly timeLocale: string;
  /** The language's own name for itself. */
  readonly languageName: string;
  readonly dates: DateWords;
  readonly page: PageWords;
  readonly story: StoryWords;
  readonly share: ShareWords;
}

/** How a date is put into words. */
export interface DateWords {
  /** `{date}`: a date that is only about right. */
  readonly about: string;
  /** `{date}`: a date that may be wrong. */
  readonly uncertain: string;
  /** `{start}`, `{end}`: from one date to another. */
  readonly range: string;
  /** `{start}`: a range without an end. */
  readonly since: string;
  /** `{time}`, `{date}`: a minute of a day. */
  readonly minute: string;
}

/** The frame around every page. */
export interface PageWords {
  readonly skipToContent: string;
  readonly allStories: string;
  readonly about: string;
  readonly siteNavigation: string;
  readonly updated: string;
  readonly published: string;
  readonly licence: string;
  readonly contact: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly noStories: string;
}

/** The parts of an article. */
export interface StoryWords {
  readonly by: string;
  readonly correction: string;
  readonly keyPoints: string;
  readonly contents: string;
  readonly timeline: string;
  readonly people: string;
  readonly numbers: string;
  readonly terms: string;
  readonly disputes: string;
  readonly questions: string;
  readonly sources: string;
  readonly updates: string;
  readonly deskNote: string;
  readonly at: string;
  readonly sourcesLabel: string;
  /** `{name}`: who asserts something. */
  readonly saidBy: string;
  readonly seeDispute: string;
  readonly linkToEvent: string;
  /** `{number}`: accessible name of a citation. */
  readonly citation: string;
  /** `{number}`: accessible name of a link from a source back to where it is cited. */
  readonly backTo: string;
  readonly backToText: string;
  readonly citedIn: string;
  readonly archived: string;
  readonly noDate: string;
  readonly status: { readonly reported: string; readonly 'one-side': string; readonly disputed: string };
}

/** Passing a page on, citing it, and taking its timeline elsewhere. */
export interface ShareWords {
  readonly passOn: string;
  readonly copyLink: string;
  readonly copied: string;
  /** Opens the device's own share sheet. */
  readonly send: string;
  readonly byMail: string;
  readonly copy: string;
  readonly cite: string;
  readonly citation: string;
  /** `{author}`, `{title}`, `{published}`, `{updated}`, `{url}`: a page as a reference. */
  readonly reference: string;
  readonly embed: string;
  readonly embedHow: string;
  readonly timelineAsData: string;
  readonly feeds: string;
  /** `{title}`: names the page that a moment belongs to. */
  readonly partOf: string;
  readonly before: string;
  readonly after: string;
  readonly openInArticle: string;
  readonly status: string;
  readonly when: string;
  /** `{site}`: alternative text of the site's own preview picture. */
  readonly sitePicture: string;
  /** `{title}`: alternative text of a preview picture. */
  readonly picture: string;
  /** `{moments}`, `{sources}`: what an article holds, in one line. */
  readonly holds: string;
}
