/**
 * The time that the files of a ZIP archive are dated by: noon of a day, or of the nearest day that the format has. It
 * keeps local times without a zone, and noon exists on every day in every zone.
 *
 * @param day such as `2026-11-24`
 */
export function zipTime(day: string): Date {
  const [, nearest = day] = ['1980-01-01', day, '2099-12-31'].toSorted();
  const [year = 0, month = 0, date = 0] = nearest.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}
