import type { Word } from '../../facts/text'
import { runTool } from '../run-tool'
import { markSpelling } from './mark-spelling'

export interface OcrOptions {
  signal: AbortSignal
  timeoutMs: number
  memoryBytes: number
  searchPath: string
}

const maxWords = 3000
/** Below this, tesseract saw a texture rather than a word. */
const minConfidence = 30

/**
 * The words that tesseract reads in an image that we made (PGM, PNG or JPEG), with their boxes and marked
 * spelling. Uses page mode 11 (sparse text), because others miss small print. Throws when tesseract is not
 * installed, fails or takes too long.
 */
export async function ocr(
  imagePath: string,
  options: OcrOptions,
): Promise<{ words: Word[]; wordsOmitted: number; isEnglish?: boolean }> {
  const args = [imagePath, 'stdout', '-l', 'eng', '--psm', '11', 'tsv']
  const { exitCode, killedFor, stdout, stderr } = await runTool('tesseract', args, {
    ...options,
    maxOutputBytes: 16 << 20,
  })
  if (killedFor === 'timeout')
    throw new Error(`reading the text took longer than ${options.timeoutMs / 1000} s`)
  if (killedFor === 'crash') throw new Error('tesseract crashed')
  if (exitCode !== 0)
    throw new Error(`tesseract failed (exit code ${exitCode}): ${stderr.trim().split('\n').at(-1) ?? ''}`)
  const words = wordsOf(stdout.toString('utf8'))
  const spelled = await markSpelling(words.slice(0, maxWords), options)
  return { ...spelled, wordsOmitted: Math.max(0, words.length - maxWords) }
}

/**
 * Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 */
function wordsOf(table: string): Word[] {
  const rows = table.split('\n').map((line) => line.split('\t'))
  const page = rows.find(([level]) => level === '1')
  const pageWidth = Number(page?.[8])
  const pageHeight = Number(page?.[9])
  const lines = new Map<string, number>()
  const lineOf = (row: string[]) => {
    const key = row.slice(2, 5).join(' ')
    lines.set(key, lines.get(key) ?? lines.size)
    return lines.get(key)
  }
  return rows
    .filter(
      ([level, , , , , , , , , , confidence, text = '']) =>
        level === '5' && Number(confidence) >= minConfidence && text.trim() !== '',
    )
    .map((row) => ({
      text: (row[11] ?? '').trim().slice(0, 100),
      confidence: Math.round(Number(row[10])),
      page: 1,
      x: Number(row[6]) / pageWidth,
      y: Number(row[7]) / pageHeight,
      width: Number(row[8]) / pageWidth,
      height: Number(row[9]) / pageHeight,
      line: lineOf(row),
    }))
}
