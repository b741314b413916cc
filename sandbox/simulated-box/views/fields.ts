export type View = Record<string, unknown>

/** Box always sends these, also with `fields`. */
const always = ['type', 'id', 'etag']

/**
 * `standard` names the fields of an answer without `fields`. With it, Box sends the base fields and those
 * asked for, of all fields; unknown names are ignored.
 */
export function selectFields(
  all: View,
  standard: readonly string[],
  asked: readonly string[] | undefined,
): View {
  const wanted = asked ? [...always, ...asked] : standard
  return Object.fromEntries(wanted.filter((name) => name in all).map((name) => [name, all[name]]))
}

/** `?fields=a,b`; an empty or absent parameter asks for nothing special. */
export function askedFields(query: string | undefined): string[] | undefined {
  const names = (query ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length === 0 ? undefined : names
}
