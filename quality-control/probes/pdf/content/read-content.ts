import type { PdfFont, PdfPage } from '../../../facts/pdf'
import type { ProbeInput } from '../../probe-types'
import { readLayers } from '../structure/layers'
import { contentsOf, findStreams } from '../structure/find-streams'
import { allResources, readFonts } from '../structure/read-fonts'
import type { ImageScan } from '../images/scan-images'
import type { Matrix } from './bounds'
import type { ColourSpace } from './colour-space'
import type { Drawing } from './content-interpreter'
import { ContentInterpreter } from './content-interpreter'
import { PageStats } from './page-stats'
import type { TreePage } from '../structure/page-tree'
import { PaintRecorder } from './paint-recorder'
import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'
import { readStreams } from '../structure/read-streams'

export interface PdfContent {
  pages: PdfPage[]
  fonts: PdfFont[]
  /** The XMP packet as text; empty when there is none. */
  metadata: string
  gaps: string[]
  /** The error messages of qpdf. */
  errors: string[]
}

/** About two seconds of work; a detailed map has one or two million operators. */
const maxOperators = 5_000_000

/** Unpacks the content streams and interprets each page; `images` sees the data of the images pass by. */
export async function readContent(
  input: ProbeInput,
  objects: PdfObjects,
  treePages: TreePage[],
  images: ImageScan,
): Promise<PdfContent> {
  const references = findStreams(objects, treePages)
  const { byReference: streams, gaps, errors } = await readStreams(input, references, images)
  const hiddenLayers = new Set(
    readLayers(objects).flatMap((layer) => (layer.isVisible || layer.isPrinted ? [] : [layer.dictionary])),
  )
  const drawing: Drawing = { objects, streams, budget: { operators: maxOperators }, hiddenLayers }
  const pagesOf = new Map<PdfDictionary, number[]>()
  const pages: PdfContent['pages'] = []
  for (const page of treePages) {
    input.signal.throwIfAborted()
    input.onProgress({ phase: 'reading page contents', fraction: page.page / treePages.length })
    pages.push(await interpret(drawing, page, images.spaces, pagesOf))
  }
  if (drawing.budget.operators <= 0)
    gaps.push(
      `The pages have more than ${maxOperators / 1e6} million drawing operators; the rest was not read.`,
    )
  const missing = treePages
    .filter((page) => contentsOf(objects, page).some((one) => streamOf(streams, one) === undefined))
    .map(({ page }) => page)
  if (missing.length > 0)
    gaps.push(`Parts of page ${missing.slice(0, 10).join(', ')} are missing in the file.`)
  const metadata =
    streamOf(streams, objects.dictionary(objects.trailer['/Root'])['/Metadata'])?.toString('utf8') ?? ''
  return {
    pages,
    fonts: readFonts(objects, allResources(objects, treePages, references), pagesOf),
    metadata,
    gaps,
    errors,
  }
}

async function interpret(
  drawing: Drawing,
  page: TreePage,
  imageSpaces: ReadonlyMap<PdfDictionary, ColourSpace>,
  pagesOf: Map<PdfDictionary, number[]>,
): Promise<PdfPage> {
  const { objects, streams } = drawing
  const stats = new PageStats()
  const recorder = new PaintRecorder(objects, page, stats, imageSpaces)
  const contents = contentsOf(objects, page).flatMap((value) => [
    streamOf(streams, value) ?? Buffer.alloc(0),
    Buffer.from('\n'),
  ])
  const matrix: Matrix = [page.userUnit, 0, 0, page.userUnit, 0, 0]
  const interpreter = new ContentInterpreter(drawing, recorder, matrix, page.boxes.media)
  if (objects.name(objects.dictionary(page.dictionary['/Group'])['/S']) === 'Transparency')
    stats.transparent('group', 'page')
  await interpreter.run(Buffer.concat(contents), page.resources)
  for (const font of recorder.fonts) pagesOf.set(font, [...(pagesOf.get(font) ?? []), page.page])
  const { rotationDegrees, userUnit, boxes } = page
  const annotations = annotationsOf(objects, page)
  const isBlank = stats.visiblePaints === 0 && annotations.every(({ isPrinted }) => !isPrinted)
  return { page: page.page, rotationDegrees, userUnit, boxes, ...stats.facts(), annotations, isBlank }
}

function streamOf(streams: ReadonlyMap<string, Buffer>, reference: PdfValue | undefined): Buffer | undefined {
  return typeof reference === 'string' ? streams.get(reference) : undefined
}

const printFlag = 4
const hiddenFlag = 2

function annotationsOf(objects: PdfObjects, { dictionary }: TreePage): PdfPage['annotations'] {
  const counts = new Map<string, PdfPage['annotations'][number]>()
  for (const value of objects.array(dictionary['/Annots'])) {
    const annotation = objects.dictionary(value)
    const subtype = objects.name(annotation['/Subtype']) ?? 'unknown'
    const flags = objects.number(annotation['/F']) ?? 0
    const isPrinted = (flags & printFlag) !== 0 && (flags & hiddenFlag) === 0
    const entry = counts.get(`${subtype}|${isPrinted}`) ?? { subtype, isPrinted, count: 0 }
    entry.count++
    counts.set(`${subtype}|${isPrinted}`, entry)
  }
  return [...counts.values()].slice(0, 20)
}
