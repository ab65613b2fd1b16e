/** English, which the other languages are held to. */
export const en = {
  // For `Intl`: dates and numbers, with the Gregorian calendar.
  locale: 'en-GB',
  // For `Intl`: times of day. English has `11:38 a.m.` in some countries only.
  timeLocale: 'en-CA',
  // The language's own name for itself.
  languageName: 'English',
  dates: {
    // A date that is only about right; one that may be wrong; a time of day that may be.
    about: 'about {date}',
    uncertain: '{date} (date uncertain)',
    uncertainTime: '{date} (time uncertain)',
    // From one date to another; one that goes on, or ended, where the other end is open; the same where nobody knows it.
    range: '{start} to {end}',
    since: 'since {start}',
    until: '{end} or before',
    startOnly: 'from {start} (end unknown)',
    endOnly: 'until {end} (start unknown)',
    minute: '{time}, {date}',
    // What is unspecified: one year of ten or a hundred, one day or month of those in the date.
    decade: 'the {year}s',
    years: 'one of the years {first} to {last}',
    dayUnknown: '{date} (day unknown)',
    monthUnknown: '{date} (month unknown)',
    seasons: ['spring {year}', 'summer {year}', 'autumn {year}', 'winter {year}'],
    // How `Intl` names the era before the year 1.
    era: 'short' as 'short' | 'long',
    // How long after the event above.
    later: '{span} later',
    aboutLater: 'about {span} later',
  },
  page: {
    skipToContent: 'Skip to content',
    about: 'About',
    siteNavigation: 'Site',
    updated: 'Last updated',
    draft: 'Draft: npm run dev alone shows it',
    published: 'First published',
    licence: 'Text: {licence}. Code: MIT.',
    contact: 'Report an error',
    notFoundTitle: 'There is no page here',
    notFoundText: 'The address may be mistyped, or the page may have moved. Every story is listed on the home page.',
    // Stands at an old address; the link leads to the new one.
    moved: 'This page has moved',
    movedTo: 'Go to its new address',
    noStories: 'No story has been published yet.',
    // The title of a page of the list of all stories, from the second one on.
    listPage: 'All stories, page {page} of {pages}',
    // Names the links to the other pages of the list; the page before has newer stories, the page after older ones.
    morePages: 'More stories',
    newer: 'Newer stories',
    older: 'Older stories',
  },
  find: {
    title: 'Find',
    // Names the field, by what is searched.
    label: 'Words of titles, moments, people, places, topics and terms',
    // How many things were found, in all and where only the first are listed.
    found: '{count} found',
    foundMore: '{count} found, the first {shown} listed',
    foundNone: 'Nothing found',
    // What was found, where it is no story and no moment.
    person: 'Person',
    term: 'Term',
    // The index in the manner of a book.
    index: 'Index',
    places: 'Places',
    months: 'Months',
  },
  story: {
    by: 'By {name}',
    correction: 'Correction',
    keyPoints: 'Key points',
    contents: 'Contents',
    timeline: 'Timeline',
    map: 'Map',
    people: 'People',
    numbers: 'Numbers',
    terms: 'Terms',
    disputes: 'What is disputed',
    questions: 'What is not known',
    sources: 'Sources',
    updates: 'Updates',
    deskNote: 'Note from the desk',
    sourcesLabel: 'Sources:',
    saidBy: 'Said by {name}',
    seeDispute: 'The positions',
    backToText: 'Back to the text',
    citedIn: 'Cited:',
    archived: 'Archived copy',
    // Stands before the translation of a quote.
    translation: 'Translated:',
    picture: 'Picture',
    pictureBy: 'Picture: {credit}',
    // What a picture that waits stands behind.
    graphic: 'Show a picture that may be hard to look at',
    readingTime: '{span} to read the text',
    // Marks a text that has no translation yet and stands in the original's language.
    untranslated: 'in {language}',
    // Says of all moments that bear no word on how well they are established what holds for them.
    usual: '{status}, where a moment says nothing else.',
    status: {
      reported: 'Reported',
      single: 'One report',
      record: 'On record',
      'one-side': 'One side’s account',
      disputed: 'Disputed',
    },
  },
  sources: {
    // What a source is.
    kind: {
      ...{ web: 'web page', article: 'article', book: 'book', report: 'report', document: 'document', dataset: 'data' },
      ...{ broadcast: 'broadcast', video: 'video', post: 'post', interview: 'interview' },
    },
    pages: 'pages {pages}',
    // Takes away a source that stands over the page.
    shut: 'Close',
    // How much of it the desk has read; and before the day.
    extent: { whole: 'read whole', excerpt: 'read in part', unseen: 'not seen by the desk' },
    read: 'read on',
    // Says of all sources that bear no word on how they were read what holds for them.
    usual: 'Where a source says nothing else: {reading}.',
    // Stands before the sources that a source rests on itself; and, at one of those, before what rests on it.
    basedOn: 'Goes back to:',
    restingOn: 'Origin of:',
    // How many sources something rests on, and how many of them are independent.
    oneOrigin: '{sources} sources, 1 origin: {names}',
    origins: '{sources} sources, {origins} origins: {names}',
  },
  corrections: {
    // Stand before what a correction took out and before what it put in its place.
    was: 'It said:',
    now: 'It now says:',
    // Of all stories.
    title: 'Corrections so far',
    all: 'Corrections in all stories: {count}.',
  },
  share: {
    // Names the part of an article that offers it for use elsewhere.
    reuse: 'Use it elsewhere',
    // The link from an embedded timeline to its article.
    wholeStory: 'Read the whole story',
    copyLink: 'Copy link',
    copied: 'Copied',
    // Where the browser does not let the page copy: what was to be copied is selected.
    refused: 'Selected, to copy by hand',
    // Opens the device's own share sheet.
    send: 'Share…',
    byMail: 'Send by mail',
    copy: 'Copy',
    cite: 'Cite this page',
    reference: '{author}: “{title}”. Published {published}, last updated {updated}. {url}',
    embed: 'Show this timeline on your site',
    embedHow: 'Put this into your page. The frame asks for nothing from anyone else.',
    // The link to the timeline alone.
    embedAlone: 'How high it is at the width of your frame',
    // Stands below the timeline alone.
    frameHeight: 'A frame as wide as this window, {width} pixels, shows all of it at height="{height}".',
    timelineAsData: 'Timeline as data',
    feeds: 'Feeds',
    // Says how one moment is passed on.
    toMoment: 'Each date is the link to its moment.',
    // Names the page that a moment belongs to.
    partOf: 'One moment of: {title}',
    before: 'Before',
    after: 'After',
    openInArticle: 'Read this moment in the whole story',
    status: 'Status',
    when: 'When',
    // Alternative texts of preview pictures, the site's own and an article's.
    sitePicture: 'The name of the site, {site}, and what it is for.',
    picture: 'The title “{title}” on paper, above a line with one mark for each moment of the story.',
    // What an article holds, in one line; there may be one of each.
    holds: 'Moments: {moments} · Sources: {sources}',
  },
  shelf: {
    topics: 'Topics',
    // What search engines show of a topic that says nothing of itself.
    aboutTopic: 'Stories about {topic}, and all their moments on one timeline.',
    stories: 'Stories',
    // Follows the newest story.
    moreStories: 'More stories',
    latest: 'The latest moment',
    // Names a row of marks.
    moments: 'Moments: {count}',
    // What a story goes on from, and what goes on from it; without either, what has most in common with it and why.
    earlier: 'Earlier',
    later: 'Later',
    alike: 'More on this',
    alsoAbout: 'Also about {subjects}',
    // Of all stories, up to the newest update.
    corrections: 'Corrections',
    correctionsMade: '{count} in the 365 days to {date}.',
    noCorrections: 'None in the 365 days to {date}.',
    updatesFeed: 'Feed of updates',
    authors: 'Who writes here',
  },
  keep: { save: 'Save this article' },
  filters: {
    show: 'Choose what the timeline shows',
    phase: 'Phase',
    side: 'Side',
    all: 'All',
    // Takes every choice back.
    reset: 'Show all',
    // Follows the number of events that are shown.
    shown: 'shown',
  },
  pictures: {
    strip: 'The timeline at a glance',
    stripCaption: 'Time runs downwards, and each phase has its own scale. Each mark leads to its moment.',
    // Of events that rest on one account.
    lone: 'A thick rim: one origin.',
    tick: {
      day: 'a tick a day',
      week: 'a tick a week',
      month: 'a tick a month',
      year: 'a tick a year',
      decade: 'a tick a decade',
      century: 'a tick a century',
      millennium: 'a tick a millennium',
    },
    mapAlt: 'A map with these places: {places}.',
    wayAlt: 'A map of the way, in order: {places}.',
    mapSource: 'Outlines: US Census Bureau and Natural Earth. Positions are approximate.',
    wayNote: 'The lines join what is known of the way.',
    departure: 'Departure',
    arrival: 'Arrival',
    clock: 'On the clock of',
    took: 'Under way for about {span}',
    night: 'Dark: night, from six in the evening to six in the morning. The gap is midnight.',
    countAlt: 'One mark for each: {groups}.',
    // Where there are too many to draw each.
    countScale: 'One mark for {number}.',
    countScaled: 'One mark for {number}: {groups}.',
  },
};
