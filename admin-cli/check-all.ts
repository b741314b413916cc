import { availableParallelism } from 'node:os'
import { basename } from 'node:path'

import type { CheckOptions } from '../quality-control/check-file'
import type { Presentation } from '../quality-control/report/presentation'
import type { Report } from '../workflows/contract'
import type { Context } from './command'
import { CliError } from './exit-codes'

export type Checked = { file: string } & ({ report: Report; html: string } | { failure: CliError })

/** `presentation`: the language, time zone and contact of the HTML report. */
export interface CheckAllOptions extends Omit<CheckOptions, 'signal' | 'onProgress'> {
  presentation: Presentation
}

/** One file per core at a time; the results keep the order of the arguments. Ctrl-C stops the tools. */
export async function checkAll(
  context: Pick<Context, 'output'>,
  files: string[],
  options: CheckAllOptions,
): Promise<Checked[]> {
  const stop = new AbortController()
  const onInterrupt = () => stop.abort(new CliError('unexpected', 'interrupted'))
  process.once('SIGINT', onInterrupt)
  try {
    const checked: Checked[] = []
    const queue = files.entries()
    const work = async () => {
      for (const [index, file] of queue)
        checked[index] = await checkOne(context, file, { ...options, signal: stop.signal }, files.length)
    }
    await Promise.all(Array.from({ length: Math.min(files.length, availableParallelism()) }, work))
    return checked
  } finally {
    process.removeListener('SIGINT', onInterrupt)
  }
}

async function checkOne(
  { output }: Pick<Context, 'output'>,
  file: string,
  options: CheckOptions & CheckAllOptions,
  fileCount: number,
): Promise<Checked> {
  const { checkFile } = await import('../quality-control/check-file.js')
  const { renderReport } = await import('../quality-control/report/render-report.js')
  const onProgress = (phase: string, fraction?: number) => {
    const percent = fraction === undefined ? '' : ` ${Math.round(fraction * 100)} %`
    output.progress(`${basename(file)}: ${phase}${percent}`)
  }
  try {
    const { report, previews } = await checkFile(file, { ...options, onProgress })
    output.progress('')
    if (fileCount > 1) output.message(`${file}: ${report.verdict}, score ${report.score ?? 'n/a'}`)
    return { file, report, html: renderReport(report, previews, options.presentation) }
  } catch (error) {
    const failure = readable(file, error)
    if (failure === undefined) throw error
    if (fileCount > 1) output.message(failure.message)
    return { file, failure }
  }
}

/** The file itself is the problem; undefined for all other errors. */
function readable(file: string, error: unknown): CliError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return new CliError('notFound', `${file}: no such file`)
  if (code === 'EACCES') return new CliError('permission', `${file}: this user may not read it`)
  if (code === 'EISDIR') return new CliError('usage', `${file} is a folder, expected a file`)
  return undefined
}
