import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { Checked } from './check-all'
import { failureOf } from './failure'
import { junitXml } from './junit-xml'

export interface WrittenOutput {
  path: string
  /** Why it could not be written. */
  error?: string
}

/** The outputs are independent: when one cannot be written, the others are. */
export async function writeOutputs(
  checked: Checked[],
  { html, junit }: { html?: string | boolean; junit?: string | boolean },
): Promise<WrittenOutput[]> {
  const judged = checked.flatMap((one) => ('report' in one ? [one] : []))
  return [
    ...(typeof html === 'string' ? await writeReports(html, judged, checked.length) : []),
    ...(typeof junit === 'string' ? [await written(junit, () => writeFile(junit, junitXml(judged)))] : []),
  ]
}

/** With several files, `out` is a folder: two files of one name must not overwrite each other. */
async function writeReports(
  out: string,
  judged: { file: string; html: string }[],
  fileCount: number,
): Promise<WrittenOutput[]> {
  if (fileCount === 1) return Promise.all(judged.map(({ html }) => written(out, () => writeFile(out, html))))
  const folder = await written(out, () => mkdir(out, { recursive: true }))
  if (folder.error !== undefined) return [folder]
  return Promise.all(
    judged.map(({ file, html }, index) => {
      const path = join(out, `${index + 1}_${basename(file)}.html`)
      return written(path, () => writeFile(path, html))
    }),
  )
}

async function written(path: string, write: () => Promise<unknown>): Promise<WrittenOutput> {
  try {
    await write()
    return { path }
  } catch (error) {
    return { path, error: failureOf(error).message }
  }
}
