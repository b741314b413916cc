import type { BannerFacts, BannerReference, UnwantedKind } from '../../facts/banner'
import type { IntegrityFacts } from '../../facts/file'
import { tagsIn } from './html-tags'
import { type ArchiveEntry, readArchive } from './read-archive'
import { referencesIn } from './references-in'
import { resolveReference } from './resolve-reference'

export interface BannerJob {
  path: string
}

export interface BannerAnswer {
  integrity: IntegrityFacts
  /** Absent when the archive cannot be read. */
  banner?: BannerFacts
}

const keptFiles = 500
const keptReferences = 100
const maxErrors = 10

/** Reads a banner without running it. In a pooled child: an archive from outside may be a bomb. */
export async function readBanner({ path }: BannerJob): Promise<BannerAnswer> {
  const archive = await readArchive(path)
  if ('failure' in archive) return { integrity: integrityOf([archive.failure], false) }
  return { integrity: integrityOf(archive.errors, true), banner: bannerOf(archive.entries) }
}

function integrityOf(errors: string[], isDecodable: boolean): IntegrityFacts {
  return { isDecodable, errorCount: errors.length, errors: errors.slice(0, maxErrors) }
}

function bannerOf(entries: ArchiveEntry[]): BannerFacts {
  const unwanted = unwantedIn(entries)
  const isSystem = new Set(unwanted.filter(({ kind }) => kind === 'system file').map(({ path }) => path))
  const files = entries.filter(({ path, isFolder, isLink }) => !isFolder && !isLink && !isSystem.has(path))
  const pages = files.map(({ path }) => path).filter((path) => /\.html?$/i.test(path))
  pages.sort((one, other) => depth(one) - depth(other) || (one < other ? -1 : 1))
  const entry = pages.find((path) => /(?:^|\/)index\.html?$/i.test(path)) ?? pages[0]
  const tags = entry === undefined ? [] : tagsIn(textOf(files, entry))
  const sizeText = tags
    .find(({ name, attributes }) => name === 'meta' && attributes.get('name')?.toLowerCase() === 'ad.size')
    ?.attributes.get('content')
  const loaded = loadedIn(files)
  return {
    entry,
    pages: pages.slice(0, keptReferences),
    files: files.slice(0, keptFiles).map(({ path, bytes }) => ({ path, bytes })),
    fileCount: files.length,
    unpackedBytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    initialBytes: entry === undefined ? 0 : initialBytesOf(entry, files),
    ...(sizeText !== undefined && { sizeText: sizeText.slice(0, 100), size: sizeIn(sizeText) }),
    missing: loaded.missing.slice(0, keptReferences),
    external: loaded.external.slice(0, keptReferences),
    clickTag: { isUsed: files.some(usesClickTag), fixedLinks: loaded.links.slice(0, keptReferences) },
    unwanted: unwanted.slice(0, keptReferences),
  }
}

const depth = (path: string) => path.split('/').length

/** Google's and IAB's form: `width=300,height=250`. */
function sizeIn(text: string): BannerFacts['size'] {
  const value = (name: string) => Number(new RegExp(`\\b${name}\\s*=\\s*(\\d{1,5})`, 'i').exec(text)?.[1])
  const [widthPixels, heightPixels] = [value('width'), value('height')]
  return widthPixels > 0 && heightPixels > 0 ? { widthPixels, heightPixels } : undefined
}

const isText = (path: string) => /\.(?:html?|css|m?js|svg)$/i.test(path)
const maxTextBytes = 4 << 20

function textOf(files: ArchiveEntry[], path: string): string {
  const content = files.find((one) => one.path === path)?.content
  return isText(path) ? (content?.toString('utf8', 0, maxTextBytes) ?? '') : ''
}

function loadedIn(files: ArchiveEntry[]) {
  const paths = new Set(files.map(({ path }) => path))
  const found: { missing: BannerReference[]; external: BannerReference[]; links: string[] } = {
    ...{ missing: [], external: [], links: [] },
  }
  for (const { path } of files) {
    const { loads, scripted, links } = referencesIn(path, textOf(files, path))
    for (const [to, isScripted] of [
      ...loads.map((one) => [one, false] as const),
      ...scripted.map((one) => [one, true] as const),
    ]) {
      const target = resolveReference(path, to)
      if (target === undefined) continue
      if ('address' in target) found.external.push({ from: path, to: target.address })
      // A script may put a path together, so only what a page or style sheet names can be missing.
      else if (!paths.has(target.path) && !isScripted) found.missing.push({ from: path, to: target.path })
    }
    found.links.push(...links.filter((one) => /^https?:\/\//i.test(one.trim())))
  }
  return { ...found, missing: distinct(found.missing), external: distinct(found.external) }
}

function distinct(references: BannerReference[]): BannerReference[] {
  return [...new Map(references.map((one) => [one.to, one])).values()]
}

/** The page, what it names, and what those name: style sheets name images and fonts. */
function initialBytesOf(entry: string, files: ArchiveEntry[]): number {
  const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]))
  const seen = new Set<string>([entry])
  let total = 0
  for (const path of seen) {
    total += sizes.get(path) ?? 0
    for (const to of referencesIn(path, textOf(files, path)).loads) {
      const target = resolveReference(path, to)
      if (target !== undefined && 'path' in target && sizes.has(target.path)) seen.add(target.path)
    }
  }
  return total
}

/** Names of the variable or function that an ad server replaces, by their makers' documents. */
const clickTag = new RegExp(
  [
    ...['\\bclick_?tag\\d*\\b', '\\bgetClickTag\\b', '\\bExitApi\\.exit\\s*\\('],
    ...['\\bEnabler\\.exit\\w*\\s*\\(', '\\bmraid\\.open\\s*\\(', '\\bAdf\\.\\w*click'],
  ].join('|'),
  'i',
)

function usesClickTag({ path, content }: ArchiveEntry): boolean {
  return isText(path) && clickTag.test(content?.toString('latin1', 0, maxTextBytes) ?? '')
}

function unwantedIn(entries: ArchiveEntry[]): BannerFacts['unwanted'] {
  const names = new Set<string>()
  return entries.flatMap(({ path, isLink }) => {
    const isTwin = names.has(path.toLowerCase())
    names.add(path.toLowerCase())
    const kind = isTwin ? 'same name' : unwantedKind(path, isLink)
    return kind === undefined ? [] : [{ path: path.slice(0, 200), kind }]
  })
}

function unwantedKind(path: string, isLink: boolean): UnwantedKind | undefined {
  if (isLink) return 'link'
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path.split('/').includes('..')) return 'unsafe path'
  if (/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/)/i.test(path)) return 'system file'
  if (/\.(?:zip|rar|7z|t?gz|tar)$/i.test(path)) return 'archive'
  return /\.(?:exe|dll|bat|cmd|sh|com|scr|msi|jar|vbs|php|asp|swf)$/i.test(path) ? 'program' : undefined
}
