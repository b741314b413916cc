import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { mkdir, writeFile } from 'node:fs/promises'

import { catalogue } from '../../quality-control/checks/catalogue'
import { profileProblems } from '../../quality-control/plan-checks'
import { renderReport } from '../../quality-control/report/render-report'
import type { Report } from '../../workflows/contract'
import { checkFile } from '../../quality-control/check-file'
import type { CheckOptions } from '../../quality-control/check-file'
import type { Command, Context } from '../command'
import { CliError, exitCodes } from '../exit-codes'
import { junitXml } from '../junit-xml'
import { table } from '../output'
import { profileNamed } from '../client-config'

interface Checked {
  file: string
  report: Report
  html: string
}

export const check: Command = {
  name: 'check',
  arguments: ['<files...>'],
  summary: 'Check local files with the same checks, without Box and Temporal',
  details: 'Exit code 0 when every file passes, 8 otherwise. With several files, --html names a folder.',
  options: [
    { flags: '--profile <id>', description: 'profile to check against (required)' },
    { flags: '--html <out>', description: 'write the report: a file, or a folder for several files' },
    { flags: '--junit <out>', description: 'write JUnit XML' },
  ],
  run: async (context, files, { profile: profileId, html, junit }) => {
    if (typeof profileId !== 'string')
      throw new CliError(
        'usage',
        '--profile is missing',
        `Profiles: ${[...context.clientConfig().profiles.keys()].join(', ')}`,
      )
    const profile = profileNamed(context.clientConfig(), profileId)
    const problems = profileProblems(profile, catalogue())
    if (problems.length > 0) throw new CliError('config', problems.join('\n'), 'Correct the profile file')
    const stop = new AbortController()
    const onInterrupt = () => {
      stop.abort(new CliError('unexpected', 'interrupted'))
    }
    process.once('SIGINT', onInterrupt)
    try {
      const checked = await checkAll(context, files, {
        profile,
        catalogue: catalogue(),
        limits: context.config().media,
        signal: stop.signal,
      })
      if (typeof html === 'string') await writeHtml(html, checked)
      if (typeof junit === 'string') await writeFile(junit, junitXml(checked))
      context.output.data(checked.map(asJson), checked.map(asText).join('\n\n'))
      return checked.every(({ report }) => report.verdict === 'pass') ? undefined : exitCodes.checksFailed
    } finally {
      process.removeListener('SIGINT', onInterrupt)
    }
  },
}

/** One file per core at a time; the results keep the order of the arguments. */
async function checkAll(
  { output, isTerminal }: Context,
  files: string[],
  options: CheckOptions,
): Promise<Checked[]> {
  const checked: (Checked | undefined)[] = files.map(() => undefined)
  const queue = files.entries()
  const work = async () => {
    for (const [index, file] of queue) {
      const onProgress = (phase: string, fraction?: number) => {
        if (isTerminal)
          process.stderr.write(
            `\r${basename(file)}: ` +
              `${phase}${fraction === undefined ? '' : ` ${Math.round(fraction * 100)} %`}\u001B[K`,
          )
      }
      const { report, previews } = await checkFile(file, { ...options, onProgress }).catch(
        (error: unknown) => {
          throw readable(file, error)
        },
      )
      checked[index] = { file, report, html: renderReport(report, previews) }
      if (isTerminal) process.stderr.write('\r\u001B[K')
      if (files.length > 1) output.message(`${file}: ${report.verdict}, score ${report.score ?? 'n/a'}`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(files.length, availableParallelism()) }, work))
  return checked.filter((one) => one !== undefined)
}

function readable(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new CliError('notFound', `${file}: no such file`)
  if (code === 'EACCES') return new CliError('permission', `${file}: this user may not read it`)
  if (code === 'EISDIR') return new CliError('usage', `${file} is a folder, expected a file`)
  return error
}

async function writeHtml(out: string, checked: Checked[]) {
  if (checked.length === 1) {
    await writeFile(out, checked[0]?.html ?? '')
    return
  }
  await mkdir(out, { recursive: true })
  // Two files of one name in different folders must not overwrite each other.
  for (const [index, { file, html }] of checked.entries())
    await writeFile(join(out, `${index + 1}_${basename(file)}.html`), html)
}

function asJson({ file, report: { profile, verdict, score, rejection, results } }: Checked) {
  return {
    file,
    profile: profile.id,
    verdict,
    score: score ?? null,
    ...(rejection === undefined ? {} : { rejection }),
    results: results.map(({ check: id, status, severity, findings, findingsOmitted, reason }) => ({
      check: id,
      status,
      severity,
      findings,
      ...(findingsOmitted > 0 ? { findingsOmitted } : {}),
      ...(reason === undefined ? {} : { reason }),
    })),
  }
}

const order = { fail: 0, errored: 1, warn: 2, pass: 3, not_applicable: 4 }

function asText({ file, report: { verdict, score, results, rejection } }: Checked): string {
  const heading = `${file}: ${verdict.toUpperCase()}, score ${score ?? 'n/a'}`
  const rows = [...results]
    .filter(({ status }) => status !== 'not_applicable')
    .sort((a, b) => order[a.status] - order[b.status])
    .map(({ status, severity, check: id, title, findings, reason, findingsOmitted }) => {
      const more = findings.length - 1 + findingsOmitted
      return [
        status,
        severity,
        id,
        `${findings[0]?.message ?? reason ?? title}${more > 0 ? ` (and ${more} more)` : ''}`,
      ]
    })
  if (rejection !== undefined && rows.length === 0) return `${heading}\n${rejection.message}`
  const skipped = results.filter(({ status }) => status === 'not_applicable').length
  return `${heading}\n${table(['STATUS', 'SEVERITY', 'CHECK', 'WHAT'], rows)}${skipped === 0 ? '' : `\n${skipped} checks do not apply to this file.`}`
}
