export interface Tag {
  /** Lower case. */
  name: string
  /** By lower-case name, with entities resolved. */
  attributes: ReadonlyMap<string, string>
  /** The text of a script or style. */
  text: string
}

const maxTags = 20_000

const comment = '<!--[^]*?(?:-->|$)'
/** A `>` inside quotes does not end the tag. */
const inside = `((?:"[^"]*"|'[^']*'|[^'">])*)`
const withText = `<(script|style)\\b${inside}>([^]*?)</\\1`
const tag = new RegExp(`${comment}|${withText}|<([a-z][\\w-]*)${inside}>`, 'gi')

/**
 * The start tags of a web page that matter for what it loads, without its comments. A browser is stricter
 * about order and nesting, which do not matter here.
 */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = []
  for (const match of html.matchAll(tag)) {
    const name = match[1] ?? match[4]
    if (name === undefined) continue
    const attributes = attributesIn(match[2] ?? match[5] ?? '')
    tags.push({ name: name.toLowerCase(), attributes, text: match[3] ?? '' })
    if (tags.length >= maxTags) break
  }
  return tags
}

function attributesIn(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const match of text.matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const name = match[1]?.toLowerCase()
    if (name === undefined || attributes.has(name)) continue
    attributes.set(name, decoded(match[2] ?? match[3] ?? match[4] ?? ''))
  }
  return attributes
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replaceAll(entity, (whole: string, ten?: string, sixteen?: string, name?: string) => {
    const code = ten === undefined ? parseInt(sixteen ?? '', 16) : Number(ten)
    if (Number.isInteger(code)) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return entities[name?.toLowerCase() ?? ''] ?? whole
  })
}

const entity = /&(?:#(\d{1,6})|#x([\da-f]{1,6})|([a-z]+));/gi
