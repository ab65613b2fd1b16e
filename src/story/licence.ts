/** The licences of Creative Commons, as people name them: CC BY-SA 4.0, CC0. */
const CREATIVE_COMMONS = /^CC[ -]?(?:(?<kind>BY(?:-NC)?(?:-SA|-ND)?)[ -](?<version>\d\.\d)|0(?:[ -]1\.0)?)$/i;

/** The address of a licence that is one, or that is named as everybody names it; nothing for other words. */
export function licenceAddress(licence: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(licence)) return licence;
  const named = CREATIVE_COMMONS.exec(licence)?.groups;
  if (!named) return undefined;
  const { kind, version } = named;
  const path = kind === undefined ? 'publicdomain/zero/1.0' : `licenses/${kind.toLowerCase()}/${version}`;
  return `https://creativecommons.org/${path}/`;
}
