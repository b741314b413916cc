import type { Word } from '../../facts/text'
import { runTool } from '../run-tool'

export interface OcrOptions {
  signal: AbortSignal
  timeoutMs: number
  memoryBytes: number
  maxPixels: number
  searchPath: string
  /** Our own folder, for lists and crops. */
  scratchDir: string
}

/**
 * Tesseract's page modes: a word in its own image, a line in its own image, text anywhere. Others miss small
 * print.
 */
export type PageMode = 8 | 7 | 11

/** Below this, tesseract saw a texture rather than a word. It is never sure of a word alone. */
const minConfidences: Record<PageMode, number> = { 7: 0, 8: 0, 11: 30 }

/**
 * The words of each image, by one tesseract: `path` is an image, or a list of images, one path a line.
 * Throws when tesseract is not installed, fails or takes too long.
 */
export async function readWords(
  path: string,
  { model, mode }: { model: string; mode: PageMode },
  options: OcrOptions,
): Promise<Word[]> {
  const args = [path, 'stdout', '-l', model, '--psm', String(mode), 'tsv']
  const { exitCode, killedFor, stdout, stderr } = await runTool('tesseract', args, {
    ...options,
    maxOutputBytes: 16 << 20,
  })
  if (killedFor === 'timeout')
    throw new Error(`reading the text took longer than ${options.timeoutMs / 1000} s`)
  if (killedFor === 'crash') throw new Error('tesseract crashed')
  if (exitCode !== 0)
    throw new Error(`tesseract failed (exit code ${exitCode}): ${stderr.trim().split('\n').at(-1) ?? ''}`)
  return wordsOf(stdout.toString('utf8'), minConfidences[mode])
}

/**
 * Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 */
function wordsOf(table: string, minConfidence: number): Word[] {
  const rows = table.split('\n').map((line) => line.split('\t'))
  const pages = new Map(rows.filter(([level]) => level === '1').map((row) => [row[1], row]))
  const lines = new Map<string, number>()
  const lineOf = (row: string[]) => {
    const key = row.slice(1, 5).join(' ')
    lines.set(key, lines.get(key) ?? lines.size)
    return lines.get(key)
  }
  return rows
    .filter(
      ([level, , , , , , , , , , confidence, text = '']) =>
        level === '5' && Number(confidence) >= minConfidence && text.trim() !== '',
    )
    .map((row) => {
      const page = pages.get(row[1])
      const [pageWidth, pageHeight] = [Number(page?.[8]), Number(page?.[9])]
      return {
        text: (row[11] ?? '').trim().slice(0, 100),
        confidence: Math.round(Number(row[10])),
        page: Number(row[1]),
        x: Number(row[6]) / pageWidth,
        y: Number(row[7]) / pageHeight,
        width: Number(row[8]) / pageWidth,
        height: Number(row[9]) / pageHeight,
        line: lineOf(row),
      }
    })
}
