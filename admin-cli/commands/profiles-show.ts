import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { table } from '../table'
import { profileNamed } from '../client-config'
import { profileShape } from '../shapes'

export const profilesShow: Command = {
  name: 'profiles show',
  arguments: ['<profile>'],
  summary: 'Show one profile: its checks with severities and settings, including defaults',
  examples: ['profiles show static_general', 'profiles show static_general --json'],
  json: {
    ...profileShape,
    checks: [{ id: 'string', severity: 'string', isRequired: 'boolean', settings: 'object' }],
  },
  options: [],
  run: async ({ clientConfig, output }, [id = '']) => {
    const { catalogue } = await import('../../quality-control/checks/catalogue.js')
    const { planChecks, profileProblems } = await import('../../quality-control/plan-checks.js')
    const profile = profileNamed(clientConfig(), id)
    const problems = profileProblems(profile, catalogue())
    if (problems.length > 0) throw new CliError('config', problems.join('\n'), 'Correct the profile file')
    const checks = planChecks(profile, catalogue())
    const heading = [
      `${profile.title} (${profile.id}, version ${profile.version})`,
      profile.description,
      `Media: ${profile.media.join(', ')}. Extensions: ` +
        `${profile.extensions.join(', ')}. Largest upload: ${profile.maxBytes} bytes.`,
      ...(profile.platform === undefined
        ? []
        : [
            `Limits of ${profile.platform.name}, checked on ` +
              `${profile.platform.checkedOn}: ${profile.platform.source}`,
          ]),
    ]
    const rows = checks.map(({ id: check, severity, isRequired, settings }) => [
      check,
      severity,
      isRequired ? 'required' : '',
      Object.entries(settings)
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(' '),
    ])
    output.data({ ...profile, checks }, [
      heading.filter((line) => line !== '').join('\n'),
      '',
      table(['CHECK', 'SEVERITY', '', { title: 'SETTINGS', isWrapped: true }], rows),
    ])
    return undefined
  },
}
