/**
 * The day on which an archived copy was made (ISO 8601), where its address tells, as those of most web archives do:
 * `/web/20250914083000/`.
 */
export function versionDate(address: string): string | undefined {
  const [, year, month, day] =
    /\/(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{6})?(?:[a-z]{2}_)?\//.exec(address) ?? [];
  return year && `${year}-${month}-${day}`;
}
