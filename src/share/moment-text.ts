import { textOf } from '../dates/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { StoryEvent } from '../story/timeline.ts';

/**
 * What previews, calendars and other timelines say of an event. What is one side's account or disputed
 * never leaves the page without saying so.
 */
export function momentText({ plain, status }: StoryEvent, words: Messages): string {
  const standing = momentStanding({ plain, status }, words);
  return standing === undefined ? plain.text : `${plain.text} (${standing})`;
}

/** The title of an event where nothing but a title is shown. */
export function momentTitle({ plain, status }: StoryEvent, words: Messages): string {
  return status === 'reported' ? plain.title : `${plain.title} (${words.story.status[status]})`;
}

/** How an event stands, and by whose account; nothing where it is simply reported. */
export function momentStanding(
  { plain, status }: Pick<StoryEvent, 'plain' | 'status'>,
  words: Messages,
): string | undefined {
  if (status === 'reported') return undefined;
  return [words.story.status[status], plain.saidBy].filter((part) => part !== undefined).join(': ');
}

/** When an event happened, in one line: its day, and the time on every clock of the story. */
export function dateLine({ when }: Pick<StoryEvent, 'when'>): string {
  return [textOf(when.date), ...when.clocks.map(({ time, day }) => [time, day].filter(Boolean).join(', '))].join(' · ');
}
