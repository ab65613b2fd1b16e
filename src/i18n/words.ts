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
  readonly filters: FilterWords;
  readonly pictures: PictureWords;
  readonly keep: KeepWords;
}

/** How a date is put into words. */
interface DateWords {
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
interface PageWords {
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
  /** `{page}`, `{pages}`: the title of a page of the list of all stories, from the second one on. */
  readonly listPage: string;
  /** Names the links to the other pages of the list. */
  readonly morePages: string;
  /** The link to the page before, whose stories are newer. */
  readonly newer: string;
  /** The link to the page after, whose stories are older. */
  readonly older: string;
}

/** The parts of an article. */
interface StoryWords {
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
  readonly sourcesLabel: string;
  /** `{name}`: who asserts something. */
  readonly saidBy: string;
  readonly seeDispute: string;
  readonly backToText: string;
  readonly citedIn: string;
  readonly archived: string;
  /** `{span}`: how long after the event above. */
  readonly later: string;
  /** `{span}`: how long the prose takes to read. */
  readonly readingTime: string;
  /** `{language}`: marks a text that has no translation yet and stands in the original's language. */
  readonly untranslated: string;
  readonly status: { readonly reported: string; readonly 'one-side': string; readonly disputed: string };
}

/** Passing a page on, citing it, and taking its timeline elsewhere. */
interface ShareWords {
  /** Names the part of an article that offers it for use elsewhere. */
  readonly reuse: string;
  /** The link from an embedded timeline to its article. */
  readonly wholeStory: string;
  readonly copyLink: string;
  readonly copied: string;
  /** Opens the device's own share sheet. */
  readonly send: string;
  readonly byMail: string;
  readonly copy: string;
  readonly cite: string;
  /** `{author}`, `{title}`, `{published}`, `{updated}`, `{url}`: a page as a reference. */
  readonly reference: string;
  readonly embed: string;
  readonly embedHow: string;
  readonly timelineAsData: string;
  readonly feeds: string;
  readonly toMoment: string;
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

/** The controls that choose which events the timeline shows. */
interface FilterWords {
  readonly show: string;
  readonly phase: string;
  readonly side: string;
  readonly all: string;
  /** Follows the number of events that are shown. */
  readonly shown: string;
}

/** The captions and descriptions of the pictures. */
interface PictureWords {
  readonly strip: string;
  readonly stripCaption: string;
  /** What one tick of the axis is. */
  readonly tick: Readonly<Record<'day' | 'week' | 'month' | 'year', string>>;
  readonly way: string;
  /** `{places}`: the names in order. */
  readonly wayAlt: string;
  readonly wayCounty: string;
  readonly waySource: string;
  readonly departure: string;
  readonly arrival: string;
  readonly clock: string;
  /** `{span}`: how long a leg took. */
  readonly took: string;
  /** What the bars below the clocks show. */
  readonly night: string;
  readonly count: string;
  /** `{groups}`: what each mark stands for. */
  readonly countAlt: string;
}

/** Keeping a copy. */
interface KeepWords {
  readonly save: string;
}
