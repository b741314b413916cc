import type { ProbeInput } from '../../probe-types'
import { runTool } from '../../run-tool'
import type { ToolOptions } from '../../run-tool'
import { isDictionary, PdfObjects } from './pdf-objects'

export interface PdfStructure {
  objects: PdfObjects
  pdfVersion: string
  encryption?: { method: string; restrictions: string[] }
  /** qpdf's warnings about what it repaired, without paths. */
  warnings: string[]
}

export interface Unreadable {
  unreadable: string
  isPasswordNeeded: boolean
}

/** The structure of about a hundred thousand objects; real print files stay far below. */
const maxStructureBytes = 64 << 20

/**
 * All objects of the file except stream data, by qpdf. Reads owner-restricted files, but none that needs a
 * password.
 */
export async function readStructure(input: ProbeInput): Promise<PdfStructure | Unreadable> {
  const args = [
    '--json=2',
    '--json-key=qpdf',
    '--json-key=encrypt',
    '--json-stream-data=none',
    '--',
    input.path,
  ]
  const result = await runTool('qpdf', args, { ...toolOptions(input), maxOutputBytes: maxStructureBytes })
  const warnings = toolErrors(result.stderr, input.path)
  if (result.stderr.includes('invalid password')) {
    return {
      unreadable: 'The PDF needs a password to open.',
      isPasswordNeeded: true,
    }
  }
  const parsed =
    result.droppedBytes === 0 && result.killedFor === undefined ? parse(result.stdout) : undefined
  if (parsed === undefined) return { unreadable: reasonFor(result, warnings), isPasswordNeeded: false }
  return { ...parsed, warnings }
}

/** A print file of hundreds of pages takes seconds; what takes minutes is a bomb, or nobody can print it. */
const maxMinutes = 5

/** The limits of every tool of this probe. */
export function toolOptions({ signal, limits, scratchDir }: ProbeInput): ToolOptions {
  const { searchPath, memoryBytes, reportsCrash } = limits
  const timeoutMs = Math.min(limits.timeoutMs, maxMinutes * 60_000)
  const tool = { timeoutMs, searchPath, memoryBytes, reportsCrash }
  return { signal, ...tool, cwd: scratchDir, maxOutputBytes: 1 << 20 }
}

const maxLineLength = 300

/** The lines of a tool's stderr for people: without our path, the tool's name and repetitions. */
export function toolErrors(stderr: string, path: string): string[] {
  const lines = stderr.replaceAll(path, 'the file').split('\n')
  const cleaned = lines.map((line) =>
    line
      .replace(/^(qpdf: |WARNING: )+/, '')
      .replace(/^the file:? ?/, '')
      .trim(),
  )
  return [...new Set(cleaned.map((line) => line.slice(0, maxLineLength)))].filter(
    (line) => line !== '' && !line.startsWith('operation succeeded with warnings'),
  )
}

function parse(stdout: Buffer): Omit<PdfStructure, 'warnings'> | undefined {
  const document = parseJson(stdout)
  const parts = isDictionary(document) && Array.isArray(document.qpdf) ? document.qpdf : []
  const [header, objects] = parts
  if (!isDictionary(document) || !isDictionary(header) || !isDictionary(objects)) return undefined
  const encrypt = document.encrypt
  return {
    objects: new PdfObjects(objects),
    pdfVersion: textOf(header.pdfversion),
    encryption: encryptionOf(encrypt),
  }
}

function parseJson(stdout: Buffer): unknown {
  const text = stdout.toString('utf8')
  return parsed(text) ?? parsed(withJsonNumbers(text))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * qpdf 11.3 prints numbers as the PDF has them. `5.`, `-.5` and `+1` are legal there (ISO 32000-1, 7.3.3) but
 * not in JSON: rewrites the numbers outside of strings.
 */
function withJsonNumbers(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|[+-]?(?:\d+\.?\d*|\.\d+)/g, (token) =>
    token.startsWith('"') ? token : String(Number(token)),
  )
}

const restrictionNames: Record<string, string> = {
  printlow: 'printing',
  printhigh: 'printing in full quality',
  modifyother: 'changing',
  extract: 'copying text and images',
  modifyassembly: 'inserting and rotating pages',
}

function encryptionOf(encrypt: unknown): PdfStructure['encryption'] {
  if (!isDictionary(encrypt) || encrypt.encrypted !== true) return undefined
  const capabilities = isDictionary(encrypt.capabilities) ? encrypt.capabilities : {}
  const parameters = isDictionary(encrypt.parameters) ? encrypt.parameters : {}
  const restrictions = Object.entries(restrictionNames).flatMap(([key, name]) =>
    capabilities[key] === false ? [name] : [],
  )
  return { method: `${textOf(parameters.method)}, ${textOf(parameters.bits)} bit`, restrictions }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function reasonFor(result: { droppedBytes: number; killedFor?: string }, warnings: string[]): string {
  if (result.killedFor === 'timeout') return `The PDF could not be read within ${maxMinutes} minutes.`
  if (result.killedFor === 'crash') return 'The PDF crashes the program that reads it.'
  if (result.droppedBytes > 0) return `The PDF describes more than ${maxStructureBytes >> 20} MiB of objects.`
  return `The PDF is damaged beyond repair: ${warnings.at(-1) ?? 'its objects could not be read'}.`
}
