import type { NewWaiver } from '../../config/waivers'
import { waiverProblems } from '../../config/waiver-problems'
import { clientNamed, profileOf } from '../client-config'
import type { Command, Context, OptionValues } from '../command'
import { CliError } from '../exit-codes'
import { dryRunShape } from '../json-shape'
import { waiverShape } from '../shapes'
import { waiverText } from '../waiver-text'

export const waiversAdd: Command = {
  name: 'waivers add',
  arguments: ['[run]'],
  summary: 'Accept findings with a reason: of one file version, or of all uploads with a profile',
  examples: [
    "waivers add 1234567890 --finding 3 --reason 'The client wants this crop'",
    "waivers add 1234567890 --check copy/spelling --reason 'Names of products'",
    "waivers add --client acme --profile tv_eu --check video/black-frames --containing 'at the end' " +
      "--reason 'The black at the end is meant' --until 2027-03-31",
  ],
  details:
    '<run> is a workflow id, or the id or address of a Box file (its newest run). The waiver counts for ' +
    'this version of the file: a finding by its number in the report, or a check with all its findings.\n' +
    'Without a run it is a rule for the uploads of a client with a profile.\n' +
    'Accepted findings stay in the report, with name and reason, and cost no points. A file that could not ' +
    'be judged, and a check that could not run, cannot be accepted.',
  json: { ...waiverShape, 'isNew?': 'boolean', ...dryRunShape },
  options: [
    { flags: '--finding <number>', description: 'one finding, by its number in the report of the run' },
    { flags: '--check <id>', description: 'a check, with all its findings' },
    { flags: '--client <id>', description: 'client of a rule' },
    { flags: '--profile <id>', description: 'profile of a rule' },
    { flags: '--containing <text>', description: 'of a rule: only findings whose message has this text' },
    { flags: '--reason <text>', description: 'why it is accepted, for the report (required)' },
    { flags: '--until <date>', description: 'last day that it counts, such as 2027-01-31' },
    { flags: '--dry-run', description: 'show what would be accepted' },
  ],
  run: async (context, [run], options) => {
    const { output, user } = context
    const words = { reason: text(options, 'reason') ?? '', until: text(options, 'until'), by: user }
    const problems = waiverProblems({ ...words, containing: text(options, 'containing') }, new Date())
    if (problems.length > 0)
      throw new CliError('usage', problems.join('; '), 'See: admin-cli help waivers add')
    const target = run === undefined ? await ruleOf(context, options) : await findingOf(context, run, options)
    const wanted: NewWaiver = { ...target, ...words, reason: words.reason.trim() }
    if (options.dryRun === true) {
      output.data({ ...wanted, dryRun: true }, `Would accept ${waiverText(wanted)}`)
      return undefined
    }
    const { waiver, isNew } = await context.clientConfig().waivers.add(wanted)
    const known = 'Accepted before, nothing was changed'
    output.data({ ...waiver, isNew }, `${isNew ? 'Accepted' : known}: ${waiver.id}, ${waiverText(waiver)}`)
    output.message(
      'profileId' in waiver
        ? 'It counts for the next uploads.'
        : `For a report that says so: admin-cli runs rerun ${waiver.fileId}`,
    )
    return undefined
  },
}

function text(options: OptionValues, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

async function ruleOf({ clientConfig }: Context, options: OptionValues) {
  const [clientId, profileId] = [text(options, 'client'), text(options, 'profile')]
  const [check, containing] = [text(options, 'check'), text(options, 'containing')]
  if (clientId === undefined || profileId === undefined || check === undefined)
    throw new CliError(
      'usage',
      'name a run, or --client, --profile and --check of a rule',
      'See: admin-cli help waivers add',
    )
  if (options.finding !== undefined)
    throw new CliError('usage', '--finding belongs to the report of a run', 'Name the run, or leave it out')
  const config = clientConfig()
  const profile = profileOf(config, clientNamed(config, clientId), profileId)
  await requireCheck(check)
  if (!profile.checks.some(({ id }) => id === check))
    throw new CliError('usage', `--check: the profile ${profileId} does not have the check ${check}`)
  return { clientId, profileId, check, containing }
}

async function requireCheck(id: string): Promise<void> {
  const { catalogue } = await import('../../quality-control/checks/catalogue.js')
  if (!catalogue().has(id))
    throw new CliError('notFound', `--check: no check "${id}"`, 'See: admin-cli checks list')
}

async function findingOf({ temporal }: Context, run: string, options: OptionValues) {
  for (const name of ['client', 'profile', 'containing'])
    if (options[name] !== undefined) throw new CliError('usage', `--${name} belongs to a rule, without a run`)
  const [number, check] = [text(options, 'finding'), text(options, 'check')]
  if ((number === undefined) === (check === undefined))
    throw new CliError('usage', 'say what is accepted: --finding <number>, or --check <id>')
  if (check !== undefined) await requireCheck(check)
  const { runNamed } = await import('../open-run.js')
  const { runHistory } = await import('../../runs/run-history.js')
  const client = await temporal()
  const { workflowId } = await runNamed(client, run)
  const { report } = await runHistory(client, workflowId)
  const { acceptableIn } = await import('../../quality-control/acceptable-in.js')
  const target = acceptableIn(report, check === undefined ? { number: number ?? '' } : { check })
  if (!('problem' in target)) return target
  const kind = target.isMissing === true ? 'notFound' : 'conflict'
  throw new CliError(kind, target.problem, `See: admin-cli runs show ${workflowId}`)
}
