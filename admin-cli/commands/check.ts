import type { CheckOptions } from '../../quality-control/check-file'
import { reportLanguages } from '../../config/formats'
import type { Presentation } from '../../quality-control/report/presentation'
import { checkAll, type Checked } from '../check-all'
import { checkedJson, checkedText, summaryOf } from '../check-text'
import type { Command, Context } from '../command'
import { CliError, exitCodes } from '../exit-codes'

const resultShape = {
  check: 'string',
  title: 'string',
  status: 'pass | warn | fail | errored | not_applicable',
  severity: 'blocker | major | minor | info',
  findings: ['object'],
  'findingsOmitted?': 'number',
  'reason?': 'string',
  'remedy?': 'string',
}

export const check: Command = {
  name: 'check',
  arguments: ['<files...>'],
  summary: 'Check local files with the same checks, without Box and Temporal',
  examples: [
    'check photo.jpg --profile static_general',
    'check photo.jpg --profile static_general --html report.html',
    'check *.pdf --profile print_ad --html reports --junit results.xml',
  ],
  details:
    'Exit code 0 when every file passes, 8 otherwise, 9 when ' +
    'a file could not be read or an output not be written.\n' +
    'With several files, --html names a folder.',
  json: [
    {
      file: 'string',
      'error?': 'string',
      'profile?': 'string',
      'verdict?': 'pass | review | fail | error',
      'score?': 'number | null',
      'rejection?': 'object',
      'results?': [resultShape],
    },
  ],
  options: [
    { flags: '--profile <id>', description: 'profile to check against (required)' },
    { flags: '--html <out>', description: 'write the report: a file, or a folder for several files' },
    {
      flags: '--language <code>',
      description: `language of the report (default: QC_REPORT_LANGUAGE): ${reportLanguages.join(', ')}`,
    },
    { flags: '--junit <out>', description: 'write JUnit XML' },
  ],
  run: async (context, files, { profile, html, language, junit }) => {
    const options = {
      ...(await optionsOf(context, profile)),
      presentation: presentationOf(context, language),
    }
    context.waitFor(`the checks of ${files.length === 1 ? files[0] : `${files.length} files`}`)
    const checked = await checkAll(context, files, options)
    const [first] = checked
    if (files.length === 1 && first !== undefined && 'failure' in first) throw first.failure
    const { writeOutputs } = await import('../check-outputs.js')
    const outputs = await writeOutputs(checked, { html, junit })
    const { output } = context
    for (const { path, error } of outputs)
      output.message(error === undefined ? `Wrote ${path}` : `error: not written: ${error}`)
    output.data(checked.map(checkedJson), [...checked.flatMap(checkedText), summaryOf(checked)])
    return exitCodeOf(
      checked,
      outputs.some(({ error }) => error !== undefined),
    )
  },
}

async function optionsOf(
  { clientConfig, config }: Context,
  profileId: string | boolean | undefined,
): Promise<Omit<CheckOptions, 'signal' | 'onProgress'>> {
  const { profiles } = clientConfig()
  const known = `Profiles: ${[...profiles.keys()].join(', ')}`
  if (typeof profileId !== 'string') throw new CliError('usage', '--profile is missing', known)
  const profile = profiles.get(profileId)
  if (profile === undefined) throw new CliError('usage', `--profile: no profile "${profileId}"`, known)
  const { catalogue } = await import('../../quality-control/checks/catalogue.js')
  const { profileProblems } = await import('../../quality-control/plan-checks.js')
  const problems = profileProblems(profile, catalogue())
  if (problems.length > 0) throw new CliError('config', problems.join('\n'), 'Correct the profile file')
  return { profile, catalogue: catalogue(), limits: config().media }
}

function presentationOf({ config }: Context, code: string | boolean | undefined): Presentation {
  const { language: usual, timeZone, contact } = config().reports
  const language = code === undefined ? usual : reportLanguages.find((one) => one === code)
  if (language === undefined) {
    const expected = `expected one of ${reportLanguages.join(', ')}`
    throw new CliError('usage', `--language: ${expected}, got "${String(code)}"`)
  }
  return { language, timeZone: timeZone || undefined, contact: contact || undefined }
}

/** A file that fails matters more than a report that could not be written. */
function exitCodeOf(checked: Checked[], hasUnwritten: boolean): number | undefined {
  const isFailed = checked.some((one) => 'report' in one && one.report.verdict !== 'pass')
  if (isFailed) return exitCodes.checksFailed
  return hasUnwritten || checked.some((one) => 'failure' in one) ? exitCodes.partial : undefined
}
