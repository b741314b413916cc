import { type Tag, tagsIn } from './html-tags'

/** What a file of a banner loads, and what a click opens: addresses as they are written. */
export interface References {
  /** Loaded when the file itself is, before a script runs. */
  loads: string[]
  /** Loaded by a script, so perhaps later. */
  scripted: string[]
  /** Opened by a click. */
  links: string[]
}

export function referencesIn(path: string, content: string): References {
  if (/\.html?$/i.test(path)) return inPage(content)
  if (/\.css$/i.test(path)) return { loads: inStyle(content), scripted: [], links: [] }
  if (/\.m?js$/i.test(path)) return { loads: [], ...inScript(content) }
  if (/\.svg$/i.test(path)) return { loads: tagsIn(content).flatMap(loadedBySvg), scripted: [], links: [] }
  return { loads: [], scripted: [], links: [] }
}

function inPage(html: string): References {
  const references: References = { loads: [], scripted: [], links: [] }
  for (const tag of tagsIn(html)) {
    const { name, attributes, text } = tag
    references.loads.push(...loadedBy(tag), ...inStyle(attributes.get('style') ?? ''))
    if (name === 'style') references.loads.push(...inStyle(text))
    const href = attributes.get('href')
    if ((name === 'a' || name === 'area') && href !== undefined) references.links.push(href)
    const code =
      name === 'script' ? text : [...attributes].map(([key, value]) => handler(key, value)).join('\n')
    const { scripted, links } = inScript(code)
    references.scripted.push(...scripted)
    references.links.push(...links)
  }
  return references
}

const handler = (key: string, value: string) => (/^on[a-z]+$/.test(key) ? value : '')

/** Elements of HTML that load by `src`; others have their own attribute. */
const bySource = ['script', 'img', 'source', 'video', 'audio', 'iframe', 'embed', 'input', 'track', 'frame']
/** Relations of a link that a browser loads; an icon or a canonical address is none. */
const loadedLinks = /\b(?:stylesheet|preload|modulepreload|prefetch|import)\b/i

function loadedBy({ name, attributes }: Tag): string[] {
  const value = (key: string) => attributes.get(key) ?? []
  const found = bySource.includes(name) ? [value('src'), value('poster')].flat() : []
  if (name === 'link' && loadedLinks.test(attributes.get('rel') ?? '')) found.push(...[value('href')].flat())
  if (name === 'object') found.push(...[value('data')].flat())
  if (name === 'body' || name === 'table' || name === 'td') found.push(...[value('background')].flat())
  const candidates = [...(attributes.get('srcset') ?? '').matchAll(candidate)].map(([, one = '']) => one)
  return [...found, ...loadedBySvg({ name, attributes, text: '' }), ...candidates].filter((one) => one !== '')
}

/** HTML, "Parse a srcset attribute": an address may hold commas, but not end with one. */
const candidate = /([^\s,]\S*[^\s,])(?:\s+[^\s,][^,]*)?(?:,|$)/g

function loadedBySvg({ name, attributes }: Tag): string[] {
  const href = attributes.get('href') ?? attributes.get('xlink:href')
  return (name === 'image' || name === 'use') && href !== undefined ? [href] : []
}

/** CSS Values 4: `url(…)`, and `@import "…"`. */
function inStyle(css: string): string[] {
  const plain = css.replaceAll(/\/\*[^]*?\*\//g, '')
  const pattern = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi
  return [...plain.matchAll(pattern)].map((match) => match.slice(1).join(''))
}

/** What a script does with an address that it has as a text. */
const loadingCalls = [
  ...['\\.src\\s*=', '\\bfetch\\s*\\(', '\\bimport(?:Scripts)?\\s*\\(', '\\bsendBeacon\\s*\\('],
  ...['\\.open\\s*\\(\\s*["\'](?:GET|POST)["\']\\s*,', '\\bnew\\s+(?:WebSocket|EventSource|Worker)\\s*\\('],
  ...['\\$\\.(?:get|getJSON|getScript|post)\\s*\\(', '\\bfrom\\s'],
]
const openingCalls = [
  ...['\\bwindow\\.open\\s*\\(', '\\blocation(?:\\.href)?\\s*=', '\\blocation\\.(?:assign|replace)\\s*\\('],
]
const address = '\\s*["\'`]([^"\'`\\s]{1,2000})["\'`]'
const loading = new RegExp(`(?:${loadingCalls.join('|')})${address}`, 'g')
const opening = new RegExp(`(?:${openingCalls.join('|')})${address}`, 'g')

function inScript(code: string): { scripted: string[]; links: string[] } {
  const plain = code.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|[\s;{}])\/\/[^\n]*/g, '$1')
  const found = (pattern: RegExp) => [...plain.matchAll(pattern)].map((match) => match[1] ?? '')
  return { scripted: found(loading), links: found(opening) }
}
