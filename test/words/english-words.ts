import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { withArticle } from '../../quality-control/checks/article'
import { catalogue } from '../../quality-control/checks/catalogue'
import { sentencesIn } from './sentences-in'

/** All that a report says in English, with `{0}`, `{1}` … for values. */
export interface EnglishWords {
  /** Texts that only this check uses, by its name. */
  checks: ReadonlyMap<string, string[]>
  /** Texts of several checks, and of the parts that all checks use. */
  shared: string[]
  /** What the probes say: why a file or a part of it could not be judged. */
  sentences: string[]
  /** `a JPEG image`. */
  formats: string[]
  facts: string[]
}

/** @param root the folder of the sources */
export function englishWords(root: string): EnglishWords {
  const inFile = (file: string) => sentencesIn(file, readFileSync(join(root, file), 'utf8'))
  const inFiles = (files: readonly string[]) => files.flatMap(inFile)
  const ofChecks = [...catalogue().keys()].map(
    (id) => [id, unique([...inFile(`quality-control/checks/${id}.ts`), ...(ofFacts[id] ?? [])])] as const,
  )
  const shared = unique([...repeated(ofChecks.flatMap(([, texts]) => texts)), ...inFiles(helpers)])
  const without = (texts: readonly string[], others: readonly string[]) =>
    unique(texts).filter((text) => !others.includes(text))
  const probes = filesBelow(root, 'quality-control/probes')
  const sentences = [
    ...inFiles(probes).filter(isSentence),
    ...inFiles(accounts).filter(isPlain),
    ...inFiles(places).filter(isPlain),
  ]
  const formats = probes
    .filter((file) => file.includes('/detect-'))
    .flatMap((file) => descriptions(root, file))
  return {
    checks: new Map(ofChecks.map(([id, texts]) => [id, without(texts, shared)])),
    shared,
    sentences: without(sentences, shared),
    formats: unique(formats.map(withArticle)),
    facts: without(
      [...inFiles(factFiles).filter(isPlain), ...factFiles.flatMap((file) => labels(root, file))],
      shared,
    ),
  }
}

const unique = (texts: readonly string[]) => [...new Set(texts)]

function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>()
  const again = texts.filter((text) => {
    const isAgain = seen.has(text)
    seen.add(text)
    return isAgain
  })
  // A text without words joins others: it belongs to its check.
  return again.filter((text) => /\p{L}/u.test(text.replace(/\{\d+\}/g, '')) || text === '{0}: {1}.')
}

const helpers = [
  ...['same-pages', 'file-size'].map((file) => `quality-control/checks/${file}.ts`),
  'quality-control/run-check.ts',
  'quality-control/size-text.ts',
]
/** Whole files of sentences and their parts. */
const accounts = [
  'quality-control/accept-file.ts',
  'quality-control/programme/audio-within.ts',
  'quality-control/probes/child-pool/pooled-child.ts',
  'quality-control/probes/pdf/images/damaged-images.ts',
  'quality-control/probes/pdf/images/heavy-pages.ts',
]
/** Files with a few parts of sentences among other texts. */
const places = [
  'quality-control/run-checks.ts',
  'quality-control/probes/pdf/structure/document-facts.ts',
  'quality-control/probes/pdf/structure/read-structure.ts',
  'quality-control/probes/video/meters/loudness.ts',
]
const factFiles = [
  'quality-control/build-report.ts',
  'quality-control/probes/disclosure/disclosure-in.ts',
  'quality-control/probes/banner/probe-banner.ts',
  'quality-control/probes/banner/probe-rendering.ts',
  'quality-control/probes/image/describe-image.ts',
  'quality-control/probes/image/probe-image.ts',
  'quality-control/probes/pdf/structure/technical-facts.ts',
  'quality-control/probes/pdf/render-previews.ts',
  'quality-control/probes/text/describe-text.ts',
  'quality-control/probes/video/pick-thumbnails.ts',
  'quality-control/probes/video/technical-facts.ts',
]

const languages = ['English', 'German', 'French', 'Spanish', 'Italian', 'Dutch', 'Polish', 'Swedish']
const sides = ['top', 'right', 'bottom', 'left']
/** Values that a check takes from the facts or the profile. */
const ofFacts: Record<string, readonly string[]> = {
  'audio/layout': ['mono', 'stereo'],
  'banner/frames': ['this host has no Chromium', 'the page does not answer', 'the browser ended'],
  'copy/spelling': languages,
  'file/name-claims': [...languages, 'audio', 'image', 'video', 'image ({0})', 'audio ({0})'],
  'file/name-pattern': ['no control characters and none of < > : " / \\ | ? *'],
  'image/colour-space': ['RGB', 'CMYK'],
  'image/icc-profile': ['grey'],
  'pdf/bleed': sides,
  'pdf/box-nesting': ['trim', 'bleed', 'crop', 'art', 'media'],
  'pdf/encryption': ['printing', 'changing'],
  'pdf/output-intent': ['CMYK'],
  'pdf/spot-colours': ['none'],
  'video/colour-tags': ['primaries', 'transfer', 'matrix'],
  'video/interlacing': ['progressive', 'interlaced', 'top', 'bottom'],
}

/** `The manifest is damaged.`, `The text could not be read: {0}` */
const isSentence = (text: string) => /^[A-Z]\S* .*(?:\.|: \{\d+\})$/.test(text)

/** Regular expressions and options of tools are for no reader. */
const isPlain = (text: string) => !/[\\<>|=[\]]|^[a-z-]+$|^[,.]|^lavfi|^The image$|^[^A-Z]*-\{/.test(text)

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => `${folder}/${file}`)
}

/** Rows of a table of facts: `['Fonts', …]`. */
function labels(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/\[\s*'([A-Z][^']*)',/g)].map(([, label = '']) => label)
}

/** What a file is: `JPEG image`. */
function descriptions(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const stated = [...text.matchAll(/description: '([^']+)'/g)]
  const listed = [...text.matchAll(/\b(?:image|video|audio|other)\('[^)]*\], '([^']+)'\)/g)]
  return [...stated, ...listed].map(([, description = '']) => description)
}
